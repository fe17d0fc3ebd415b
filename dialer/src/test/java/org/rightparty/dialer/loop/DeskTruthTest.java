package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.DeskSnapshot.Missed;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.dialer.loop.Roster.OwnCallback;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Guard;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.PreviewPace;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.dialer.pacing.Reasons;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an agent is told: what became of a call, why none comes, where they go after one.
class DeskTruthTest {
    private static final AgentId ANN = new AgentId(1);
    private static final CampaignId CAMPAIGN = new CampaignId(1);
    private static final CallBook.Abandonment NONE = new CallBook.Abandonment(0, 0);
    private SmallFloor floor = floor(Mode.MANUAL);
    private long next = 1;

    private static SmallFloor floor(Mode mode) {
        return new SmallFloor(mode, new PreviewPace(), NONE);
    }

    @Test
    void a_call_by_hand_that_reaches_nobody_says_whom_where_and_how() {
        floor.sits(ANN);
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        for (int dials = 0; dials < 60; dials++) {
            floor.ask(ANN, new Intent.Pause(PauseReason.COACHING));
            missed().ifPresent(missed -> {
                seen.add(missed.outcome());
                assertThat(missed.name()).isEqualTo("Given Family");
                assertThat(missed.number()).isPresent();
                assertThat(floor.state(ANN))
                        .isInstanceOfSatisfying(
                                AgentState.NotReady.class,
                                s -> assertThat(s.reason()).isEqualTo(PauseReason.COACHING));
            });
        }
        assertThat(seen)
                .contains(Outcome.BUSY, Outcome.NOT_IN_SERVICE, Outcome.RING_NO_ANSWER)
                .doesNotContain(Outcome.ANSWERED);
    }

