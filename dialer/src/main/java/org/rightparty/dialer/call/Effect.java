package org.rightparty.dialer.call;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.console.agent.AgentEvent;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What the loop has to do because a call moved. The machine says what, the loop does it.
public sealed interface Effect {
    record Originate(Attempt attempt) implements Effect {}

    record Connect(AgentLine line) implements Effect {}

    record Hold() implements Effect {}

    /// Move into the pair that the call to whoever takes over names.
    record Pair(AttemptId outside) implements Effect {}

    record HangUp() implements Effect {}

    /// Start recording; the loop knows whether this campaign records.
    record StartRecording() implements Effect {}

    /// Ask the telephone system what is up there now.
    record Resynchronise() implements Effect {}

    /// Write down who takes the person.
    record Take(AgentId agent) implements Effect {}

    /// Write down what happened.
    ///
    /// @param detail text, whole numbers and booleans only
    record Note(String kind, Instant at, Optional<AgentId> agent, Map<String, Object> detail)
            implements Effect {
        public Note {
            detail = Map.copyOf(detail);
        }
    }

    /// Move the agent.
    record Tell(AgentId agent, AgentEvent event) implements Effect {}

    /// Write down the end.
    record End(Call.Ended ended) implements Effect {}
}
