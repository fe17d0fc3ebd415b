package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.vocabulary.Outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Records that share a telephone number are rung on it one at a time.
final class SharedNumberTest {
    private static final int ROUNDS = 60;
    private static final int THREADS = 16;
    private static final String SHARED = "+12125550150";
    private static final String OTHER = "+12125550151";
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void the_second_is_busy_until_the_first_call_ends() {
        DialRequest first = office.request(office.debtorAt(SHARED));
        DialRequest second = office.request(office.debtorAt(SHARED));
        Reservation.Granted call = granted(office.reserve(first, NOON));

        assertThat(office.reserve(second, NOON)).isInstanceOf(Reservation.Busy.class);
        assertThat(office.<Reservation>transact(tx -> office.gate.reserve(tx, second, NOON)))
                .isInstanceOf(Reservation.Busy.class);
        assertThat(office.reserve(first, NOON))
                .isInstanceOfSatisfying(
                        Reservation.Denied.class,
                        denied ->
                                assertThat(denied.reason().code()).isEqualTo("CONCURRENT_ATTEMPT"));
        office.end(call.attempt(), Outcome.RING_NO_ANSWER, NOON.plusSeconds(25));
        assertThat(office.reserve(second, NOON.plusSeconds(30)))
                .isInstanceOf(Reservation.Granted.class);
    }

    @Test
    void of_two_in_a_batch_the_first_gets_the_number() {
        List<DialRequest> both =
                List.of(
                        office.request(office.debtorAt(SHARED)),
                        office.request(office.debtorAt(SHARED)),
                        office.request(office.debtorAt(OTHER)));
        List<Reservation> answers = office.transact(tx -> office.gate.reserve(tx, both, NOON));
        assertThat(answers)
                .extracting(answer -> answer.getClass().getSimpleName())
                .containsExactly("Granted", "Busy", "Granted");
    }

    /// Sixteen threads ask for sixteen records with one number, half of them in batches that name
    /// two shared numbers in opposite orders: no deadlock, and never two calls to a number.
    @Test
    void one_of_sixteen_gets_the_number_in_each_of_many_rounds() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                List<DialRequest> shared = requests(SHARED);
                List<DialRequest> other = requests(OTHER);
                List<Callable<List<Reservation>>> all =
                        IntStream.range(0, THREADS).mapToObj(i -> ask(shared, other, i)).toList();
                List<Reservation.Granted> granted = new ArrayList<>();
                for (Future<List<Reservation>> answers : threads.invokeAll(all)) {
                    for (Reservation answer : answers.get()) {
                        if (answer instanceof Reservation.Granted won) {
                            granted.add(won);
                        }
                    }
                }
                assertThat(granted)
                        .extracting(won -> won.attempt().number().e164())
                        .doesNotHaveDuplicates()
                        .contains(SHARED);
                granted.forEach(won -> office.end(won.attempt(), Outcome.BUSY, NOON));
            }
        }
    }

    private Callable<List<Reservation>> ask(
            List<DialRequest> shared, List<DialRequest> other, int i) {
        List<DialRequest> batch =
                switch (i % 4) {
                    case 0 -> List.of(shared.get(i), other.get(i));
                    case 1 -> List.of(other.get(i), shared.get(i));
                    default -> List.of(shared.get(i));
                };
        return () ->
                office.transact(tx ->
                        i % 4 == 3
                                ? List.of(office.gate.reserve(tx, batch.getFirst(), NOON))
                                : office.gate.reserve(tx, batch, NOON));
    }

    private List<DialRequest> requests(String e164) {
        return IntStream.range(0, THREADS)
                .mapToObj(_ -> office.request(office.debtorAt(e164)))
                .toList();
    }

    private static Reservation.Granted granted(Reservation answer) {
        assertThat(answer).isInstanceOf(Reservation.Granted.class);
        return (Reservation.Granted) answer;
    }
}