    @Test
    void a_softphone_that_is_called_gets_nobody_until_sound_arrives_at_it() {
        floor.sits(ANN);
        floor.ask(ANN, new Intent.GoReady());
        floor.send(new LoopEvent.SoundArrives(ANN, false));
        floor.lasts(Duration.ofMillis(100));
        assertThat(floor.state(ANN))
                .isInstanceOfSatisfying(
                        AgentState.NotReady.class,
                        s -> assertThat(s.reason()).isEqualTo(PauseReason.LINE_LOST));
        assertThat(declined(floor.ask(ANN, new Intent.GoReady()))).isEqualTo("NO_SOUND");
        Intent byHand = new Intent.DialManually(new AccountId(9), new PhoneId(9));
        assertThat(declined(floor.ask(ANN, byHand))).isEqualTo("NO_SOUND");
        floor.send(new LoopEvent.SoundArrives(ANN, true));
        assertThat(floor.ask(ANN, new Intent.GoReady())).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void a_page_whose_softphone_registers_anew_is_not_ready_before_it_hears() {
        floor.registers(ANN);
        assertThat(floor.desk(ANN).line()).isEqualTo(DeskSnapshot.Line.UP);
        assertThat(declined(floor.ask(ANN, new Intent.GoReady()))).isEqualTo("NO_SOUND");
        floor.send(new LoopEvent.SoundArrives(ANN, true));
        assertThat(floor.ask(ANN, new Intent.GoReady())).isInstanceOf(Answer.Accepted.class);
    }

    private static String declined(Answer answer) {
        return answer instanceof Answer.Declined d ? d.code() : "accepted";
    }

    @Test
    void the_next_call_takes_the_place_of_the_one_that_reached_nobody() {
        floor.sits(ANN);
        while (missed().isEmpty()) {
            assertThat(next).isLessThan(100);
        }
        while (!(dial() instanceof AgentState.Talking)) {
            assertThat(next).isLessThan(150);
        }
        assertThat(floor.desk(ANN).missed()).isEmpty();
    }

    @Test
    void save_and_ready_out_of_a_break_is_ready_and_save_and_not_ready_says_why() {
        floor.sits(ANN);
        floor.ask(ANN, new Intent.Pause(PauseReason.BREAK));
        dispose(wrapUp(), Optional.empty());
        assertThat(floor.state(ANN)).isInstanceOf(AgentState.Ready.class);
        dispose(wrapUp(), Optional.of(PauseReason.BACK_OFFICE));
        assertThat(floor.state(ANN))
                .isInstanceOfSatisfying(
                        AgentState.NotReady.class,
                        s -> assertThat(s.reason()).isEqualTo(PauseReason.BACK_OFFICE));
    }

    @Test
    void who_is_taken_out_in_a_call_is_out_after_it_whatever_is_pressed() {
        floor.sits(ANN);
        floor.ask(ANN, new Intent.GoReady());
        talk();
        assertThat(floor.order(new Order.PauseAgent(ANN))).isInstanceOf(Answer.Accepted.class);
        assertThat(floor.desk(ANN).pauseAfterCall()).hasValue(PauseReason.SUPERVISOR);
        floor.lasts(Duration.ofSeconds(1));
        assertThat(floor.line().agents().getFirst().pauseAfterCall())
                .hasValue(PauseReason.SUPERVISOR);
        assertThat(floor.ask(ANN, new Intent.GoReady())).isInstanceOf(Answer.Declined.class);
        floor.ask(ANN, new Intent.HangUp());
        dispose(owed(), Optional.empty());
        assertThat(floor.state(ANN))
                .isInstanceOfSatisfying(
                        AgentState.NotReady.class,
                        s -> assertThat(s.reason()).isEqualTo(PauseReason.SUPERVISOR));
    }

    @Test
    void who_announces_to_log_out_after_the_call_is_not_counted_on_and_goes_after_it() {
        List<Floor> seen = new ArrayList<>();
        Pace onlooker =
                shown -> {
                    seen.add(shown);
                    return new PaceDecision(shown.oneToOne(), Reasons.plain(shown, Guard.MODE));
                };
        floor = new SmallFloor(Mode.PREDICTIVE, onlooker, NONE);
        floor.ready(1);
        while (!(floor.state(ANN) instanceof AgentState.Talking)) {
            floor.lasts(Duration.ofSeconds(1));
        }
        assertThat(seen.getLast().agents().getFirst().leaving()).isFalse();
        floor.ask(ANN, new Intent.Pause(PauseReason.LOGGING_OUT));
        assertThat(floor.desk(ANN).pauseAfterCall()).hasValue(PauseReason.LOGGING_OUT);
        floor.lasts(Duration.ofSeconds(1));
        assertThat(seen.getLast().agents().getFirst().leaving()).isTrue();
        floor.ask(ANN, new Intent.HangUp());
        floor.lasts(Duration.ofSeconds(1));
        assertThat(floor.line().agents()).hasSize(1);
        dispose(owed(), Optional.of(PauseReason.LOGGING_OUT));
        floor.lasts(Duration.ofSeconds(1));
        assertThat(floor.line().agents()).isEmpty();
        floor.sits(ANN);
        assertThat(floor.desk(ANN).pauseAfterCall()).isEmpty();
        assertThat(floor.state(ANN))
                .isInstanceOfSatisfying(
                        AgentState.NotReady.class,
                        s -> assertThat(s.reason()).isEqualTo(PauseReason.LOGGED_IN));
    }

    @Test
    void identity_verified_on_the_telephone_stays_verified_when_the_program_is_started_anew() {
        floor.sits(ANN);
        AttemptId attempt = talk();
        floor.ask(ANN, new Intent.VerifyIdentity(attempt, List.of("FULL_NAME", "ADDRESS")));
        floor.restart();
        floor.sits(ANN);
        floor.lasts(Duration.ofSeconds(2));
        assertThat(floor.desk(ANN).call()).map(DeskSnapshot.CallInFront::verified).hasValue(true);
        floor.ask(ANN, new Intent.HangUp());
        floor.lasts(Duration.ofSeconds(1));
        assertThat(owed()).isEqualTo(attempt);
        floor.restart();
        floor.sits(ANN);
        floor.lasts(Duration.ofSeconds(2));
        assertThat(floor.desk(ANN).call()).map(DeskSnapshot.CallInFront::verified).hasValue(true);
        assertThat(owed()).isEqualTo(attempt);
    }

    @Test
    void a_wrap_up_counts_from_the_end_of_its_call_when_the_program_is_started_anew() {
        floor.sits(ANN);
        wrapUp();
        Instant endedAt = wrappingUp().endedAt();
        assertThat(wrappingUp().since()).isEqualTo(endedAt);
        floor.lasts(Duration.ofMinutes(10));
        floor.restart();
        floor.sits(ANN);
        floor.lasts(Duration.ofSeconds(2));
        assertThat(wrappingUp().endedAt()).isEqualTo(endedAt);
        assertThat(wrappingUp().target()).isBefore(floor.schedule.instant());
        assertThat(wrappingUp().since()).isAfter(endedAt.plus(Duration.ofMinutes(10)));
        assertThat(floor.line().agents().getFirst().state()).isEqualTo(wrappingUp());
    }

    @Test
    void a_right_party_contact_and_a_promise_count_as_soon_as_they_are_saved() {
        floor.sits(ANN);
        for (int saved = 1; saved <= 5; saved++) {
            AttemptId attempt = talk();
            floor.ask(ANN, new Intent.VerifyIdentity(attempt, List.of("FULL_NAME", "ADDRESS")));
            floor.ask(ANN, new Intent.HangUp());
            floor.lasts(Duration.ofSeconds(1));
            promise(owed());
            for (int looks = 0; looks < 12; looks++) {
                floor.lasts(Duration.ofMillis(500));
                assertThat(floor.line().rightPartyToday()).isEqualTo(saved);
                assertThat(floor.line().promisesToday()).isEqualTo(saved);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTSIDE_HOURS", "ALL_TRIED", "NOBODY_LEFT"})
    void an_empty_pool_says_why(NoCalls why) {
        SmallFloor other = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        other.sits(ANN);
        other.lasts(Duration.ofSeconds(6));
        assertThat(other.desk(ANN).noCalls()).isEmpty();
        other.office.lacks = Optional.of(why);
        other.lasts(Duration.ofSeconds(6));
        assertThat(other.desk(ANN).noCalls()).hasValue(why);
        assertThat(other.line().noCalls()).hasValue(why);
    }

    @Test
    void a_campaign_that_dials_nobody_says_why() {
        floor.sits(ANN);
        floor.lasts(Duration.ofSeconds(1));
        assertThat(floor.desk(ANN).noCalls()).hasValue(NoCalls.BY_HAND);
        floor.order(new Order.SetMode(CAMPAIGN, Mode.PROGRESSIVE));
        assertThat(floor.desk(ANN).noCalls()).isEmpty();
        floor.order(new Order.Drain(CAMPAIGN));
        assertThat(floor.desk(ANN).noCalls()).hasValue(NoCalls.DRAINING);
        floor.order(new Order.Stop(CAMPAIGN));
        assertThat(floor.desk(ANN).noCalls()).hasValue(NoCalls.STOPPED);
        floor.order(new Order.Start(CAMPAIGN));
        floor.office.reachable(false);
        floor.lasts(Duration.ofSeconds(3));
        assertThat(floor.desk(ANN).noCalls()).hasValue(NoCalls.DATABASE_AWAY);
    }

    @Test
    void the_pace_is_shown_what_the_supervisor_wants_and_who_has_a_callback_to_make() {
        List<Floor> seen = new ArrayList<>();
        Pace onlooker =
                shown -> {
                    seen.add(shown);
                    return new PaceDecision(0, Reasons.plain(shown, Guard.MODE));
                };
        SmallFloor other = new SmallFloor(Mode.PREDICTIVE, onlooker, NONE);
        other.ready(1);
        Aim wait = new Aim.TargetWait(Duration.ofSeconds(20));
        other.order(new Order.SetAim(CAMPAIGN, wait));
        Instant due = other.schedule.instant().plusSeconds(50);
        other.office.callbacks.add(new OwnCallback(ANN, due));
        other.office.callbacks.add(new OwnCallback(new AgentId(99), due));
        other.lasts(Duration.ofSeconds(6));
        Floor last = seen.getLast();
        assertThat(last.aim()).isEqualTo(wait);
        assertThat(other.line().aim()).isEqualTo(wait);
        assertThat(last.claims().due()).containsExactly(Duration.between(last.at(), due));
    }

    @Test
    void who_closes_the_browser_leaves_the_floor_after_a_minute_and_not_in_a_call() {
        floor.sits(ANN);
        talk();
        floor.leaves(ANN);
        floor.lasts(Duration.ofSeconds(61));
        assertThat(floor.line().agents()).hasSize(1);
        floor.sits(ANN);
        if (floor.state(ANN) instanceof AgentState.Talking) {
            floor.ask(ANN, new Intent.HangUp());
            floor.lasts(Duration.ofSeconds(1));
        }
        dispose(owed(), Optional.of(PauseReason.LUNCH));
        floor.leaves(ANN);
        floor.lasts(Duration.ofSeconds(58));
        assertThat(floor.line().agents()).hasSize(1);
        floor.lasts(Duration.ofSeconds(3));
        assertThat(floor.line().agents()).isEmpty();
    }

    @Test
    void of_three_who_sit_here_one_may_go_and_the_campaign_goes_on() {
        List.of(ANN, new AgentId(2), new AgentId(3)).forEach(floor::sits);
        floor.leaves(ANN);
        floor.lasts(Duration.ofSeconds(62));
        assertThat(floor.line().agents()).hasSize(2);
        assertThat(floor.line().activity()).doesNotContain("fault");
    }

    @Test
    void who_goes_while_the_desk_is_read_does_not_sit_there_for_ever() {
        floor.looksInAndGoes(ANN, 2);
        floor.lasts(Duration.ofSeconds(2));
        assertThat(floor.line().agents()).hasSize(1);
        floor.lasts(Duration.ofSeconds(60));
        assertThat(floor.line().agents()).isEmpty();
    }

    /// Dials the next person and waits for what becomes of it.
    private AgentState dial() {
        AccountId account = new AccountId(next);
        floor.ask(ANN, new Intent.DialManually(account, new PhoneId(next++)));
        for (int i = 0; i < 300 && !isSettled(); i++) {
            floor.lasts(Duration.ofMillis(100));
        }
        return floor.state(ANN);
    }

    private boolean isSettled() {
        return !(floor.state(ANN) instanceof AgentState.Dialing)
                && !(floor.state(ANN) instanceof AgentState.Reserved);
    }

    /// Dials the next person; what is told when nobody was reached. A talk is wrapped up.
    private Optional<Missed> missed() {
        if (dial() instanceof AgentState.Talking) {
            floor.ask(ANN, new Intent.HangUp());
            floor.lasts(Duration.ofSeconds(1));
            dispose(owed(), Optional.of(PauseReason.BREAK));
            return Optional.empty();
        }
        return floor.desk(ANN).missed();
    }

    /// Dials until somebody is on the line.
    private AttemptId talk() {
        while (!(dial() instanceof AgentState.Talking)) {
            assertThat(next).isLessThan(150);
        }
        return ((AgentState.Talking) floor.state(ANN)).attempt();
    }

    /// A talk that is over.
    private AttemptId wrapUp() {
        talk();
        floor.ask(ANN, new Intent.HangUp());
        floor.lasts(Duration.ofSeconds(1));
        return owed();
    }

    private AttemptId owed() {
        return wrappingUp().attempt();
    }

    private AgentState.WrappingUp wrappingUp() {
        assertThat(floor.state(ANN)).isInstanceOf(AgentState.WrappingUp.class);
        return (AgentState.WrappingUp) floor.state(ANN);
    }

    private void promise(AttemptId attempt) {
        WrapUp.Promise promise =
                new WrapUp.Promise(
                        new Money(120_00, Currency.getInstance("USD")),
                        LocalDate.parse("2026-03-10"),
                        "CARD");
        dispose(
                new WrapUp(attempt, "PROMISE", "", "", Optional.of(promise), Optional.empty()),
                Optional.of(PauseReason.BREAK));
    }

    private void dispose(AttemptId attempt, Optional<PauseReason> pause) {
        dispose(
                new WrapUp(attempt, "NOT_THERE", "", "", Optional.empty(), Optional.empty()),
                pause);
    }

    private void dispose(WrapUp form, Optional<PauseReason> pause) {
        assertThat(floor.ask(ANN, new Intent.Dispose(form, pause)))
                .isInstanceOf(Answer.Accepted.class);
    }
}
