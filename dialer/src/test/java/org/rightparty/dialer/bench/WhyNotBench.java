package org.rightparty.dialer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.console.office.Funnel;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.Partitions;
import org.rightparty.dialer.postgres.PostgresCandidates;
import org.rightparty.dialer.postgres.PostgresFunnels;
import org.rightparty.dialer.postgres.RulebookHours;
import org.rightparty.vocabulary.CampaignId;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The funnel from all accounts to those that may be dialed now, of a million accounts.
/// `-Daccounts=…` takes another number.
@Tag("bench")
class WhyNotBench {
    private static final int ACCOUNTS = Integer.getInteger("accounts", 1_000_000);
    private static final int CALLED = 5;
    private static final int TIMES = 11;

    /// A Wednesday, 08:30 in New York: the west is asleep.
    private static final Instant MORNING = Instant.parse("2026-11-18T13:30:00Z");

    @TempDir Path directory;

    @Test
    void the_funnel_of_a_million_accounts() {
        try (Database database = Database.open(new DatabaseConfig.Embedded(directory, 4))) {
            new Partitions(database).makeAhead(MORNING);
            BigHouse.load(database, ACCOUNTS);
            BigHouse.call(database, CALLED, "2026-11-18 13:00+00");
            BigHouse.execute(
                    database,
                    "INSERT INTO hold (consumer_id, code, from_at) SELECT id, 'CEASE', "
                            + "timestamptz '2026-11-01' FROM consumer WHERE id % 50 = 1",
                    "UPDATE account SET work_state = 'PAID' WHERE id % 20 = 3",
                    "UPDATE phone SET usable = 'WRONG' WHERE id % 30 = 7");
            PostgresRulebooks rulebooks = new PostgresRulebooks(new PostgresLedger());
            database.transact(tx -> {
                rulebooks.loadShipped(tx, MORNING.minus(Duration.ofDays(30)));
                return tx;
            });
            RulebookHours hours = new RulebookHours(rulebooks, ZoneOffset.UTC);
            new PostgresCandidates(database, hours).settleAll(MORNING);
            BigHouse.execute(database, "VACUUM ANALYZE");
            measure(database, new PostgresFunnels(hours));
        }
    }

    private static void measure(Database database, PostgresFunnels funnels) {
        List<Double> millis = new ArrayList<>();
        List<Funnel> found = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long before = System.nanoTime();
            database.transact(tx -> funnels.of(tx, new CampaignId(1), MORNING))
                    .ifPresent(found::add);
            millis.add((System.nanoTime() - before) / 1e6);
        }
        millis.sort(null);
        Funnel funnel = found.getLast();
        System.out.printf("%,12d  accounts%n", funnel.accounts());
        funnel.steps()
                .forEach(step -> System.out.printf("%,12d  %s%n", -step.accounts(), step.words()));
        System.out.printf("%,12d  may be dialed now%n", funnel.dialable());
        System.out.printf(
                "%d times: fastest %.0f ms, median %.0f ms, slowest %.0f ms%n",
                TIMES, millis.getFirst(), millis.get(TIMES / 2), millis.getLast());
        assertThat(funnel.accounts()).isEqualTo(ACCOUNTS);
    }
}
