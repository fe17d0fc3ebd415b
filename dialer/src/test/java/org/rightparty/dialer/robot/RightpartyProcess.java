package org.rightparty.dialer.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The whole program in a process of its own, so that a test can kill it.
public final class RightpartyProcess implements AutoCloseable {
    /// Seconds on a machine of its own; on one that many share, minutes.
    private static final Duration START_MAX = Duration.ofMinutes(4);

    private final Path directory;
    private final Path settings;
    private final List<String> options;
    private final int port;
    private Process process;
    private int starts;

    /// Starts the program with `settings` and waits until it says it is ready. It is compiled
    /// quickly rather than well: a test is over before more would pay.
    public RightpartyProcess(Path directory, Path settings) {
        this(directory, settings, List.of("-XX:TieredStopAtLevel=1"));
    }

    /// One that is compiled as in service, for a benchmark.
    public static RightpartyProcess asInService(Path directory, Path settings) {
        return new RightpartyProcess(directory, settings, List.of());
    }

    private RightpartyProcess(Path directory, Path settings, List<String> options) {
        this.directory = directory;
        this.settings = settings;
        this.options = options;
        this.port = freePort();
        this.process = launch();
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /// SIGKILL, and then a new process over the same data.
    public void killAndRestart() {
        kill();
        process = launch();
    }

    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// The output of the latest process.
    public String output() {
        try {
            return Files.readString(log());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Memory that the process holds now.
    public long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.replaceAll("[^0-9]", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() {
        starts++;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(
                        "-Xmx700m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.rightparty.dialer.Main",
                        "run",
                        "--config",
                        settings.toString(),
                        "--data",
                        directory.resolve("data").toString(),
                        "--port",
                        Integer.toString(port)));
        try {
            Process started =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log().toFile())
                            .start();
            awaitReady(started);
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void awaitReady(Process started) {
        Instant latest = Instant.now().plus(START_MAX);
        while (!output().contains("ready")) {
            if (!started.isAlive() || Instant.now().isAfter(latest)) {
                started.destroyForcibly();
                throw new IllegalStateException("the program did not start:\n" + output());
            }
            nap();
        }
    }

    private static void nap() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Path log() {
        return directory.resolve("run-" + starts + ".log");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
