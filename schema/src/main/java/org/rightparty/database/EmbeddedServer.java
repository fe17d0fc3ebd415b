package org.rightparty.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.rightparty.database.DatabaseFailure.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL server of our own whose files are kept between runs.
///
/// The library's defaults are for tests and give up durability; here every commit reaches the disk.
/// A server that outlived a killed process is adopted, and one that is killed under us is started
/// again on the same port. While another process owns the server, it is borrowed: used, but neither
/// watched nor stopped. Whoever comes must know the superuser's password, which is kept beside the
/// directory.
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int CONNECTIONS_MAX = 110;
    private static final String WRONG_PASSWORD = "28P01";

    /// What was written before a crash is read again first.
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(60);

    private static final Duration RESTART_AFTER = Duration.ofSeconds(1);
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(
                    RESTART_AFTER.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);

    private final Path directory;
    private final int port;
    private final Ownership ownership;
    private final ServerPassword password;
    private Optional<EmbeddedPostgres> launched = Optional.empty();
    private volatile boolean closing;

    private EmbeddedServer(Path directory, int port, Ownership ownership, ServerPassword password) {
        this.directory = directory;
        this.port = port;
        this.ownership = ownership;
        this.password = password;
    }

    /// Starts the server of `directory`, or adopts the one that runs.
    ///
    /// @throws DatabaseFailure when it does not start
    static EmbeddedServer start(Path directory) {
        try {
            Files.createDirectories(directory);
            return start(directory, Ownership.of(directory));
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

    private static EmbeddedServer start(Path directory, Ownership ownership) throws IOException {
        try {
            Optional<Postmaster> running = Postmaster.serving(directory);
            int port = running.isPresent() ? running.get().port() : freePort();
            ServerPassword password = ServerPassword.of(directory);
            EmbeddedServer server = new EmbeddedServer(directory, port, ownership, password);
            if (ownership.isOurs()) {
                FirstStart first = new FirstStart(directory);
                if (running.isEmpty()) {
                    first.begin();
                    server.launch();
                }
                Locks.lock(directory, server.url(), password);
                first.done();
                server.watch();
            } else if (running.isEmpty()) {
                throw new IOException("another process is starting or stopping it; try again");
            }
            return server;
        } catch (IOException failed) {
            ownership.close();
            throw failed;
        }
    }

    private synchronized void launch() throws IOException {
        letGo();
        try {
            launched = Optional.of(server().start());
        } catch (IOException failed) {
            Postmaster.serving(directory).ifPresent(Postmaster::stop);
            throw isRefused(failed)
                    ? new IOException("it does not let us in; check " + password.isAt(), failed)
                    : failed;
        }
    }

    private EmbeddedPostgres.Builder server() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(STARTED_WITHIN)
                .setConnectConfig("password", password.text())
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", password.file().toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", Integer.toString(CONNECTIONS_MAX))
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("wal_compression", "on");
    }

    private static boolean isRefused(IOException failed) {
        return failed.getCause() instanceof SQLException sql
                && WRONG_PASSWORD.equals(sql.getSQLState());
    }

    /// The library locks the directory until its handle is closed, even when the server is dead.
    private void letGo() {
        launched.ifPresent(dead -> {
            try {
                dead.close();
            } catch (IOException gone) {
                LOG.debug("database.gone directory={}", directory);
            }
        });
        launched = Optional.empty();
    }

    private void watch() throws IOException {
        Optional<Postmaster> running = Postmaster.serving(directory);
        if (running.isPresent()) {
            var _ = running.get().process().onExit().thenRunAsync(this::revive, LATER);
        }
    }

    private void revive() {
        if (closing) {
            return;
        }
        LOG.error("database.died directory={} action=restarting", directory);
        try {
            launch();
            watch();
            LOG.info("database.revived directory={}", directory);
        } catch (IOException failed) {
            LOG.error("database.revival.failed reason={}", failed.getClass().getSimpleName());
            LATER.execute(this::revive);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /// The superuser's.
    String password() {
        return password.text();
    }

    /// Where the right to log in is written down.
    String key() {
        return password.isAt();
    }

    /// Lets the server run on without us, as a killed program does.
    void abandon() throws IOException {
        closing = true;
        ownership.close();
    }

    @Override
    public synchronized void close() throws IOException {
        closing = true;
        if (ownership.isOurs()) {
            letGo();
            Postmaster.serving(directory).ifPresent(Postmaster::stop);
        }
        ownership.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
