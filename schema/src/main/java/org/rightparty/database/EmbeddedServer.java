package org.rightparty.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.rightparty.database.DatabaseFailure.Category;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL server of our own whose files are kept between runs.
///
/// The library's defaults are for tests and give up durability; here every commit reaches the disk.
/// A server that outlived a killed process is adopted when it still serves this directory.
final class EmbeddedServer implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 100;

    private final String url;
    private final AutoCloseable stop;

    private EmbeddedServer(String url, AutoCloseable stop) {
        this.url = url;
        this.stop = stop;
    }

    static EmbeddedServer start(Path directory) {
        try {
            Files.createDirectories(directory);
            Optional<Postmaster> survivor = Postmaster.serving(directory);
            if (survivor.isPresent()) {
                return adopt(survivor.get());
            }
            return launch(directory);
        } catch (IOException failed) {
            throw new DatabaseFailure(
                    Category.UNREACHABLE,
                    "the embedded PostgreSQL did not start in "
                            + directory
                            + ": "
                            + failed.getMessage(),
                    failed);
        }
    }

    private static EmbeddedServer adopt(Postmaster survivor) {
        return new EmbeddedServer(urlAt(survivor.port()), survivor::stop);
    }

    private static EmbeddedServer launch(Path directory) throws IOException {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.builder()
                        .setDataDirectory(directory)
                        .setCleanDataDirectory(false)
                        .setPort(freePort())
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", Integer.toString(CONNECTIONS_MAX))
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("wal_compression", "on")
                        .start();
        return new EmbeddedServer(urlAt(postgres.getPort()), postgres);
    }

    private static String urlAt(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return url;
    }

    @Override
    public void close() throws Exception {
        stop.close();
    }

    /// The server process that `postmaster.pid` names: process id on line 1, port on line 4.
    private record Postmaster(ProcessHandle process, int port) {
        private static final int PORT_LINE = 3;

        static Optional<Postmaster> serving(Path directory) throws IOException {
            Path file = directory.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(Postmaster::isPostgres)
                    .map(process -> new Postmaster(process, port));
        }

        private static boolean isPostgres(ProcessHandle process) {
            return process.info().command().map(c -> c.endsWith("postgres")).orElse(false);
        }

        /// SIGINT would be a fast shutdown; SIGTERM waits for clients, and ours are closed by now.
        void stop() {
            process.destroy();
            process.onExit().join();
        }
    }
}
