package org.rightparty.dialer.bench;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.Partitions;
import org.rightparty.dialer.postgres.PostgresCandidates;
import org.rightparty.dialer.postgres.RulebookHours;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Choosing everybody's candidate with and without foreign keys from `dial_candidate` to person,
/// account and number, in turns. `-Daccounts=…` takes another number than 100,000.
@Tag("bench")
class CandidateKeysBench {
    private static final int ACCOUNTS = Integer.getInteger("accounts", 100_000);
    private static final int ROUNDS = 3;
    private static final Instant AFTERNOON = Instant.parse("2026-11-18T20:00:00Z");

    @TempDir Path directory;

    @Test
    void choosing_with_and_without_foreign_keys() {
        try (Database database = Database.open(new DatabaseConfig.Embedded(directory, 8))) {
            new Partitions(database).make(LocalDate.of(2026, 10, 1), 3);
            BigHouse.load(database, ACCOUNTS);
            PostgresRulebooks rulebooks = new PostgresRulebooks(new PostgresLedger());
            database.transact(tx -> {
                rulebooks.loadShipped(tx, AFTERNOON.minus(Duration.ofDays(30)));
                return tx;
            });
            PostgresCandidates candidates =
                    new PostgresCandidates(database, new RulebookHours(rulebooks, ZoneOffset.UTC));
            candidates.settleAll(AFTERNOON);
            List<Double> without = new ArrayList<>();
            List<Double> with = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                without.add(seconds(database, candidates));
                keys(database, "ADD CONSTRAINT %1$s_key FOREIGN KEY (%1$s_id) REFERENCES %1$s");
                with.add(seconds(database, candidates));
                keys(database, "DROP CONSTRAINT %1$s_key");
            }
            System.out.printf(
                    "| choosing %,d candidates | seconds, %d rounds |%n| without keys | %s |%n"
                            + "| with keys | %s |%n",
                    ACCOUNTS, ROUNDS, shown(without), shown(with));
        }
    }

    private static void keys(Database database, String change) {
        for (String parent : List.of("consumer", "account", "phone")) {
            BigHouse.execute(database, "ALTER TABLE dial_candidate " + change.formatted(parent));
        }
    }

    private static double seconds(Database database, PostgresCandidates candidates) {
        BigHouse.execute(
                database,
                "TRUNCATE dial_candidate",
                "INSERT INTO candidate_change (consumer_id) SELECT id FROM consumer",
                "VACUUM ANALYZE candidate_change",
                "CHECKPOINT");
        long before = System.nanoTime();
        candidates.settleAll(AFTERNOON);
        return (System.nanoTime() - before) / 1e9;
    }

    private static String shown(List<Double> seconds) {
        return String.join(", ", seconds.stream().map("%.1f"::formatted).toList());
    }
}
