package org.rightparty.dialer.call;

import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Outcome;

import java.time.Instant;
import java.util.Optional;

/// One outbound call. Each state holds what is true in it and how long it may last: what does not
/// come in time is taken as lost, never waited for.
public sealed interface Call {
    Known known();

    /// When this state was entered.
    Instant since();

    /// When [CallDeadlines#late] has to look at it.
    Instant deadline();

    default AttemptId id() {
        return known().id();
    }

    /// Ordered from the telephone system; nothing heard of it yet.
    record Dialing(Known known, Instant since, Instant deadline) implements Call {}

    record Ringing(Known known, Instant since, Instant deadline) implements Call {}

    /// Picked up; being listened to for a machine.
    record Screening(Known known, Instant since, Instant deadline) implements Call {}

    /// A machine was heard; the call ends by itself.
    record Machine(Known known, Instant since, Instant deadline) implements Call {}

    /// A person has greeted us and no agent is on yet: the abandonment clock is running.
    record Waiting(Known known, Instant since, Instant deadline) implements Call {}

    /// The person is being moved into the agent's room.
    ///
    /// @param tries how often that was ordered
    record Connecting(Known known, AgentLine line, int tries, Instant since, Instant deadline)
            implements Call {}

    record Talking(Known known, AgentLine line, Instant since, Instant deadline) implements Call {}

    /// Hold was ordered; not yet heard that it happened.
    record Parking(Known known, AgentLine line, int tries, Instant since, Instant deadline)
            implements Call {}

    record OnHold(Known known, AgentLine line, Instant since, Instant deadline) implements Call {}

    /// The agent's line broke in mid-talk; the person hears music until the deadline.
    record LineLost(Known known, AgentLine line, Instant since, Instant deadline) implements Call {}

    /// The person is being moved to a pair: the consumer away from the agent, or whoever was called
    /// to take the conversation over.
    ///
    /// @param outside the call to whoever takes over, which names the pair
    /// @param line the agent's, to whom the consumer comes back if nothing comes of it; empty for
    ///     who takes over
    record Pairing(
            Known known,
            AttemptId outside,
            Optional<AgentLine> line,
            int tries,
            Instant since,
            Instant deadline)
            implements Call {}

    /// Consumer and somebody outside hear each other, and no agent; the call ends by itself.
    record Paired(Known known, Instant since, Instant deadline) implements Call {}

    /// A message is being played to the person; the call ends by itself.
    record Announcing(Known known, Instant since, Instant deadline) implements Call {}

    /// Hang-up was ordered.
    ///
    /// @param by AGENT or DIALER
    record Ending(Known known, String by, Instant since, Instant deadline) implements Call {}

    /// Found in the tables after a restart; the telephone system has yet to say where it is.
    record Unsettled(Known known, Instant since, Instant deadline) implements Call {}

    /// Over. Nothing moves it any more.
    ///
    /// @param hungUpBy CONSUMER, AGENT, DIALER, NETWORK or empty when nobody saw
    /// @param source LIVE when the telephone system said so, RECONCILED when we had to conclude it
    record Ended(
            Known known,
            Outcome outcome,
            int cause,
            String sipCode,
            String hungUpBy,
            String source,
            Instant since)
            implements Call {
        @Override
        public Instant deadline() {
            return Instant.MAX;
        }

        /// It rang, and was refused before its time was up.
        public boolean declined() {
            return HangUpCauses.declined(outcome, sipCode);
        }
    }
}
