package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.rightparty.schema.generated.Tables.ATTEMPT;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sixteen want one consumer's last call of the week at once: in every round exactly one gets it.
final class LastPermitTest {
    private static final int ROUNDS = 1_000;
    private static final int THREADS = 16;
    private static final int CALLED_BEFORE = 6;
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");

    /// Each round is for a consumer of its own, called on each of the six days before. All ask at
    /// the same moment, each in a transaction of its own; two of the threads wait their turn and
    /// the others do not. When the call of the one that won has rung in vain, the others ask
    /// again, and then it is the count of the week alone that keeps it from them.
    @Test
    void gives_one_permit_in_each_of_a_thousand_rounds() throws Exception {
        try (Office office = new Office(TestDatabase.fresh(THREADS));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<DialRequest> requests =
                    office.debtors(ROUNDS).stream().map(office::request).toList();
            office.transact(LastPermitTest::callEachOnSixDays);
            for (DialRequest request : requests) {
                Reservation.Granted won = race(office, threads, request);
                office.end(won.attempt(), Outcome.RING_NO_ANSWER, NOON.plusSeconds(25));
                assertThat(office.reserve(request, NOON.plus(Duration.ofHours(3))))
                        .isInstanceOfSatisfying(
                                Reservation.Denied.class,
                                denied ->
                                        assertThat(denied.reason().code()).isEqualTo("FREQ_7IN7"));
            }
            assertThat(office.transact(LastPermitTest::attemptsOfOneConsumer))
                    .containsExactly(CALLED_BEFORE + 1);
        }
    }

    private static Reservation.Granted race(
            Office office, ExecutorService threads, DialRequest request) throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Future<Reservation>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            boolean single = i % 8 == 0;
            answers.add(
                    threads.submit(() -> {
                        together.await();
                        return single
                                ? office.transact(tx -> office.gate.reserve(tx, request, NOON))
                                : office.reserve(request, NOON);
                    }));
        }
        List<Reservation.Granted> granted = new ArrayList<>();
        for (Future<Reservation> answer : answers) {
            if (answer.get() instanceof Reservation.Granted won) {
                granted.add(won);
            }
        }
        assertThat(granted).as("permits of %s", request.consumer()).hasSize(1);
        return granted.getFirst();
    }

    /// Nobody answered any of these calls.
    private static int callEachOnSixDays(DSLContext tx) {
        tx.execute(
                """
                INSERT INTO attempt (placed_at, decision_id, consumer_id, account_id, phone_id,
                    e164, caller_id, mode, path, ring_seconds, permit_expires_at)
                SELECT at, 1, a.consumer_id, a.id, p.id,
                    p.e164, '+12125550199', 'PROGRESSIVE', 'CAMPAIGN', 25, at
                FROM account a JOIN phone p ON p.consumer_id = a.consumer_id,
                    generate_series(timestamptz '2026-04-01 15:00+00', '2026-04-06 15:00+00',
                        interval '1 day') at
                """);
        return tx.execute(
                """
                INSERT INTO attempt_end (attempt_id, placed_at, outcome, counts, ended_at)
                SELECT id, placed_at, 'RING_NO_ANSWER', true, placed_at FROM attempt
                """);
    }

    /// How many attempts a consumer has: each number that occurs.
    private static Set<Integer> attemptsOfOneConsumer(DSLContext tx) {
        return tx.select(count())
                .from(ATTEMPT)
                .groupBy(ATTEMPT.CONSUMER_ID)
                .fetchSet(row -> row.value1());
    }
}
