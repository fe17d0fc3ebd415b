package org.rightparty.dialer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot.CallInFront;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A call that is not among those that are up.
final class MissingCallTest {
    private static final AgentId AGENT = new AgentId(1);
    private final SmallFloor floor =
            new SmallFloor(Mode.PROGRESSIVE, new ProgressivePace(), new CallBook.Abandonment(0, 0));
    private AttemptId talk = new AttemptId(1);

    @BeforeEach
    void talk() {
        floor.deaf = true;
        floor.ready(1);
        for (int i = 0; i < 100; i++) {
            if (floor.state(AGENT) instanceof AgentState.Talking talking) {
                talk = talking.attempt();
                return;
            } else if (floor.state(AGENT) instanceof AgentState.WrappingUp done) {
                floor.ask(AGENT, new Intent.Dispose(form(done.attempt()), Optional.empty()));
            } else {
                floor.lasts(Duration.ofSeconds(1));
            }
        }
        throw new IllegalStateException("nobody was reached: " + floor.state(AGENT));
    }

    private static WrapUp form(AttemptId attempt) {
        return new WrapUp(attempt, "RPC_NO_PROMISE", "", "", Optional.empty(), Optional.empty());
    }

    private void listWithoutIt() {
        floor.send(
                new LoopEvent.Resynchronised(
                        List.of(), List.of(new LiveLine("2001")), floor.schedule.instant()));
        floor.lasts(Duration.ofMillis(20));
    }

    @Test
    void has_not_ended_when_it_is_missing_once_and_ends_as_its_hang_up_says() {
        listWithoutIt();
        assertThat(floor.state(AGENT)).isInstanceOf(AgentState.Talking.class);
        floor.call(new CallEvent.HungUp(talk, 16, "", true, floor.schedule.instant()));
        floor.lasts(Duration.ofMillis(20));
        assertThat(floor.state(AGENT)).isInstanceOf(AgentState.WrappingUp.class);
        assertThat(floor.desk(AGENT).call().map(CallInFront::hungUpBy)).contains("CONSUMER");
    }

    /// Who goes to another campaign before it is found would leave the person alone.
    @Test
    void from_before_a_restart_keeps_its_agent_until_it_is_found() {
        floor.restart();
        floor.lasts(Duration.ofMillis(100));
        assertThat(floor.state(AGENT)).isInstanceOf(AgentState.Offline.class);
        assertThat(floor.ask(AGENT, new Intent.LogOut())).isInstanceOf(Answer.Declined.class);
        floor.deaf = false;
        floor.lasts(Duration.ofSeconds(4));
        assertThat(floor.state(AGENT)).isInstanceOf(AgentState.Talking.class);
    }

    @Test
    void has_ended_when_it_is_missing_twice() {
        listWithoutIt();
        floor.lasts(Duration.ofSeconds(1));
        listWithoutIt();
        assertThat(floor.state(AGENT)).isInstanceOf(AgentState.WrappingUp.class);
        assertThat(floor.desk(AGENT).call().map(CallInFront::hungUpBy)).contains("");
    }
}
