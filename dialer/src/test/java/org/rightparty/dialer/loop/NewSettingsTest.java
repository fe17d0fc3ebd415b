package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.floor.FloorView.NetworkLine;
import org.rightparty.console.floor.FloorView.NetworkLine.By;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.dialer.loop.CampaignPolicy.Activity;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.util.Optional;

/// What is set of a campaign while its loop runs.
class NewSettingsTest {
    private static final AgentId ANN = new AgentId(1);
    private static final PhoneNumber BEFORE = new PhoneNumber("+12125550100");
    private static final PhoneNumber AFTER = new PhoneNumber("+12025550150");

    private final SmallFloor floor =
            new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), new CallBook.Abandonment(0, 0));

    @Test
    void the_next_attempt_goes_by_them_and_those_before_stay_as_they_are() {
        floor.ready(1);
        Attempt before = newest();
        assertThat(dialing()).isEqualTo(new Dialing(BEFORE, 20, false, dialing().messages()));
        settled(AFTER, true, 45);
        ends(before);
        Attempt after = newest();
        assertThat(after).isNotEqualTo(before);
        assertThat(dialing()).isEqualTo(new Dialing(AFTER, 20, true, dialing().messages()));
    }

    @Test
    void a_call_shows_the_number_that_its_record_says() {
        floor.ready(1);
        floor.office.gate.callerId = AFTER;
        ends(newest());
        assertThat(dialing().callerId()).isEqualTo(AFTER);
    }

    @Test
    void what_comes_of_a_call_counts_for_the_number_that_it_showed() {
        floor.telephone.trunkName = Optional.of("north");
        floor.ready(1);
        settled(AFTER, false, 45);
        ends(newest());
        assertThat(floor.line().network())
                .filteredOn(line -> line.by() == By.CALLER_ID)
                .extracting(NetworkLine::name)
                .containsExactly(BEFORE.e164());
    }

    @Test
    void wrap_up_turns_amber_by_the_new_time_for_those_who_sit_here_already() {
        floor.ready(1);
        settled(BEFORE, false, 90);
        while (!(floor.state(ANN) instanceof AgentState.WrappingUp)) {
            floor.lasts(Duration.ofMillis(100));
        }
        AgentState.WrappingUp wrapUp = (AgentState.WrappingUp) floor.state(ANN);
        assertThat(wrapUp.target()).isEqualTo(wrapUp.endedAt().plusSeconds(90));
    }

    @Test
    void mode_aim_and_activity_are_ordered_and_not_read() {
        settled(AFTER, true, 45);
        assertThat(floor.line().mode()).isEqualTo(Mode.PROGRESSIVE);
        assertThat(floor.line().aim()).isEqualTo(Aim.MAXIMISE_TALK);
        assertThat(floor.line().activity()).isEqualTo(Activity.RUNNING.name());
    }

    private void settled(PhoneNumber callerId, boolean screening, int wrapUp) {
        floor.office.gate.callerId = callerId;
        floor.send(
                new LoopEvent.SettingsRead(
                        new CampaignPolicy(
                                floor.line().campaign(),
                                "Simulated",
                                Mode.MANUAL,
                                new Aim.NeverAbandon(),
                                Activity.STOPPED,
                                callerId,
                                20,
                                screening,
                                new Rate(0.03),
                                true,
                                Duration.ofSeconds(wrapUp))));
        floor.lasts(Duration.ofSeconds(1));
    }

    private void ends(Attempt attempt) {
        floor.call(new CallEvent.HungUp(attempt.id(), 17, "486", false, floor.schedule.instant()));
        floor.lasts(Duration.ofSeconds(1));
    }

    private Attempt newest() {
        return floor.telephone.originated.getLast();
    }

    private Dialing dialing() {
        return floor.telephone.dialings.getLast();
    }
}
