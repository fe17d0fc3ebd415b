package org.rightparty.console.agent;

import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Optional;

/// What moves an agent: what they ask for, what their line does, what becomes of their call.
public sealed interface AgentEvent {
    Instant at();

    /// Sits down at the desk.
    ///
    /// @param paused the pause that the program's last life left the agent in; empty otherwise
    record SatDown(Optional<AgentState.NotReady> paused, Instant at) implements AgentEvent {}

    record LoggedOut(Instant at) implements AgentEvent {}

    record LineRose(Instant at) implements AgentEvent {}

    record LineFell(Instant at) implements AgentEvent {}

    /// Sound arrives at the softphone.
    record SoundCame(Instant at) implements AgentEvent {}

    /// The softphone is up and no sound arrives: who were brought to it would speak to nobody.
    record SoundWent(Instant at) implements AgentEvent {}

    record WentReady(Instant at) implements AgentEvent {}

    /// Now, or after the present call.
    record Paused(PauseReason reason, Instant at) implements AgentEvent {}

    /// @param until when the preview goes back; empty for any time
    record Offered(Offer offer, Optional<Instant> until, Instant at) implements AgentEvent {}

    /// The preview is gone: skipped, run out, or refused by the gate.
    record OfferGone(Instant at) implements AgentEvent {}

    /// The agent's own call was reserved and is being placed.
    record Dialed(AttemptId attempt, Instant at) implements AgentEvent {}

    /// A person who answered is being brought to this agent.
    record PersonComes(AttemptId attempt, Instant at) implements AgentEvent {}

    /// The person did not arrive; the agent is free again.
    record PersonLost(AttemptId attempt, Instant at) implements AgentEvent {}

    record Joined(AttemptId attempt, Instant at) implements AgentEvent {}

    record PersonParked(AttemptId attempt, Instant at) implements AgentEvent {}

    /// The call is over.
    ///
    /// @param conversed agent and person spoke, so a disposition is owed
    record CallOver(AttemptId attempt, boolean conversed, Instant at) implements AgentEvent {}

    /// A conversation from before still lacks its disposition.
    ///
    /// @param endedAt when that conversation ended
    record OwesDisposition(AttemptId attempt, Instant endedAt, Instant at) implements AgentEvent {}

    /// The disposition is committed.
    ///
    /// @param pause why the agent takes no calls now; empty to be ready
    record Disposed(AttemptId attempt, Optional<PauseReason> pause, Instant at)
            implements AgentEvent {}
}
