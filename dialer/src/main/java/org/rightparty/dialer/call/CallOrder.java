package org.rightparty.dialer.call;

import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;

/// What the loop wants done with a call.
public sealed interface CallOrder {
    Instant at();

    /// Bring the person to this agent: the first time, back from hold, or after a lost line.
    record ConnectTo(AgentLine line, Instant at) implements CallOrder {}

    record Park(Instant at) implements CallOrder {}

    /// Bring the consumer and whoever was called to take over together, without the agent.
    ///
    /// @param outside the call to whoever takes over
    record Pair(AttemptId outside, Instant at) implements CallOrder {}

    /// @param by AGENT or DIALER
    record End(String by, Instant at) implements CallOrder {}

    /// The agent's line went down.
    record LoseLine(Instant at) implements CallOrder {}
}
