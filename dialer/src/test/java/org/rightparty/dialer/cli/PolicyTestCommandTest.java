package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    private record Said(int code, String text) {}

    @Test
    void ends_with_0_when_all_passed() throws IOException {
        assertThat(run(file("[" + SOUND + "]"))).isEqualTo(new Said(0, "1 passed, 0 failed\n"));
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
        assertThat(said.text())
                .contains(file + ": $.vectors: missing", "absent.json: cannot be read")
                .endsWith("0 passed, 0 failed\n");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("tests.json"), text);
    }

    private static Said run(Path... files) {
        StringWriter text = new StringWriter();
        List<String> words = new ArrayList<>(List.of("test"));
        List.of(files).forEach(file -> words.add(file.toString()));
        int code =
                ComplianceCommand.with(
                                _ -> {
                                    throw new IllegalStateException("no database is needed");
                                },
                                _ -> {
                                    throw new IllegalStateException("no database is needed");
                                })
                        .setOut(new PrintWriter(text))
                        .setErr(new PrintWriter(text))
                        .execute(words.toArray(String[]::new));
        return new Said(code, text.toString().replace(System.lineSeparator(), "\n"));
    }
}
