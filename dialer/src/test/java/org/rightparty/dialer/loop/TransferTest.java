package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A conversation is handed over to somebody outside, or stays where it is.
class TransferTest {
    private static final AgentId AGENT = new AgentId(1);

    private final SmallFloor floor =
            new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), new CallBook.Abandonment(0, 0));

    /// Numbers of people whom the campaign will not have called yet.
    private long next = 199;

    private boolean within(Duration time, BooleanSupplier what) {
        for (long i = 0; i < time.toMillis() / 50 && !what.getAsBoolean(); i++) {
            floor.lasts(Duration.ofMillis(50));
        }
        return what.getAsBoolean();
    }

    private AttemptId talking() {
        for (int i = 0; i < 100; i++) {
            switch (floor.state(AGENT)) {
                case AgentState.Talking talking -> {
                    return talking.attempt();
                }
                case AgentState.WrappingUp done -> dispose(done.attempt());
                case AgentState.NotReady _ -> floor.ask(AGENT, new Intent.GoReady());
                default -> floor.lasts(Duration.ofSeconds(1));
            }
        }
        throw new IllegalStateException("nobody was reached: " + floor.state(AGENT));
    }

    private void dispose(AttemptId attempt) {
        WrapUp form =
                new WrapUp(attempt, "RPC_NO_PROMISE", "", "", Optional.empty(), Optional.empty());
        floor.ask(AGENT, new Intent.Dispose(form, Optional.empty()));
    }

    private void verify(AttemptId attempt) {
        floor.ask(AGENT, new Intent.VerifyIdentity(attempt, List.of("DATE_OF_BIRTH")));
    }

    private Answer transfer(AttemptId attempt) {
        return floor.ask(AGENT, new Intent.Transfer(attempt, new PhoneId(next--)));
    }

    private Optional<DeskSnapshot.Transfer> shown() {
        return floor.desk(AGENT).call().flatMap(DeskSnapshot.CallInFront::transfer);
    }

    private Attempt lastDialed() {
        return floor.telephone.originated.getLast();
    }

    private static String code(Answer answer) {
        return answer instanceof Answer.Declined declined ? declined.code() : "ACCEPTED";
    }

    @Test
    void nobody_is_handed_over_who_has_not_proved_who_they_are() {
        floor.ready(1);
        AttemptId attempt = talking();
        int dialed = floor.dialed();
        assertThat(code(transfer(attempt))).isEqualTo("NOT_VERIFIED");
        assertThat(floor.dialed()).isEqualTo(dialed);
    }

    @Test
    void one_is_called_at_a_time_and_the_person_stays_until_they_answer() {
        floor.ready(1);
        AttemptId attempt = talking();
        verify(attempt);
        assertThat(code(transfer(attempt))).isEqualTo("ACCEPTED");
        assertThat(lastDialed().transferredFrom()).contains(attempt);
        assertThat(shown()).hasValueSatisfying(t -> assertThat(t.ended()).isEmpty());
        assertThat(code(transfer(attempt))).isEqualTo("TRANSFER_UNDER_WAY");
        assertThat(code(floor.ask(AGENT, new Intent.CancelTransfer()))).isEqualTo("ACCEPTED");
        within(
                Duration.ofSeconds(2),
                () -> shown().flatMap(DeskSnapshot.Transfer::ended).isPresent());
        assertThat(shown()).hasValueSatisfying(t -> assertThat(t.ended()).isPresent());
        assertThat(floor.state(AGENT)).isInstanceOf(AgentState.Talking.class);
        assertThat(code(floor.ask(AGENT, new Intent.CancelTransfer())))
                .isEqualTo("NOT_IN_THIS_STATE");
    }

    @Test
    void who_answers_takes_over_and_the_agent_is_done() {
        floor.ready(1);
        AttemptId attempt = handOver();
        Attempt outside = lastDialed();
        assertThat(isPaired(attempt)).isTrue();
        assertThat(isPaired(outside.id())).isTrue();
        dispose(attempt);
        assertThat(floor.state(AGENT)).isNotInstanceOf(AgentState.WrappingUp.class);
        floor.ask(AGENT, new Intent.Pause(org.rightparty.console.agent.PauseReason.LUNCH));
        within(Duration.ofMinutes(2), () -> !floor.telephone.channels.containsKey(attempt));
        floor.lasts(Duration.ofSeconds(2));
        assertThat(outcome(attempt)).contains(Outcome.ANSWERED);
        assertThat(outcome(outside.id())).contains(Outcome.ANSWERED);
        assertThat(row(attempt).dispositions).isEqualTo(1);
        assertThat(row(outside.id()).agent).isEmpty();
    }

    private SimAttempt row(AttemptId attempt) {
        return Optional.ofNullable(floor.office.attempts.get(attempt)).orElseThrow();
    }

    private Optional<Outcome> outcome(AttemptId attempt) {
        return row(attempt).ending.map(CallBook.Ending::outcome);
    }

    /// The conversation that somebody took over, after as many tries as it takes.
    private AttemptId handOver() {
        for (int tries = 0; tries < 60; tries++) {
            AttemptId attempt = talking();
            verify(attempt);
            if (transfer(attempt) instanceof Answer.Accepted) {
                AttemptId outside = lastDialed().id();
                within(
                        Duration.ofSeconds(30),
                        () -> isPaired(attempt) || !floor.telephone.channels.containsKey(outside));
                if (isPaired(attempt)) {
                    within(
                            Duration.ofSeconds(1),
                            () -> floor.state(AGENT) instanceof AgentState.WrappingUp);
                    return attempt;
                }
            }
        }
        throw new IllegalStateException("nobody ever took over");
    }

    private boolean isPaired(AttemptId attempt) {
        SimTelephone.Channel channel = floor.telephone.channels.get(attempt);
        return channel != null && channel.where == SimTelephone.Where.PAIR;
    }
}
