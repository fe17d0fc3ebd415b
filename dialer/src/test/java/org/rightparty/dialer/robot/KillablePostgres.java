package org.rightparty.dialer.robot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A durable PostgreSQL of a test's own that can be killed and started again on the same port.
public final class KillablePostgres implements AutoCloseable {
    /// A server that was killed first recovers, on a busy machine slowly.
    private static final Duration START_MAX = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;

    public KillablePostgres(Path directory) {
        this.directory = directory;
        this.port = freePort();
        this.server = start();
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /// SIGKILL to the server as a power cut would, and a new start over what reached the disk.
    public void killAndRestart() {
        kill();
        restart();
    }

    public void kill() {
        ProcessHandle postmaster = running().orElseThrow();
        postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    /// The server answers nothing and ends nothing until [#thaw].
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        ProcessHandle postmaster = running().orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", signal));
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .forEach(process -> command.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(command).start().onExit().join();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The library locks the directory until the dead server's handle is closed.
    public void restart() {
        close();
        server = start();
    }

    /// A frozen server cannot be told to stop, and is thawed first.
    @Override
    public void close() {
        if (running().isPresent()) {
            thaw();
        }
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The server's first process; empty when it is down.
    Optional<ProcessHandle> running() {
        Path file = directory.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(START_MAX)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
