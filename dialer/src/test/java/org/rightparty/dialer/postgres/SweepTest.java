package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.dialer.postgres.Floorplan.NOON;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.CAMPAIGN_PORTFOLIO;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.PROMISE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.postgres.Floorplan.Person;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

class SweepTest {
    private final Floorplan floor = Floorplan.open();

    @AfterEach
    void close() {
        floor.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    swept at             | paid  | state
                    2026-11-22T11:59:59Z | 0     | OPEN
                    2026-11-22T12:00:00Z | 0     | BROKEN
                    2026-11-22T12:00:00Z | 1     | PARTIAL
                    2026-11-22T12:00:00Z | 4999  | PARTIAL
                    2026-11-22T12:00:00Z | 5000  | KEPT
                    2026-11-22T11:59:59Z | 5000  | OPEN
                    """)
    void a_promise_of_18_Nov_is_resolved_when_its_grace_is_over_everywhere(
            Instant at, long paid, String state) {
        Person person = floor.person(90_000);
        floor.promise(person, floor.agent("ann"), 5_000, LocalDate.parse("2026-11-18"));
        pay(person, paid);
        floor.sweep.sweep(at);
        assertThat(promiseState()).isEqualTo(state);
        assertThat(floor.entries).hasSize(state.equals("OPEN") ? 0 : 1);
    }

    @Test
    void a_broken_promise_takes_its_consumer_to_the_front() {
        Person person = floor.person(90_000);
        floor.promise(person, floor.agent("ann"), 5_000, LocalDate.parse("2026-11-18"));
        floor.sweep.sweep(Instant.parse("2026-11-22T12:00:00Z"));
        var row = floor.candidate(person).orElseThrow();
        assertThat(row.getTier()).isEqualTo((short) 1);
        assertThat(row.getWhy()).isEqualTo("Broken promise of Nov 18, 2026");
        floor.sweep.sweep(Instant.parse("2026-11-25T13:00:00Z"));
        assertThat(floor.candidate(person).orElseThrow().getTier()).isEqualTo((short) 3);
    }

    @Test
    void one_payment_is_not_counted_towards_two_promises() {
        Person person = floor.person(90_000);
        var ann = floor.agent("ann");
        floor.promise(person, ann, 5_000, LocalDate.parse("2026-11-17"));
        long later = floor.promise(person, ann, 5_000, LocalDate.parse("2026-11-18"));
        pay(person, 5_000);
        floor.sweep.sweep(Instant.parse("2026-11-22T12:00:00Z"));
        String state =
                floor.database.transact(tx ->
                        tx.selectFrom(PROMISE)
                                .where(PROMISE.ID.eq(later))
                                .fetchSingle()
                                .getState());
        assertThat(state).isEqualTo("BROKEN");
    }

    @Test
    void a_callback_four_hours_late_is_missed() {
        Person person = floor.person(90_000);
        floor.callback(person, Optional.empty(), NOON);
        floor.sweep.sweep(NOON.plus(Duration.ofHours(4)));
        assertThat(callbackState()).isEqualTo("OPEN");
        assertThat(floor.candidate(person).orElseThrow().getTier()).isEqualTo((short) 0);
        floor.sweep.sweep(NOON.plus(Duration.ofHours(4)).plusMillis(1));
        assertThat(callbackState()).isEqualTo("MISSED");
        assertThat(floor.candidate(person).orElseThrow().getTier()).isEqualTo((short) 3);
        assertThat(floor.entries.getLast().kind()).isEqualTo("callback.missed");
    }

    @Test
    void a_callback_wakes_its_candidate_at_its_time() {
        Person person = floor.person(90_000);
        floor.callback(person, Optional.empty(), NOON);
        floor.sweep.sweep(NOON.minusSeconds(1));
        assertThat(floor.candidate(person).orElseThrow().getDue()).isFalse();
        floor.sweep.sweep(NOON);
        assertThat(floor.candidate(person).orElseThrow().getDue()).isTrue();
    }

    @Test
    void a_hold_parks_at_the_next_sweep_and_its_release_brings_back() {
        Person person = floor.person(90_000);
        floor.sweep.sweep(NOON);
        assertThat(floor.candidate(person).orElseThrow().getDue()).isTrue();
        floor.hold(person, "CEASE");
        floor.sweep.sweep(NOON);
        assertThat(floor.candidate(person).orElseThrow().getParked()).isEqualTo("HOLD_CEASE");
        floor.database.transact(tx -> tx.update(HOLD).set(HOLD.RELEASED_AT, NOON).execute());
        floor.sweep.sweep(NOON);
        assertThat(floor.candidate(person).orElseThrow().getDue()).isTrue();
    }

    @Test
    void a_paid_account_leaves_the_pool() {
        Person person = floor.person(5_000);
        floor.sweep.sweep(NOON);
        pay(person, 5_000);
        floor.sweep.sweep(NOON);
        assertThat(floor.candidate(person)).isEmpty();
    }

    @Test
    void a_portfolio_let_go_leaves_the_campaign() {
        Person person = floor.person(5_000);
        floor.sweep.sweep(NOON);
        assertThat(floor.candidate(person)).isPresent();
        floor.database.transact(tx -> tx.deleteFrom(CAMPAIGN_PORTFOLIO).execute());
        floor.sweep.sweep(NOON);
        assertThat(floor.candidate(person)).isEmpty();
    }

    @Test
    void a_person_is_chosen_anew_when_the_place_she_named_stops_counting() {
        Person person = floor.person(5_000);
        floor.database.transact(tx ->
                tx.insertInto(LOCATION_EVIDENCE)
                        .set(LOCATION_EVIDENCE.CONSUMER_ID, person.id())
                        .set(LOCATION_EVIDENCE.KIND, "STATED")
                        .set(LOCATION_EVIDENCE.ZONES, new String[] {"America/Los_Angeles"})
                        .set(LOCATION_EVIDENCE.AUTHORITATIVE, true)
                        .set(LOCATION_EVIDENCE.EXPIRES_AT, NOON.plus(Duration.ofHours(1)))
                        .execute());
        floor.sweep.sweep(NOON);
        var there = floor.candidate(person).orElseThrow().getCallingGroupId();
        floor.sweep.sweep(NOON.plus(Duration.ofHours(1)).minusMillis(1));
        assertThat(floor.candidate(person).orElseThrow().getCallingGroupId()).isEqualTo(there);
        floor.sweep.sweep(NOON.plus(Duration.ofHours(1)));
        assertThat(floor.candidate(person).orElseThrow().getCallingGroupId()).isNotEqualTo(there);
    }

    private void pay(Person person, long amount) {
        floor.database.transact(tx -> {
            tx.insertInto(BALANCE_ENTRY)
                    .set(BALANCE_ENTRY.ACCOUNT_ID, person.account())
                    .set(BALANCE_ENTRY.KIND, "PAYMENT")
                    .set(BALANCE_ENTRY.BUCKET, "PRINCIPAL")
                    .set(BALANCE_ENTRY.AMOUNT_MINOR, -amount)
                    .set(BALANCE_ENTRY.EFFECTIVE_ON, LocalDate.parse("2026-11-18"))
                    .set(BALANCE_ENTRY.RECORDED_AT, NOON)
                    .execute();
            return tx.fetchCount(ACCOUNT);
        });
    }

    private String promiseState() {
        return floor.database.transact(tx -> tx.selectFrom(PROMISE).fetchSingle().getState());
    }

    private String callbackState() {
        return floor.database.transact(tx -> tx.selectFrom(CALLBACK).fetchSingle().getState());
    }
}
