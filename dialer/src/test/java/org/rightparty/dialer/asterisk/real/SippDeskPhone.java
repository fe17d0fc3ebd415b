package org.rightparty.dialer.asterisk.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A SIP telephone on a desk, played by SIPp: registers with a user and a secret, and picks up.
public final class SippDeskPhone implements AutoCloseable {
    private static final int ANSWER_SECONDS = 8;

    private final String user;
    private final int port = Programs.freeUdpPort();
    private final List<Process> processes = new ArrayList<>();

    public SippDeskPhone(String user) {
        this.user = user;
    }

    /// Registers for two minutes, before [#attend]; false when it was not taken.
    public boolean register(String secret, int sipPort) {
        Process process =
                sipp(
                        "register.xml",
                        List.of("-m", "1", "-au", user, "-ap", secret, "127.0.0.1:" + sipPort));
        try {
            if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return false;
            }
            return process.exitValue() == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// Says from now on that it is there, and picks up every call at once.
    public void attend() {
        sipp("desk.xml", List.of());
    }

    private Process sipp(String scenario, List<String> more) {
        List<String> command =
                new ArrayList<>(List.of("sipp", "-sf", scenario, "-i", "127.0.0.1", "-nostdin"));
        command.addAll(List.of("-mi", "127.0.0.1", "-p", Integer.toString(port), "-s", user));
        command.addAll(more);
        try {
            Path out = Files.createTempFile("rightparty-desk", ".out");
            Process process =
                    new ProcessBuilder(command)
                            .directory(Programs.directory().resolve("sipp").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(out.toFile())
                            .start();
            processes.add(process);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException failed) {
            throw new UncheckedIOException(Programs.missing("sipp"), failed);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
