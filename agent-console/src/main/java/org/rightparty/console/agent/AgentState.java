package org.rightparty.console.agent;

import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Optional;

/// Where an agent is. Each state holds only what is true in it.
public sealed interface AgentState {
    /// When this state was entered.
    Instant since();

    /// Not at a desk.
    record Offline(Instant since) implements AgentState {}

    /// At the desk, taking no calls.
    record NotReady(PauseReason reason, Instant since) implements AgentState {}

    /// Waiting for a call. Only an agent whose line is up can be ready.
    record Ready(Instant since) implements AgentState {}

    /// A preview is on the screen; the agent decides whether to dial.
    ///
    /// @param until when the preview goes back to the pool; empty when the agent may take any time
    record Previewing(Offer offer, Instant since, Optional<Instant> until) implements AgentState {}

    /// The agent's own call is being placed (preview or manual).
    record Dialing(AttemptId attempt, Instant since) implements AgentState {}

    /// A person answered and is being bridged to this agent.
    record Reserved(AttemptId attempt, Instant since) implements AgentState {}

    /// Speaking with a person.
    record Talking(AttemptId attempt, Instant since) implements AgentState {}

    /// The person hears music.
    record Holding(AttemptId attempt, Instant since) implements AgentState {}

    /// The agent's line broke in mid-talk; the person hears music while it is called again.
    record ConnectionLost(AttemptId attempt, Instant since, Instant until) implements AgentState {}

    /// The call is over and its disposition is not yet recorded. Has a target, never an end.
    ///
    /// @param endedAt when the call ended: before `since` when the disposition is owed from an
    ///     earlier time at the desk
    record WrappingUp(AttemptId attempt, Instant endedAt, Instant since, Instant target)
            implements AgentState {}
}
