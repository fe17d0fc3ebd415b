package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.holds.Barred;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.database.DatabaseFailure;
import org.rightparty.database.DatabaseFailure.Category;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Messages;
import org.rightparty.dialer.pacing.Guard;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.PreviewPace;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.dialer.pacing.Reasons;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class DialLoopTest {
    private static final CallBook.Abandonment NONE = new CallBook.Abandonment(0, 0);
    private static final Pace RECKLESS =
            floor -> new PaceDecision(50, Reasons.plain(floor, Guard.NONE));

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    answered, abandoned, ahead of three agents
                    1000,     0,         true
                    1000,     32,        true
                    1000,     33,        false
                    1000,     60,        false
                    32,       3,         true
                    32,       4,         false
                    4000,     119,       true
                    4000,     120,       false
                    """)
    void a_spent_budget_means_one_call_for_each_agent_whatever_a_pace_says(
            long answered, long abandoned, boolean ahead) {
        CallBook.Abandonment window = new CallBook.Abandonment(answered, abandoned);
        SmallFloor floor = new SmallFloor(Mode.PREDICTIVE, RECKLESS, window);
        int before = floor.dialed();
        floor.ready(3);
        assertThat(before > 0 || floor.dialed() > 3).isEqualTo(ahead);
        assertThat(floor.dialed()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"PREDICTIVE, false", "PROGRESSIVE, true"})
    void without_an_approved_message_nobody_is_dialed_ahead(Mode mode, boolean dials) {
        SmallFloor floor = new SmallFloor(mode, new ProgressivePace(), NONE);
        floor.announcements = _ -> Messages.NONE;
        floor.ready(3);
        floor.lasts(Duration.ofSeconds(5));
        assertThat(floor.dialed() > 0).isEqualTo(dials);
        assertThat(floor.reason().startsWith("No approved message")).isEqualTo(!dials);
        floor.announcements = Announcements.SIMULATED;
        floor.lasts(Duration.ofSeconds(5));
        assertThat(floor.dialed()).isPositive();
    }

    @Test
    void lost_events_stop_dialing_until_everything_was_asked_for_anew() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        floor.ready(3);
        assertThat(floor.dialed()).isEqualTo(3);
        floor.deaf = true;
        flood(floor, SmallFloor.INBOX + 1);
        floor.lasts(Duration.ofMinutes(1));
        assertThat(floor.dialed()).isEqualTo(3);
        assertThat(floor.reason()).isEqualTo("Calls from before are being settled.");
        floor.deaf = false;
        floor.lasts(Duration.ofSeconds(10));
        assertThat(floor.dialed()).isGreaterThan(3);
    }

    @Test
    void a_full_inbox_that_lost_nothing_stops_nothing() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        floor.ready(3);
        floor.deaf = true;
        flood(floor, SmallFloor.INBOX - 100);
        floor.lasts(Duration.ofMinutes(1));
        assertThat(floor.dialed()).isGreaterThan(3);
    }

    @Test
    void without_a_database_nothing_is_dialed_and_with_it_again_all_goes_on() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        floor.office.reachable(false);
        floor.ready(3);
        floor.lasts(Duration.ofSeconds(30));
        assertThat(floor.dialed()).isZero();
        floor.office.reachable(true);
        floor.lasts(Duration.ofSeconds(2));
        floor.ready(3);
        floor.lasts(Duration.ofSeconds(2));
        assertThat(floor.dialed()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void an_attempt_whose_permit_got_lost_on_the_way_back_is_ended() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        floor.office.committed =
                () -> {
                    floor.office.committed = () -> {};
                    throw new DatabaseFailure(Category.UNREACHABLE, "simulated", null);
                };
        floor.ready(3);
        SimAttempt lost = floor.office.attempts.values().iterator().next();
        assertThat(lost.isOpen()).isTrue();
        floor.lasts(Duration.ofSeconds(45));
        assertThat(lost.ending.map(CallBook.Ending::outcome)).contains(Outcome.UNKNOWN);
        assertThat(floor.telephone.originated).noneMatch(a -> a.id().equals(lost.id));
        assertThat(floor.dialed()).isGreaterThan(3);
    }

    @Test
    void the_account_is_on_the_screen_before_the_person_is_brought_to_the_agent() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        List<Boolean> screenFirst = new ArrayList<>();
        floor.telephone.connecting =
                (call, line) ->
                        screenFirst.add(floor.onScreen(line.agent()).equals(Optional.of(call)));
        floor.ready(3);
        floor.lasts(Duration.ofMinutes(5));
        assertThat(screenFirst).hasSizeGreaterThanOrEqualTo(3).containsOnly(true);
    }

    @Test
    void what_rings_for_somebody_who_is_barred_ends_at_once_and_nothing_else_does() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        floor.ready(3);
        List<Attempt> placed = List.copyOf(floor.telephone.originated);
        Attempt barred = placed.getFirst();
        floor.send(new LoopEvent.BarSet(everything(barred.consumer())));
        floor.lasts(Duration.ofMillis(100));
        assertThat(placed).filteredOn(one -> !isOpen(floor, one)).containsExactly(barred);
    }

    @Test
    void a_bar_on_another_number_or_debt_lets_it_ring() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        floor.ready(3);
        Attempt placed = floor.telephone.originated.getFirst();
        PhoneId otherNumber = new PhoneId(placed.phone().value() + 1_000);
        AccountId otherDebt = new AccountId(placed.account().value() + 1_000);
        floor.send(
                new LoopEvent.BarSet(
                        new Barred(placed.consumer(), Optional.empty(), Optional.of(otherNumber))));
        floor.send(
                new LoopEvent.BarSet(
                        new Barred(placed.consumer(), Optional.of(otherDebt), Optional.empty())));
        floor.lasts(Duration.ofMillis(100));
        assertThat(isOpen(floor, placed)).isTrue();
    }

    @Test
    void a_permit_that_was_granted_before_the_bar_and_is_not_spent_dies() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        floor.office.committed =
                () ->
                        floor.office
                                .attempts
                                .values()
                                .forEach(one ->
                                        floor.send(
                                                new LoopEvent.BarSet(
                                                        everything(one.consumer.id()))));
        floor.ready(3);
        assertThat(floor.dialed()).isZero();
        assertThat(floor.office.attempts.values())
                .filteredOn(one -> !one.isOpen())
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.ending.map(CallBook.Ending::outcome))
                                .contains(Outcome.NEVER_PLACED));
    }

    @Test
    void a_call_that_somebody_asks_for_takes_the_place_of_the_pools_next() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        SimConsumer wanted =
                floor.office.consumers.reversed().stream()
                        .filter(one -> one.zone().equals(ZoneId.of("America/New_York")))
                        .findFirst()
                        .orElseThrow();
        CompletableFuture<Answer> answer = floor.asks(wanted);
        floor.ready(3);
        assertThat(answer).isCompletedWithValue(new Answer.Accepted());
        assertThat(floor.dialed()).isEqualTo(3);
        assertThat(floor.telephone.originated)
                .filteredOn(one -> one.consumer().equals(wanted.id()))
                .hasSize(1);
    }

    @Test
    void a_call_that_somebody_asks_for_is_refused_by_the_same_gate_with_its_own_code() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        floor.ready(1);
        Attempt ringing = floor.telephone.originated.getFirst();
        SimConsumer same =
                floor.office.consumers.stream()
                        .filter(one -> one.id().equals(ringing.consumer()))
                        .findFirst()
                        .orElseThrow();
        CompletableFuture<Answer> answer = floor.asks(same);
        floor.ready(3);
        assertThat(answer.join()).isInstanceOf(Answer.Declined.class);
        assertThat(floor.telephone.originated)
                .filteredOn(one -> one.consumer().equals(same.id()))
                .hasSize(1);
    }

    @Test
    void whoever_asks_for_a_call_is_told_when_no_agent_comes_free() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        CompletableFuture<Answer> answer = floor.asks(floor.office.consumers.getFirst());
        floor.lasts(SingleCalls.WAITS_MAX.minusMillis(500));
        assertThat(answer).isNotDone();
        floor.lasts(Duration.ofSeconds(1));
        assertThat(answer.join())
                .isInstanceOfSatisfying(
                        Answer.Declined.class, d -> assertThat(d.code()).isEqualTo("NO_AGENT"));
        assertThat(floor.dialed()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"LUNCH", "SUPERVISOR"})
    void who_was_paused_when_the_program_was_started_anew_still_is_for_that_reason(
            PauseReason reason) {
        AgentId ann = new AgentId(1);
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        floor.sits(ann);
        floor.ask(ann, new Intent.Pause(reason));
        AgentState paused = floor.state(ann);
        floor.lasts(Duration.ofMinutes(5));
        floor.restart();
        floor.sits(ann);
        assertThat(floor.state(ann)).isEqualTo(paused);
    }

    @Test
    void an_error_in_the_program_stops_the_campaign_and_says_so() {
        Pace endless =
                _ -> {
                    throw new StackOverflowError();
                };
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, endless, NONE);
        floor.ready(1);
        floor.lasts(Duration.ofSeconds(2));
        assertThat(floor.reason()).contains("fault in the program", "StackOverflowError");
        assertThat(floor.state(new AgentId(1))).isInstanceOf(AgentState.Ready.class);
    }

    /// Who was away from the screen reads why no call comes, and is offered nothing meanwhile.
    @Test
    void a_preview_that_nobody_decides_on_goes_back_and_says_so() {
        AgentId ann = new AgentId(1);
        SmallFloor floor = new SmallFloor(Mode.PREVIEW, new PreviewPace(), NONE);
        floor.ready(1);
        floor.lasts(Duration.ofSeconds(1));
        assertThat(floor.state(ann)).isInstanceOf(AgentState.Previewing.class);
        floor.lasts(SimPolicies.limits().previewFor());
        assertThat(floor.state(ann))
                .isInstanceOfSatisfying(
                        AgentState.NotReady.class,
                        s -> assertThat(s.reason()).isEqualTo(PauseReason.PREVIEW_RAN_OUT));
        assertThat(floor.ask(ann, new Intent.GoReady())).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void a_campaign_that_a_fault_stopped_as_permits_came_dials_again_when_it_is_started() {
        SmallFloor floor = new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), NONE);
        floor.announcements =
                _ -> {
                    throw new IllegalStateException("of the test");
                };
        floor.ready(3);
        floor.lasts(Duration.ofSeconds(2));
        assertThat(floor.reason()).contains("fault in the program");
        assertThat(floor.dialed()).isZero();
        floor.announcements = Announcements.SIMULATED;
        floor.order(new Order.Start(SimPolicies.of(Mode.PROGRESSIVE).id()));
        floor.lasts(Duration.ofSeconds(5));
        assertThat(floor.dialed()).isPositive();
    }

    private static boolean isOpen(SmallFloor floor, Attempt attempt) {
        SimAttempt kept = floor.office.attempts.get(attempt.id());
        return kept != null && kept.isOpen();
    }

    private static Barred everything(ConsumerId consumer) {
        return new Barred(consumer, Optional.empty(), Optional.empty());
    }

    private static void flood(SmallFloor floor, int events) {
        LineEvent nobodys = new LineEvent.LineDown("1", "nobody's", floor.schedule.instant());
        for (int i = 0; i < events; i++) {
            floor.send(new LoopEvent.LineTold(nobodys));
        }
    }
}
