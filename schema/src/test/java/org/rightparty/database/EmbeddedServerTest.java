package org.rightparty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// The server of our own, with its process killed under it.
class EmbeddedServerTest {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    @Test
    void keeps_every_commit_through_a_kill_and_a_restart_and_loses_no_durability(
            @TempDir Path parent) throws Exception {
        Path directory = parent.resolve("server");
        DatabaseConfig config = new DatabaseConfig.Embedded(directory, 4);
        try (Database database = Database.open(config)) {
            assertThat(text(database, "SHOW fsync")).isEqualTo("on");
            assertThat(text(database, "SHOW synchronous_commit")).isEqualTo("on");
            database.transact(
                    tx -> tx.execute("INSERT INTO client (name, legal_name) VALUES ('a', 'a')"));

            Postmaster.serving(directory).orElseThrow().process().destroyForcibly();

            assertThat(eventually(database, "SELECT name FROM client")).isEqualTo("a");
        }
        assertThat(Postmaster.serving(directory)).isEmpty();
        try (Database again = Database.open(config)) {
            assertThat(text(again, "SELECT name FROM client")).isEqualTo("a");
        }
    }

    @Test
    void adopts_a_server_that_outlived_its_program(@TempDir Path parent) throws Exception {
        Path directory = parent.resolve("server");
        EmbeddedServer first = EmbeddedServer.start(directory);
        long before = process(directory);
        first.abandon();

        try (EmbeddedServer second = EmbeddedServer.start(directory)) {
            assertThat(second.url()).isEqualTo(first.url());
            assertThat(process(directory)).isEqualTo(before);
        }
        assertThat(Postmaster.serving(directory)).isEmpty();
    }

    /// What a program leaves that is killed while the files are being made, early or late.
    @ParameterizedTest
    @ValueSource(strings = {"", "PG_VERSION"})
    void begins_anew_after_a_first_start_that_was_killed(String left, @TempDir Path parent)
            throws Exception {
        Path directory = parent.resolve("server");
        Path file = directory.resolve(left.isEmpty() ? "postgresql.conf" : left);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "17\n");
        Files.writeString(parent.resolve("server.first-start"), "");

        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            assertThat(Postmaster.serving(directory)).isPresent();
            assertThat(server.password()).hasSize(48);
        }
        assertThat(parent.resolve("server.first-start")).doesNotExist();
    }

    @Test
    void begins_anew_when_the_program_was_killed_while_the_files_were_made(@TempDir Path parent)
            throws Exception {
        Path directory = parent.resolve("server");
        Process program = starting(directory);
        Instant until = Instant.now().plus(BACK_WITHIN);
        while (!Files.exists(directory.resolve("PG_VERSION"))) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(20);
        }
        program.destroyForcibly().waitFor();

        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            assertThat(server.password()).hasSize(48);
        }
    }

    /// Another program that starts the server of this directory.
    private static Process starting(Path directory) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Started as a program of its own, to be killed.
    static final class Starter {
        private Starter() {}

        public static void main(String[] arguments) throws IOException {
            try (EmbeddedServer _ = EmbeddedServer.start(Path.of(arguments[0]))) {
                System.in.read();
            }
        }
    }

    @Test
    void leaves_a_borrowed_server_to_its_owner(@TempDir Path parent) throws Exception {
        Path directory = parent.resolve("server");
        try (EmbeddedServer owner = EmbeddedServer.start(directory)) {
            try (EmbeddedServer borrower = EmbeddedServer.start(directory)) {
                assertThat(borrower.url()).isEqualTo(owner.url());
            }
            assertThat(Postmaster.serving(directory)).isPresent();
        }
    }

    @Test
    void lets_nobody_in_without_the_password_that_only_the_owner_may_read(@TempDir Path parent)
            throws Exception {
        Path directory = parent.resolve("server");
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            Path file = parent.resolve("server.password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(server.password()).isEqualTo(Files.readString(file).strip()).hasSize(48);
            assertRefused(server.url(), "postgres");
            assertRefused(server.url(), "");
            assertThat(logsIn(server.url(), server.password())).isTrue();
            assertThat(Locks.isLocked(directory)).isTrue();
        }
    }

    @Test
    void locks_a_directory_that_an_earlier_version_left_open_and_keeps_what_is_in_it(
            @TempDir Path parent) throws Exception {
        Path directory = parent.resolve("server");
        try (EmbeddedPostgres open =
                EmbeddedPostgres.builder()
                        .setDataDirectory(directory)
                        .setCleanDataDirectory(false)
                        .start()) {
            assertThat(logsIn(open.getJdbcUrl("postgres", "postgres"), "anything")).isTrue();
        }
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            assertThat(logsIn(server.url(), server.password())).isTrue();
            eventuallyRefused(server.url());
        }
        try (EmbeddedServer again = EmbeddedServer.start(directory)) {
            assertThat(logsIn(again.url(), again.password())).isTrue();
            assertRefused(again.url(), "anything");
        }
    }

    @Test
    void says_in_one_line_what_to_do_when_the_password_is_lost_and_mends_it_so(@TempDir Path parent)
            throws Exception {
        Path directory = parent.resolve("server");
        EmbeddedServer.start(directory).close();
        Path file = parent.resolve("server.password");
        Files.delete(file);
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> EmbeddedServer.start(directory))
                .withMessageContaining("its password is missing; put " + file + " back")
                .withMessageNotContaining("\n");
        Path rules = directory.resolve("pg_hba.conf");
        Files.writeString(rules, Files.readString(rules).replace("scram-sha-256", "trust"));
        try (EmbeddedServer mended = EmbeddedServer.start(directory)) {
            assertThat(logsIn(mended.url(), mended.password())).isTrue();
        }
    }

    @Test
    void names_the_file_when_a_running_server_takes_another_password(@TempDir Path parent)
            throws Exception {
        Path directory = parent.resolve("server");
        try (EmbeddedServer _ = EmbeddedServer.start(directory)) {
            Path file = parent.resolve("server.password");
            Files.writeString(file, "of-other-data\n");
            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(() -> Database.open(new DatabaseConfig.Embedded(directory, 2)))
                    .withMessageContaining("check that " + file + " is the one");
        }
    }

    /// The server takes its new rules up a moment after it was told.
    private static void eventuallyRefused(String url) throws InterruptedException {
        Instant latest = Instant.now().plus(BACK_WITHIN);
        while (logsIn(url, "anything")) {
            assertThat(Instant.now()).isBefore(latest);
            Thread.sleep(50);
        }
    }

    private static void assertRefused(String url, String password) {
        assertThat(logsIn(url, password)).as("log-in with '%s'", password).isFalse();
    }

    private static boolean logsIn(String url, String password) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", password)) {
            return connection.isValid(1);
        } catch (SQLException refused) {
            return false;
        }
    }

    private static long process(Path directory) throws IOException {
        return Postmaster.serving(directory).orElseThrow().process().pid();
    }

    private static String eventually(Database database, String sql) throws InterruptedException {
        Instant latest = Instant.now().plus(BACK_WITHIN);
        while (true) {
            try {
                return text(database, sql);
            } catch (DatabaseFailure failure) {
                if (Instant.now().isAfter(latest)) {
                    throw failure;
                }
                Thread.sleep(200);
            }
        }
    }

    private static String text(Database database, String sql) {
        return database.transact(tx -> tx.fetchSingle(sql).get(0, String.class));
    }
}
