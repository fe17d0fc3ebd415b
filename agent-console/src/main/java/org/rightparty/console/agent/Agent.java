package org.rightparty.console.agent;

import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One agent at work.
///
/// @param lineUp the agent's telephone stands in its room
/// @param hears false for a softphone that no sound arrives at; nobody tells of other telephones
/// @param pauseAfterCall what the agent becomes after the present call; empty to go on
/// @param wrapUpTarget when wrap-up turns amber
public record Agent(
        AgentState state,
        boolean lineUp,
        boolean hears,
        Optional<PauseReason> pauseAfterCall,
        Duration wrapUpTarget) {

    /// Not at the desk.
    public static Agent away(Instant since, Duration wrapUpTarget) {
        return new Agent(
                new AgentState.Offline(since), false, true, Optional.empty(), wrapUpTarget);
    }

    /// The call in hand: being placed, talked on, or not yet disposed of.
    public Optional<AttemptId> attempt() {
        return switch (state) {
            case AgentState.Offline _,
                    AgentState.NotReady _,
                    AgentState.Ready _,
                    AgentState.Previewing _ ->
                    Optional.empty();
            case AgentState.Dialing s -> Optional.of(s.attempt());
            case AgentState.Reserved s -> Optional.of(s.attempt());
            case AgentState.Talking s -> Optional.of(s.attempt());
            case AgentState.Holding s -> Optional.of(s.attempt());
            case AgentState.ConnectionLost s -> Optional.of(s.attempt());
            case AgentState.WrappingUp s -> Optional.of(s.attempt());
        };
    }

    /// Whether the agent has this very call in hand.
    public boolean has(AttemptId attempt) {
        return attempt().equals(Optional.of(attempt));
    }

    Agent in(AgentState next) {
        return new Agent(next, lineUp, hears, pauseAfterCall, wrapUpTarget);
    }

    /// From the next wrap-up on.
    public Agent wrappingUpWithin(Duration target) {
        return new Agent(state, lineUp, hears, pauseAfterCall, target);
    }

    Agent withLine(boolean up) {
        return new Agent(state, up, hears, pauseAfterCall, wrapUpTarget);
    }

    Agent hearing(boolean sound) {
        return new Agent(state, lineUp, sound, pauseAfterCall, wrapUpTarget);
    }

    /// Whether a person who is brought to this agent is heard.
    boolean able() {
        return lineUp && hears;
    }

    Agent pausingAfterCall(Optional<PauseReason> reason) {
        return new Agent(state, lineUp, hears, reason, wrapUpTarget);
    }
}
