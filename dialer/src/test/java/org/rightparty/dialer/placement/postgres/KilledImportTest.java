package org.rightparty.dialer.placement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.IMPORT_RUN;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

final class KilledImportTest {
    private static final int ROWS = 20_000;
    private static final int KILLED_AFTER = 3_000;
    private static final String HEAP = "128m";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir Path directory;

    @Test
    void a_killed_import_goes_on_without_losing_or_doubling_a_row() throws Exception {
        try (Database database = TestDatabase.fresh()) {
            Path file = PlacementFiles.sound(directory.resolve("placements.csv"), ROWS, 11);
            Process killed =
                    ImportProcess.start(database, file, HEAP, directory.resolve("killed.txt"));
            await().atMost(PATIENCE).until(() -> count(database, ACCOUNT) >= KILLED_AFTER);
            killed.destroyForcibly().waitFor();

            int before = count(database, ACCOUNT);
            Path output = directory.resolve("resumed.txt");
            int code = ImportProcess.start(database, file, HEAP, output).waitFor();

            assertThat(before).isBetween(KILLED_AFTER, ROWS - 1);
            assertThat(code).as(text(output)).isZero();
            assertThat(text(output)).contains("Imported the rest of placements.csv");
            assertThat(count(database, ACCOUNT)).isEqualTo(ROWS);
            assertThat(count(database, CONSUMER)).isEqualTo(ROWS);
            assertThat(count(database, PHONE)).isEqualTo(ROWS * 7 / 2);
            long rowsDone =
                    database.transact(tx ->
                                    tx.select(IMPORT_RUN.ROWS_DONE).from(IMPORT_RUN).fetchSingle())
                            .value1();
            assertThat(rowsDone).isEqualTo(ROWS);
        }
    }

    private static int count(Database database, Table<?> table) {
        return database.transact(tx -> tx.fetchCount(table));
    }

    private static String text(Path output) throws IOException {
        return Files.readString(output);
    }
}
