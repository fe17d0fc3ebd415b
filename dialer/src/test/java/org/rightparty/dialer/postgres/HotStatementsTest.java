package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.postgres.Floorplan.NOON;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.abandonment.AbandonmentLaw;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.PostgresGate;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.bench.BigHouse;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/// What runs for every call, tick or sweep reaches its rows through an index, among fifty thousand
/// people with a hundred thousand calls behind them. Prints the plans.
class HotStatementsTest {
    private static final int PEOPLE = 50_000;
    private static final int BATCH = 20;
    private static final CampaignId CAMPAIGN = new CampaignId(1);
    private static final Instant NOW = NOON.plus(Duration.ofHours(3));

    private static final Database DATABASE = TestDatabase.fresh();
    private static final PostgresLedger LEDGER = new PostgresLedger();
    private static final PostgresRulebooks RULEBOOKS = new PostgresRulebooks(LEDGER);
    private static final PostgresCandidates CANDIDATES =
            new PostgresCandidates(DATABASE, new RulebookHours(RULEBOOKS, ZoneOffset.UTC));
    private static final PostgresGate GATE = new PostgresGate(RULEBOOKS, LEDGER);

    @BeforeAll
    static void fill() {
        BigHouse.load(DATABASE, PEOPLE);
        BigHouse.call(DATABASE, 1, "2026-10-27 16:00+00");
        BigHouse.call(DATABASE, 1, "2026-11-06 16:00+00");
        BigHouse.call(DATABASE, 50, "2026-11-18 16:00+00");
        DATABASE.transact(tx -> {
            RULEBOOKS.loadShipped(tx, NOW.minus(Duration.ofDays(60)));
            return tx;
        });
        assertThat(CANDIDATES.settleAll(NOW)).isGreaterThanOrEqualTo(PEOPLE);
        BigHouse.execute(DATABASE, "VACUUM ANALYZE");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void claiming_takes_the_heads_of_the_groups_from_an_index() {
        List<OpenGroup> open =
                explained("groups", tx -> CANDIDATES.groups().open(tx, CAMPAIGN, NOW));
        assertThat(open).hasSize(4);
        List<Claim.Taken> taken = explained("claim", tx -> Claim.best(tx, CAMPAIGN, open, BATCH));
        assertThat(taken).hasSize(BATCH);
    }

    @Test
    void a_batch_of_permits_and_the_end_of_a_call_read_by_person() {
        List<DialRequest> requests = requests();
        List<Reservation> reservations = explained("gate", tx -> GATE.reserve(tx, requests, NOW));
        assertThat(reservations).allMatch(Reservation.Granted.class::isInstance);
        explained(
                "settle",
                tx -> {
                    Claim.settle(tx, CAMPAIGN, reservations, NOW);
                    return tx;
                });
        Attempt attempt = ((Reservation.Granted) reservations.getFirst()).attempt();
        var ending = Floorplan.ending(attempt, Outcome.NOT_IN_SERVICE, NOW.plusSeconds(9));
        boolean written =
                explained(
                        "end",
                        tx ->
                                new Endings(CANDIDATES, LEDGER::append, TrunkBook.NONE)
                                        .write(tx, ending));
        assertThat(written).isTrue();
    }

    @Test
    void each_tick_and_sweep_reads_only_what_is_due() {
        explained("resume", tx -> PostgresCallBook.open(tx, CAMPAIGN));
        explained(
                "abandonment",
                tx -> {
                    AbandonmentLaw law = CANDIDATES.law().abandonment(tx, NOW);
                    return Figures.abandonment(tx, CAMPAIGN, law, NOW);
                });
        explained("tallies", tx -> Figures.tallies(tx, CAMPAIGN, NOW.minusSeconds(36_000)));
        explained("changed", PostgresCandidates::takeChanged);
        explained("rested", tx -> PostgresCandidates.takeRested(tx, NOW));
        explained("promises", tx -> Promises.resolve(tx, LEDGER::append, NOW));
        explained("callbacks", tx -> Callbacks.miss(tx, LEDGER::append, NOW));
    }

    private static List<DialRequest> requests() {
        return LongStream.rangeClosed(101, 100 + BATCH)
                .mapToObj(id ->
                        new DialRequest(
                                CAMPAIGN,
                                new ConsumerId(id),
                                new AccountId(id),
                                new PhoneId(id),
                                Mode.PROGRESSIVE,
                                DialPath.CAMPAIGN,
                                Optional.empty(),
                                25))
                .toList();
    }

    private static <T> T explained(String step, Function<DSLContext, T> work) {
        return DATABASE.transact(tx -> {
            Plans plans = new Plans(tx);
            T result = work.apply(DSL.using(tx.configuration().deriveAppending(plans)));
            plans.print(step);
            assertThat(plans.wholeTables()).as(step).isEmpty();
            return result;
        });
    }
}
