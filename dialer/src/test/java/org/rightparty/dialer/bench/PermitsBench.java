package org.rightparty.dialer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.PostgresGate;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.Partitions;
import org.rightparty.dialer.loop.Pool;
import org.rightparty.dialer.postgres.Gatekeeper;
import org.rightparty.dialer.postgres.PostgresCandidates;
import org.rightparty.dialer.postgres.PostgresPool;
import org.rightparty.dialer.postgres.RulebookHours;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Permits a second end to end (claim, gate, attempt, audit entry, committed to disk), from a pool
/// of a million accounts. `-Daccounts=…` takes another number.
@Tag("bench")
class PermitsBench {
    private static final int ACCOUNTS = Integer.getInteger("accounts", 1_000_000);

    /// Every fourth person was called before.
    private static final int CALLED = 4;

    private static final int BATCH = 20;
    private static final int WARM_UP = 100;
    private static final int BATCHES = 500;

    /// A Wednesday, 15:00 in New York: open from coast to coast.
    private static final Instant AFTERNOON = Instant.parse("2026-11-18T20:00:00Z");

    @TempDir Path directory;

    @Test
    void permits_a_second() {
        try (Database database = Database.open(new DatabaseConfig.Embedded(directory, 8))) {
            new Partitions(database).makeAhead(AFTERNOON);
            time("load %,d accounts".formatted(ACCOUNTS), () -> BigHouse.load(database, ACCOUNTS));
            BigHouse.call(database, CALLED, "2026-11-06 16:00+00");
            PostgresLedger ledger = new PostgresLedger();
            PostgresRulebooks rulebooks = new PostgresRulebooks(ledger);
            database.transact(tx -> {
                rulebooks.loadShipped(tx, AFTERNOON.minus(Duration.ofDays(30)));
                return tx;
            });
            PostgresCandidates candidates =
                    new PostgresCandidates(database, new RulebookHours(rulebooks, ZoneOffset.UTC));
            time("choose all candidates", () -> candidates.settleAll(AFTERNOON));
            BigHouse.execute(database, "VACUUM ANALYZE", "CHECKPOINT");
            PostgresPool pool =
                    new PostgresPool(
                            database,
                            candidates,
                            Gatekeeper.of(new PostgresGate(rulebooks, ledger)),
                            ledger::append);
            measure(pool);
        }
    }

    private static void measure(PostgresPool pool) {
        Histogram took = new Histogram(3);
        long granted = 0;
        long started = System.nanoTime();
        for (int i = 0; i < WARM_UP + BATCHES; i++) {
            if (i == WARM_UP) {
                took.reset();
                granted = 0;
                started = System.nanoTime();
            }
            long before = System.nanoTime();
            List<Pool.Drawn> drawn =
                    pool.reserveNext(
                            new CampaignId(1),
                            Mode.PROGRESSIVE,
                            BATCH,
                            AFTERNOON.plusMillis(20L * i));
            took.recordValue(System.nanoTime() - before);
            granted +=
                    drawn.stream()
                            .filter(d -> d.reservation() instanceof Reservation.Granted)
                            .count();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "| accounts | permits | batch | permits/s | p50 ms | p99 ms | max ms |%n"
                        + "| %,d | %,d | %d | %.0f | %.1f | %.1f | %.1f |%n",
                ACCOUNTS,
                granted,
                BATCH,
                granted / seconds,
                took.getValueAtPercentile(50) / 1e6,
                took.getValueAtPercentile(99) / 1e6,
                took.getMaxValue() / 1e6);
        assertThat(granted).isEqualTo((long) BATCH * BATCHES);
    }

    private static void time(String what, Runnable work) {
        long before = System.nanoTime();
        work.run();
        System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - before) / 1e9);
    }
}
