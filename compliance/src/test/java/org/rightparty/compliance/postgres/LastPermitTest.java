package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ATTEMPT;

import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sixteen want one consumer's call at once: in every round exactly one gets it.
final class LastPermitTest {
    private static final int ROUNDS = 1_000;
    private static final int THREADS = 16;
    private static final int CONSUMERS = 50;

    /// Each consumer takes her turn every fifty rounds, a day later, so that nothing but the other
    /// fifteen stands in the way; two of the threads wait their turn and the others do not.
    @Test
    void gives_one_permit_in_each_of_a_thousand_rounds()
            throws InterruptedException, ExecutionException {
        try (Office office = new Office();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<DialRequest> requests = new ArrayList<>();
            for (int i = 0; i < CONSUMERS; i++) {
                requests.add(office.request(office.debtor()));
            }
            Instant first = Instant.parse("2026-04-07T16:00:00Z");
            for (int round = 0; round < ROUNDS; round++) {
                DialRequest request = requests.get(round % CONSUMERS);
                Instant now = first.plus(Duration.ofDays(2L * (round / CONSUMERS)));
                Reservation.Granted granted = race(office, threads, request, now, round);
                office.end(granted.attempt(), Outcome.RING_NO_ANSWER, now.plusSeconds(25));
            }
            int attempts = office.transact(tx -> tx.fetchCount(ATTEMPT));
            assertThat(attempts).isEqualTo(ROUNDS);
        }
    }

    private static Reservation.Granted race(
            Office office, ExecutorService threads, DialRequest request, Instant now, int round)
            throws InterruptedException, ExecutionException {
        List<Future<Reservation>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            boolean single = i % 8 == 0;
            answers.add(
                    threads.submit(() ->
                            single
                                    ? office.transact(tx -> office.gate.reserve(tx, request, now))
                                    : office.reserve(request, now)));
        }
        List<Reservation.Granted> granted = new ArrayList<>();
        for (Future<Reservation> answer : answers) {
            if (answer.get() instanceof Reservation.Granted won) {
                granted.add(won);
            }
        }
        assertThat(granted).as("round %d", round).hasSize(1);
        return granted.getFirst();
    }
}
