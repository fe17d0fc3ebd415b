package org.rightparty.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// The server of our own, with its process killed under it.
class EmbeddedServerTest {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    @Test
    void keeps_every_commit_through_a_kill_and_a_restart_and_loses_no_durability(
            @TempDir Path directory) throws Exception {
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
    void adopts_a_server_that_outlived_its_program(@TempDir Path directory) throws Exception {
        EmbeddedServer first = EmbeddedServer.start(directory);
        long before = process(directory);
        first.abandon();

        try (EmbeddedServer second = EmbeddedServer.start(directory)) {
            assertThat(second.url()).isEqualTo(first.url());
            assertThat(process(directory)).isEqualTo(before);
        }
        assertThat(Postmaster.serving(directory)).isEmpty();
    }

    @Test
    void leaves_a_borrowed_server_to_its_owner(@TempDir Path directory) throws Exception {
        try (EmbeddedServer owner = EmbeddedServer.start(directory)) {
            try (EmbeddedServer borrower = EmbeddedServer.start(directory)) {
                assertThat(borrower.url()).isEqualTo(owner.url());
            }
            assertThat(Postmaster.serving(directory)).isPresent();
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
