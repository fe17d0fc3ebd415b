package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.postgres.RulebookDesk;
import org.rightparty.console.fakes.RulebookRoom;
import org.rightparty.vocabulary.AgentId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// In whose name a rulebook comes into force from the command line.
final class RulebookCommandTest {
    private static final Set<String> OFFICERS = Set.of("ada", "bob");
    private final RulebookRoom books = new RulebookRoom();
    @TempDir Path directory;

    @AfterEach
    void close() {
        books.close();
    }

    private RulebookOpening.Opened opened() {
        return new RulebookOpening.Opened() {
            @Override
            public RulebookDesk desk() {
                return books.desk;
            }

            @Override
            public Optional<AgentId> officer(String login) {
                return OFFICERS.contains(login) ? Optional.of(new AgentId(1)) : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    private Said run(String step, String... arguments) {
        List<String> words = new ArrayList<>(List.of("rulebook", step));
        words.addAll(List.of(arguments));
        return Said.of(
                ComplianceCommand.with(
                        _ -> opened(),
                        _ -> {
                            throw new IllegalStateException("no office is needed");
                        }),
                words.toArray(String[]::new));
    }

    private Said draft(String by) throws IOException {
        Path file = directory.resolve("house.json");
        Files.writeString(file, RulebookRoom.stricter());
        return run("draft", file.toString(), "--by", by);
    }

    @Test
    void two_officers_who_work_here_put_a_draft_in_force() throws IOException {
        String house = RulebookRoom.HOUSE;
        String version = RulebookRoom.DRAFT;
        assertThat(draft("ada").code()).isZero();
        assertThat(run("dry-run", house, version).code()).isZero();
        assertThat(run("approve", house, version, "--by", "ada").err()).contains("another");
        assertThat(run("approve", house, version, "--by", "bob").code()).isZero();
        assertThat(run("activate", house, version, "--by", "bob").code()).isZero();
        assertThat(run("rollback", house, "--by", "ada").code()).isZero();
    }

    @Test
    void a_name_that_nobody_here_has_does_nothing() throws IOException {
        Said refused = draft("cleo");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo(
                        "rightparty: no officer or administrator with the log-in name cleo works"
                                + " here; ./rightparty user list shows who does\n");
        assertThat(draft("ada").code()).isZero();
        assertThat(run("dry-run", RulebookRoom.HOUSE, RulebookRoom.DRAFT).code()).isZero();
        for (String step : List.of("approve", "activate")) {
            assertThat(run(step, RulebookRoom.HOUSE, RulebookRoom.DRAFT, "--by", "cleo").code())
                    .as(step)
                    .isEqualTo(2);
        }
        assertThat(run("rollback", RulebookRoom.HOUSE, "--by", "cleo").code()).isEqualTo(2);
        assertThat(books.desk.list())
                .filteredOn(edition -> edition.version().equals(RulebookRoom.DRAFT))
                .allMatch(edition -> edition.approver().isEmpty());
    }
}
