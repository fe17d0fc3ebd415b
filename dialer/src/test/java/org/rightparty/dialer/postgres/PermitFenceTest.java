package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rightparty.dialer.postgres.Floorplan.NOON;
import static org.rightparty.schema.generated.Tables.ATTEMPT;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseFailure;
import org.rightparty.database.DatabaseFailure.Category;
import org.rightparty.database.Leadership;
import org.rightparty.database.Leadership.Standing;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.postgres.Floorplan.Person;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Two processes on one database: whoever lost the right to lead gets no permit, and whoever takes
/// it finds every permit of the other.
class PermitFenceTest {
    private final Floorplan floor = Floorplan.open();
    private final Leadership first = new Leadership(floor.database);
    private final Leadership second = new Leadership(floor.database);
    private final Gatekeeper gate = floor.gate.behind(first::fence);
    private final PostgresPool pool =
            new PostgresPool(floor.database, floor.candidates, gate, floor.journal);

    @BeforeEach
    void lead() {
        assertThat(first.stand()).isEqualTo(Standing.LEADING_ANEW);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        floor.close();
    }

    @Test
    void nothing_is_reserved_by_whoever_led_before() {
        Person one = floor.person(10_000);
        Person two = floor.person(20_000);
        floor.sweep.sweep(NOON);
        assertThat(pool.reserve(request(one), NOON)).isInstanceOf(Reservation.Granted.class);

        cutOff();
        assertThat(second.stand()).isEqualTo(Standing.LEADING_ANEW);

        assertFenced(() -> pool.reserve(request(two), NOON));
        assertFenced(() -> pool.reserveNext(floor.campaign, Mode.PROGRESSIVE, 1, NOON));
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void a_permit_under_way_commits_before_another_leads_and_is_found_by_it() throws Exception {
        Person person = floor.person(10_000);
        floor.sweep.sweep(NOON);
        CompletableFuture<Integer> found =
                floor.database.transact(tx -> {
                    assertThat(gate.reserve(tx, request(person), NOON))
                            .isInstanceOf(Reservation.Granted.class);
                    CompletableFuture.runAsync(this::cutOff).join();
                    CompletableFuture<Integer> other =
                            CompletableFuture.supplyAsync(second::stand).thenApply(_ -> attempts());
                    assertThatExceptionOfType(TimeoutException.class)
                            .as("the other waits for us")
                            .isThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS));
                    return other;
                });
        assertThat(found.get(5, TimeUnit.SECONDS)).isEqualTo(1);
        assertFenced(() -> pool.reserve(request(person), NOON));
    }

    private static void assertFenced(ThrowingCallable work) {
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(work)
                .matches(failure -> failure.category() == Category.FENCED);
    }

    private DialRequest request(Person person) {
        return new DialRequest(
                floor.campaign,
                person.id(),
                person.account(),
                person.phone(),
                Mode.PROGRESSIVE,
                DialPath.CAMPAIGN,
                Optional.empty(),
                25);
    }

    private int attempts() {
        return floor.database.transact(tx -> tx.fetchCount(ATTEMPT));
    }

    /// Ends the connection that holds the right, as a broken network would.
    private void cutOff() {
        try (Database owner = TestDatabase.asOwner(floor.database)) {
            owner.transact(tx ->
                    tx.execute(
                            """
                            SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
                            WHERE locktype = 'advisory' AND database =
                                (SELECT oid FROM pg_database WHERE datname = current_database())
                            """));
        }
    }
}
