package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.rightparty.dialer.postgres.Floorplan.NOON;
import static org.rightparty.schema.generated.Tables.AGENT_STATE_CHANGE;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.SCREEN_POP;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Proofs;
import org.rightparty.dialer.loop.CallBook;
import org.rightparty.dialer.loop.CallBook.Abandonment;
import org.rightparty.dialer.loop.CallBook.Ending;
import org.rightparty.dialer.loop.CallBook.Happening;
import org.rightparty.dialer.loop.CallBook.OpenAttempt;
import org.rightparty.dialer.postgres.Floorplan.Person;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class PostgresCallBookTest {
    private static final Rate OWN = Rate.ofPartsPerMillion(30_000);
    private final Floorplan floor = Floorplan.open();
    private Instant now = NOON;

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void an_end_frees_the_person_and_spaces_the_next_attempt() {
        Person person = floor.person(90_000);
        Attempt attempt = dial();
        end(attempt, Outcome.BUSY);
        assertThat(floor.book.open(floor.campaign)).isEmpty();
        var row = floor.candidate(person).orElseThrow();
        assertThat(row.getDue()).isFalse();
        assertThat(row.getNextAt()).isEqualTo(now.plus(Duration.ofMinutes(15)));
        assertThat(floor.entries.getLast().kind()).isEqualTo("call.ended");
        assertThat(floor.entries.getLast().detail()).containsEntry("counts", false);
    }

    @Test
    void ending_an_ended_attempt_changes_nothing() {
        floor.person(90_000);
        Attempt attempt = dial();
        end(attempt, Outcome.BUSY);
        int entries = floor.entries.size();
        end(attempt, Outcome.ANSWERED);
        assertThat(floor.entries).hasSize(entries);
        String outcome =
                floor.database.transact(
                        tx -> tx.selectFrom(ATTEMPT_END).fetchSingle().getOutcome());
        assertThat(outcome).isEqualTo("BUSY");
    }

    @Test
    void an_attempt_that_was_never_reserved_has_no_end() {
        floor.person(90_000);
        Attempt attempt = dial();
        Ending wrong =
                new Ending(
                        new AttemptId(attempt.id().value() + 1),
                        attempt.placedAt(),
                        Outcome.BUSY,
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        17,
                        "486",
                        "NETWORK",
                        "",
                        "LIVE");
        assertThatThrownBy(() -> floor.book.ended(wrong)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_number_not_in_service_twice_is_given_up_and_the_next_one_tried() {
        Person person = floor.person(90_000);
        end(dial(), Outcome.NOT_IN_SERVICE);
        assertThat(usable(person)).isEqualTo("UNVERIFIED");
        now = now.plus(Duration.ofDays(1));
        end(dial(), Outcome.NOT_IN_SERVICE);
        assertThat(usable(person)).isEqualTo("DISCONNECTED");
        assertThat(floor.candidate(person).orElseThrow().getParked()).isEqualTo("NO_NUMBER");
        var second = floor.phone(person, 2);
        floor.candidates.settleAll(now);
        assertThat(floor.candidate(person).orElseThrow().getPhoneId()).isEqualTo(second);
        assertThat(floor.candidate(person).orElseThrow().getParked()).isEmpty();
    }

    @Test
    void a_callback_is_done_once_the_call_was_answered() {
        Person person = floor.person(90_000);
        floor.callback(person, Optional.empty(), NOON);
        end(dial(), Outcome.RING_NO_ANSWER);
        assertThat(callbackState()).isEqualTo("OPEN");
        now = now.plus(Duration.ofMinutes(30));
        end(dial(), Outcome.ANSWERED);
        assertThat(callbackState()).isEqualTo("DONE");
    }

    @Test
    void what_was_recorded_and_played_is_told_to_the_ledger_and_the_rest_is_not() {
        Person person = floor.person(90_000);
        Attempt attempt = dial();
        floor.entries.clear();
        floor.book.happened(
                List.of(
                        happening(attempt, "answered", 5),
                        happening(attempt, "recording-paused", 7),
                        happening(attempt, "call-held", 8),
                        happening(attempt, "call-taken-back", 8),
                        happening(attempt, "message-left_out", 9)));
        assertThat(floor.entries)
                .extracting(entry -> entry.kind())
                .containsExactly(
                        "recording.paused", "call.held", "call.taken.back", "message.left.out");
        assertThat(floor.entries)
                .allSatisfy(entry -> {
                    assertThat(entry.subject().consumer()).contains(person.id());
                    assertThat(entry.subject().account()).contains(person.account());
                    assertThat(entry.subject().attempt()).contains(attempt.id());
                });
    }

    /// What the permit obliged to is proved with the event that it was done.
    @Test
    void obligations_that_were_kept_are_told_to_the_ledger_with_who_kept_them() {
        floor.person(90_000);
        Attempt attempt = dial();
        AgentId ann = floor.agent("ann");
        floor.entries.clear();
        floor.book.happened(
                List.of(
                        new CallBook.Happening(
                                attempt.id(),
                                NOON.plusSeconds(8),
                                "recording-announced",
                                Optional.of(ann),
                                Map.of()),
                        new CallBook.Happening(
                                attempt.id(),
                                NOON.plusSeconds(9),
                                Proofs.EVENT,
                                Optional.of(ann),
                                Map.of(Proofs.PARTICULAR, "FULL_NAME ADDRESS"))));
        assertThat(floor.entries)
                .extracting(entry -> entry.kind(), entry -> entry.actor(), entry -> entry.detail())
                .containsExactly(
                        tuple("recording.announced", Actor.agent(ann), Map.of()),
                        tuple(
                                "identity.verified",
                                Actor.agent(ann),
                                Map.of(Proofs.PARTICULAR, "FULL_NAME ADDRESS")));
    }

    @Test
    void what_happened_is_found_again_after_a_restart() {
        floor.person(90_000);
        Attempt attempt = dial();
        AgentId ann = floor.agent("ann");
        floor.book.happened(
                List.of(
                        happening(attempt, "rang", 1),
                        happening(attempt, "answered", 5),
                        happening(attempt, "joined", 6),
                        new CallBook.Happening(
                                attempt.id(),
                                NOON.plusSeconds(9),
                                Proofs.EVENT,
                                Optional.of(ann),
                                Map.of(Proofs.PARTICULAR, "FULL_NAME ADDRESS"))));
        floor.book.taken(attempt.id(), ann);
        assertThat(floor.book.open(floor.campaign))
                .containsExactly(
                        new OpenAttempt(
                                attempt.id(),
                                attempt.placedAt(),
                                attempt.consumer(),
                                attempt.account(),
                                attempt.phone(),
                                attempt.number(),
                                Optional.of(ann),
                                Optional.of(NOON.plusSeconds(5)),
                                Optional.of(NOON.plusSeconds(6)),
                                List.of("FULL_NAME", "ADDRESS"),
                                Optional.empty()));
        assertThat(floor.book.holder(attempt.consumer()))
                .hasValue(new CallBook.Holder(Optional.of("ann"), attempt.placedAt()));
    }

    @Test
    void abandonment_counts_what_people_answered_in_the_last_thirty_days() {
        Outcome[] outcomes = {
            Outcome.ANSWERED, Outcome.ANSWERED_DROPPED, Outcome.ABANDONED, Outcome.BUSY
        };
        for (Outcome outcome : outcomes) {
            floor.person(90_000);
            end(dial(), outcome);
        }
        Instant edge = NOON.plus(Duration.ofDays(30));
        assertThat(abandonment(edge.minusMillis(1))).isEqualTo(new Abandonment(3, 1, OWN));
        assertThat(abandonment(edge)).isEqualTo(new Abandonment(0, 0, OWN));
    }

    @Test
    void a_correction_takes_the_place_of_what_it_corrects() {
        floor.person(90_000);
        Attempt attempt = dial();
        end(attempt, Outcome.ABANDONED);
        floor.database.transact(tx ->
                tx.insertInto(ATTEMPT_END)
                        .set(ATTEMPT_END.ATTEMPT_ID, attempt.id())
                        .set(ATTEMPT_END.PLACED_AT, attempt.placedAt())
                        .set(ATTEMPT_END.CAMPAIGN_ID, floor.campaign)
                        .set(ATTEMPT_END.REVISION, (short) 2)
                        .set(ATTEMPT_END.OUTCOME, "BUSY")
                        .set(ATTEMPT_END.COUNTS, false)
                        .set(ATTEMPT_END.ENDED_AT, NOON)
                        .set(ATTEMPT_END.SOURCE, "CARRIER")
                        .execute());
        assertThat(abandonment(NOON)).isEqualTo(new Abandonment(0, 0, OWN));
    }

    @Test
    void states_and_screens_are_kept_once() {
        floor.person(90_000);
        Attempt attempt = dial();
        AgentId ann = floor.agent("ann");
        floor.book.agentChanged(
                ann,
                floor.campaign,
                new AgentState.NotReady(PauseReason.LUNCH, NOON),
                Optional.empty(),
                NOON);
        for (int i = 0; i < 2; i++) {
            floor.book.screenShown(attempt.id(), ann, NOON, NOON, NOON.plusMillis(80), 80_000);
        }
        floor.database.transact(tx -> {
            assertThat(tx.selectFrom(AGENT_STATE_CHANGE).fetchSingle().getReason())
                    .isEqualTo("LUNCH");
            assertThat(tx.selectFrom(SCREEN_POP).fetchSingle().getLatencyUs()).isEqualTo(80_000);
            return tx;
        });
    }

    @Test
    void a_pause_is_found_again_after_a_restart_unless_its_agent_left_or_it_is_of_another_day() {
        AgentId ann = floor.agent("ann");
        assertThat(floor.book.pauseLeft(ann, NOON)).isEmpty();
        AgentState.NotReady lunch = new AgentState.NotReady(PauseReason.LUNCH, NOON);
        for (AgentState state : List.of(new AgentState.Ready(NOON), lunch)) {
            floor.book.agentChanged(ann, floor.campaign, state, Optional.empty(), NOON);
        }
        assertThat(floor.book.pauseLeft(ann, NOON.plusSeconds(60))).contains(lunch);
        assertThat(floor.book.pauseLeft(ann, NOON.plus(Duration.ofDays(1)))).isEmpty();
        Instant later = NOON.plusSeconds(90);
        floor.book.agentChanged(
                ann, floor.campaign, new AgentState.Offline(later), Optional.empty(), later);
        assertThat(floor.book.pauseLeft(ann, NOON.plusSeconds(120))).isEmpty();
    }

    private Attempt dial() {
        floor.sweep.sweep(now);
        Reservation reservation =
                floor.pool
                        .reserveNext(floor.campaign, Mode.PREDICTIVE, 1, now)
                        .getFirst()
                        .reservation();
        return ((Reservation.Granted) reservation).attempt();
    }

    private void end(Attempt attempt, Outcome outcome) {
        floor.book.ended(Floorplan.ending(attempt, outcome, now));
    }

    private Abandonment abandonment(Instant at) {
        return floor.book.abandonment(floor.campaign, at);
    }

    private String usable(Person person) {
        return floor.database.transact(tx ->
                tx.selectFrom(PHONE).where(PHONE.ID.eq(person.phone())).fetchSingle().getUsable());
    }

    private String callbackState() {
        return floor.database.transact(tx -> tx.selectFrom(CALLBACK).fetchSingle().getState());
    }

    private static Happening happening(Attempt attempt, String kind, int seconds) {
        return new Happening(
                attempt.id(),
                NOON.plusSeconds(seconds),
                kind,
                Optional.empty(),
                Map.of("ring", 1L));
    }
}
