package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.postgres.RulebookDesk;
import org.rightparty.console.fakes.RulebookRoom;
import org.rightparty.vocabulary.AgentId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Policy tests as the shell runs them.
final class PolicyTestCommandTest {
    private static final String SOUND =
            """
            {"id": "A", "kind": "CONNECT_TIME", "title": "in time", "greeting_end_ms": 1000,
             "agent_bridge_ms": 3000, "expect": {"decision": "CONNECTED_IN_TIME"}}
            """;
    private static final String WRONG = SOUND.replace("3000", "3001").replace("\"A\"", "\"B\"");
    private static final String UNKNOWN =
            SOUND.replace("greeting_end_ms", "greeting_ms").replace("\"A\"", "\"B\"");

    @TempDir Path directory;

    @Test
    void ends_with_0_when_all_passed() throws IOException {
        assertThat(run(file("[" + SOUND + "]"))).isEqualTo(new Said(0, "1 passed, 0 failed\n", ""));
    }

    @Test
    void ends_with_1_when_one_failed_and_says_what_was_expected() throws IOException {
        Said said = run(file("[" + SOUND + "," + WRONG + "]"));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .contains("FAILED B in time", "expected CONNECTED_IN_TIME", "actual   ABANDONED")
                .endsWith("1 passed, 1 failed\n");
    }

    @Test
    void ends_with_2_when_one_cannot_be_read_and_runs_the_others() throws IOException {
        Path file = file("{\"vectors\": [" + UNKNOWN + "," + SOUND + "]}");
        Said said = run(file);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text())
                .contains("REFUSED B " + file + ": $.vectors[0].greeting_end_ms: missing")
                .endsWith("1 passed, 1 failed\n");
    }

    @Test
    void ends_with_2_when_a_file_is_none() throws IOException {
        Path file = file("{\"tests\": []}");
        Said said = run(file, directory.resolve("absent.json"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err().lines().toList())
                .hasSize(2)
                .allMatch(line -> line.startsWith("rightparty: "));
        assertThat(said.err())
                .contains(file + ": $.vectors: missing", "absent.json: cannot be read");
        assertThat(said.out()).isEqualTo("0 passed, 0 failed\n");
    }

    /// Three hours after a call the house in force lets one be placed, and the draft does not.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026.6 | 0 | 1 passed, 0 failed
                    2026.9 | 1 | by       HOUSE-GAP
                    2026.9 | 1 | 0 passed, 1 failed
                    2026.1 | 2 | there is no house-policy 2026.1
                    """)
    void a_draft_is_tested_with_the_books_in_force(String version, int code, String says)
            throws IOException {
        Path file = file("[" + THREE_HOURS_LATER + "]");
        try (RulebookRoom books = new RulebookRoom()) {
            books.desk.draft(RulebookRoom.stricter(), "ada");
            Said said =
                    run(
                            _ -> opened(books),
                            List.of("--draft", RulebookRoom.HOUSE, version, file.toString()));
            assertThat(said.code()).as(said.text()).isEqualTo(code);
            assertThat(said.text()).contains(says);
        }
    }

    private static final String THREE_HOURS_LATER =
            """
            {"id": "GAP-3H", "kind": "CALL_DECISION", "instant_utc": "2026-04-07T19:00:00Z",
             "jurisdictions": ["US", "US-NY"], "debt": {"id": "D1"},
             "number": {"line_type": "LANDLINE", "place": "HOME"},
             "location_evidence": [{"kind": "ADDRESS", "zones": ["America/New_York"]}],
             "history": [{"at": "2026-04-07T16:00:00Z", "type": "CALL_PLACED",
               "outcome": "RING_NO_ANSWER", "debts": ["D1"]}],
             "policy": {"as_written": true}, "expect": {"decision": "ALLOW"}}
            """;

    private static RulebookOpening.Opened opened(RulebookRoom books) {
        return new RulebookOpening.Opened() {
            @Override
            public RulebookDesk desk() {
                return books.desk;
            }

            @Override
            public Optional<AgentId> officer(String login) {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("tests.json"), text);
    }

    private static Said run(Path... files) {
        return run(
                _ -> {
                    throw new IllegalStateException("no database is needed");
                },
                Stream.of(files).map(Path::toString).toList());
    }

    private static Said run(RulebookOpening books, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("test"));
        words.addAll(arguments);
        return Said.of(
                ComplianceCommand.with(
                        books,
                        _ -> {
                            throw new IllegalStateException("no database is needed");
                        }),
                words.toArray(String[]::new));
    }
}
