package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.LEDGER_CHECKPOINT;
import static org.rightparty.schema.generated.Tables.TASK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.postgres.PostgresTables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the settings name is read each night.
final class NightsTest {
    private static final Instant FOUR = Instant.parse("2026-04-08T04:00:00Z");

    @TempDir Path directory;

    @Test
    void reads_the_records_that_the_settings_name_and_tells_what_it_cannot_read()
            throws IOException, SQLException {
        Path carrier =
                Files.writeString(
                        directory.resolve("carrier.csv"),
                        """
                        number,started_at,answered,call_id
                        +12125550177,2026-04-07T15:00:00Z,true,c-1
                        """);
        Path absent = directory.resolve("Master.csv");
        try (Database database = TestDatabase.fresh()) {
            begun(database);
            DialerConfig config =
                    DialerConfig.read(Optional.of(TestSettings.of(database, directory)), Map.of());
            try (PostgresTables tables =
                    PostgresTables.open(config.database(), config.collector(), () -> FOUR)) {
                new Nights(
                                new LedgerSettings.Nights(
                                        4, Optional.of(absent), Optional.of(carrier)),
                                tables,
                                ZoneOffset.UTC,
                                () -> FOUR)
                        .look();
            }
            assertThat(tasks(database))
                    .hasSize(2)
                    .anyMatch(title -> title.contains("Master.csv cannot be read"))
                    .anyMatch(title -> title.contains("CARRIER record"));
        }
    }

    private static void begun(Database database) {
        database.transact(tx ->
                tx.insertInto(LEDGER_CHECKPOINT)
                        .set(LEDGER_CHECKPOINT.ID, 1L)
                        .set(LEDGER_CHECKPOINT.SIZE, 0L)
                        .set(LEDGER_CHECKPOINT.ROOT, new byte[32])
                        .set(LEDGER_CHECKPOINT.SIGNED_AT, FOUR.minusSeconds(172_800))
                        .set(LEDGER_CHECKPOINT.NOTE, "")
                        .execute());
    }

    private static List<String> tasks(Database database) {
        return database.transact(tx -> tx.select(TASK.TITLE).from(TASK).fetch(TASK.TITLE));
    }
}
