package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import picocli.CommandLine.Help.Ansi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Help for whoever has just cloned the sources: the launcher prints it before anything is built.
final class HelpTest {
    private static final Path HELP = Path.of("src/main/help/rightparty.txt");
    private static final Path LAUNCHER = Path.of("../rightparty");

    @Test
    void the_launchers_help_is_the_programs() throws IOException {
        String usage = Main.commands().getUsageMessage(Ansi.OFF);
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(HELP, usage);
        }
        assertThat(Files.readString(HELP))
                .as("after a new command run this test with -Dgolden=write")
                .isEqualTo(usage);
    }

    @Test
    void a_fresh_clone_prints_help_without_building() throws Exception {
        Path clone = Files.createTempDirectory("clone");
        Files.copy(LAUNCHER, clone.resolve("rightparty"));
        Path help = Files.createDirectories(clone.resolve("dialer/src/main/help"));
        Files.copy(HELP, help.resolve("rightparty.txt"));
        Process process =
                new ProcessBuilder("sh", clone.resolve("rightparty").toString(), "--help")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(said).isEqualTo(Files.readString(HELP));
    }
}
