package org.rightparty.dialer.placement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.IMPORT_RUN;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.Partitions;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.robot.KillablePostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

final class KilledImportTest {
    private static final int ROWS = 20_000;
    private static final int KILLED_AFTER = 3_000;
    private static final String HEAP = "128m";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir Path directory;

    @Test
    void a_killed_import_goes_on_without_losing_or_doubling_a_row() throws Exception {
        try (Database database = TestDatabase.fresh()) {
            Path file = file();
            Process killed = begin(database, file);
            killed.destroyForcibly().waitFor();

            goesOn(database, file);
        }
    }

    /// Its batches do not wait for the disk, so the server takes back those that had not reached
    /// it: rows and the count of rows done together.
    @Test
    void an_import_whose_server_was_killed_goes_on_from_what_reached_the_disk() throws Exception {
        try (KillablePostgres postgres = new KillablePostgres(directory.resolve("postgresql"));
                Database database = Database.open(config(postgres))) {
            new Partitions(database).makeAhead(Instant.now());
            Path file = file();
            Process bereft = begin(database, file);
            postgres.kill();
            int code = bereft.waitFor();
            postgres.restart();

            assertThat(code).isNotZero();
            goesOn(database, file);
        }
    }

    private Path file() {
        return PlacementFiles.sound(directory.resolve("placements.csv"), ROWS, 11);
    }

    private static DatabaseConfig config(KillablePostgres postgres) {
        return new DatabaseConfig.External(postgres.url(), "postgres", "postgres", 4);
    }

    private Process begin(Database database, Path file) throws IOException {
        Process begun = ImportProcess.start(database, file, HEAP, directory.resolve("begun.txt"));
        await().atMost(PATIENCE).until(() -> count(database, ACCOUNT) >= KILLED_AFTER);
        return begun;
    }

    private void goesOn(Database database, Path file) throws Exception {
        long before = rowsDone(database);
        Path output = directory.resolve("resumed.txt");
        int code = ImportProcess.start(database, file, HEAP, output).waitFor();

        assertThat(before).isBetween(1L, ROWS - 1L);
        assertThat(code).as(text(output)).isZero();
        assertThat(text(output)).contains("Imported the rest of placements.csv");
        assertThat(count(database, ACCOUNT)).isEqualTo(ROWS);
        assertThat(count(database, CONSUMER)).isEqualTo(ROWS);
        assertThat(count(database, PHONE)).isEqualTo(ROWS * 7 / 2);
        assertThat(rowsDone(database)).isEqualTo(ROWS);
    }

    /// What the run says and what is there, at one instant.
    private static long rowsDone(Database database) {
        var stand =
                database.transact(tx ->
                        tx.select(IMPORT_RUN.ROWS_DONE, DSL.field(DSL.selectCount().from(ACCOUNT)))
                                .from(IMPORT_RUN)
                                .fetchSingle());
        assertThat(stand.value2()).isEqualTo(stand.value1().intValue());
        return stand.value1();
    }

    private static int count(Database database, Table<?> table) {
        return database.transact(tx -> tx.fetchCount(table));
    }

    private static String text(Path output) throws IOException {
        return Files.readString(output);
    }
}
