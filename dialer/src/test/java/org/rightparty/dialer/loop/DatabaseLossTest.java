package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.Partitions;
import org.rightparty.database.Pulse;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.dialer.postgres.PostgresCallBook;
import org.rightparty.dialer.postgres.PostgresCandidates;
import org.rightparty.dialer.postgres.TrunkBook;
import org.rightparty.dialer.robot.KillablePostgres;
import org.rightparty.dialer.robot.TestFloor;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGeneratorFactory;

/// A real PostgreSQL goes away while the loop has nothing to ask of it. What agents and pace want a
/// second later is not ordered any more.
class DatabaseLossTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final AgentId AGENT = new AgentId(1);
    private static final CampaignId CAMPAIGN = new CampaignId(1);

    /// How the database is lost, and how it comes back.
    enum Loss {
        KILLED {
            @Override
            void happens(KillablePostgres postgres) {
                postgres.kill();
            }

            @Override
            void ends(KillablePostgres postgres) {
                postgres.restart();
            }
        },
        FROZEN {
            @Override
            void happens(KillablePostgres postgres) {
                postgres.freeze();
            }

            @Override
            void ends(KillablePostgres postgres) {
                postgres.thaw();
            }
        };

        abstract void happens(KillablePostgres postgres);

        abstract void ends(KillablePostgres postgres);
    }

    @ParameterizedTest
    @EnumSource
    void a_second_after_the_loss_no_permit_is_ordered(Loss loss, @TempDir Path directory)
            throws Exception {
        try (KillablePostgres postgres = new KillablePostgres(directory.resolve("postgresql"));
                Database database = open(postgres);
                Pulse pulse = new Pulse(database)) {
            CountingPool pool = new CountingPool();
            try (Floors floors = floors(database, pulse, pool)) {
                sitDown(floors);
                accepted(floors, new Intent.GoReady());
                await("dialing").until(() -> pool.orders.get() > 0);
                accepted(floors, new Intent.Pause(PauseReason.BREAK));

                loss.happens(postgres);
                lasts(Duration.ofMillis(1_050));
                int before = pool.orders.get();
                accepted(floors, new Intent.GoReady());
                Answer byHand = ask(floors, new Intent.DialManually(new AccountId(1), PHONE));
                assertThat(byHand)
                        .isInstanceOfSatisfying(
                                Answer.Declined.class,
                                d -> assertThat(d.code()).isEqualTo("CANNOT_DIAL"));
                lasts(Duration.ofSeconds(3));
                assertThat(pool.orders.get()).isEqualTo(before);
                assertThat(floors.snapshot().databaseUp()).isFalse();

                loss.ends(postgres);
                await("dialing again")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> pool.orders.get() > before);
            }
        }
    }

    private static final PhoneId PHONE = new PhoneId(1);

    private static Database open(KillablePostgres postgres) {
        Database database =
                Database.open(
                        new DatabaseConfig.External(postgres.url(), "postgres", "postgres", 4));
        new Partitions(database).makeAhead(CLOCK.instant());
        TestFloor floor = new TestFloor(database);
        floor.people(List.of("2001"), "only-for-tests-2");
        floor.campaign("PROGRESSIVE", false, 1);
        return database;
    }

    private static Floors floors(Database database, Pulse pulse, Pool pool) {
        SimOffice office =
                new SimOffice(
                        SimPolicies.of(Mode.PROGRESSIVE),
                        1,
                        CLOCK,
                        RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        CallBook book =
                new PostgresCallBook(
                        database,
                        pulse,
                        new PostgresCandidates(database, (tx, zones, laws, now) -> true),
                        (tx, entry) -> {},
                        TrunkBook.NONE);
        Floors floors =
                new Floors(
                        new Performer(pool, book, office, office, office, CLOCK),
                        LoopLimits.forTrunks(10),
                        Announcements.SIMULATED,
                        Facts.NONE,
                        CLOCK,
                        Thread::startVirtualThread);
        floors.link(true, CLOCK.instant());
        floors.lead(
                SimPolicies.of(Mode.PROGRESSIVE),
                new HandTelephone(floors, CLOCK),
                _ -> new ProgressivePace(),
                NetworkBook.NONE);
        return floors;
    }

    private static void sitDown(Floors floors) throws Exception {
        floors.open(AGENT, CAMPAIGN, new BlindPage())
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        accepted(floors, new Intent.CallMyLine());
    }

    private static void accepted(Floors floors, Intent intent) throws Exception {
        assertThat(ask(floors, intent)).isEqualTo(new Answer.Accepted());
    }

    private static Answer ask(Floors floors, Intent intent) throws Exception {
        return floors.ask(AGENT, intent).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static void lasts(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }

    /// Has nobody to call, and counts how often it is asked.
    private static final class CountingPool implements Pool {
        final AtomicInteger orders = new AtomicInteger();

        @Override
        public List<Drawn> reserveNext(CampaignId campaign, Mode mode, int count, Instant now) {
            orders.incrementAndGet();
            return List.of();
        }

        @Override
        public Optional<Offer> offerNext(CampaignId campaign, AgentId agent, Instant now) {
            return Optional.empty();
        }

        @Override
        public Optional<NoCalls> lacks(CampaignId campaign, Instant now) {
            return Optional.empty();
        }

        @Override
        public void giveBack(CampaignId campaign, Offer offer, String reason, Instant now) {}

        @Override
        public Reservation transfer(Transfer transfer, Instant now) {
            throw new NoSuchElementException("no conversation " + transfer.from());
        }

        @Override
        public Reservation reserve(DialRequest request, Instant now) {
            orders.incrementAndGet();
            return new Reservation.Busy(request);
        }
    }
}
