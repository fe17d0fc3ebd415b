package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.dialer.robot.RightpartyProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The program whose Asterisk is not there.
final class UnreachableTelephoneTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir Path directory;

    @Test
    void says_that_it_is_not_ready_and_stops_without_a_stack() throws IOException {
        Path settings =
                Files.writeString(
                        directory.resolve("own.conf"),
                        """
                        rightparty.telephone {
                          kind = asterisk
                          asterisk { host = "127.0.0.1", port = 1, secret = "eight-88" }
                        }
                        """);
        RightpartyProcess program = new RightpartyProcess(directory, settings);
        try (program) {
            await().atMost(LONG).until(() -> program.output().contains("Ctrl-C stops everything"));
        }
        assertThat(program.output())
                .containsSubsequence(
                        "serving, not ready without the telephone, after ",
                        "the telephone is not there yet: Asterisk at 127.0.0.1:1; check that it",
                        "stopping ...",
                        "stopped")
                .doesNotContain("\nready", "\tat ");
    }
}
