package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.Floor.Phase;
import org.rightparty.dialer.pacing.Floor.Stage;
import org.rightparty.vocabulary.AgentId;

import java.time.Duration;
import java.util.List;

/// Something a pace can learn from.
public sealed interface News {
    /// A person answered.
    ///
    /// @param screening from the pick-up until it was known to be a person; zero when not screened
    record Answered(Lead lead, Duration setUp, Duration ring, Duration screening) implements News {}

    /// The call ended without a person, in this phase.
    ///
    /// @param screening from the pick-up to the end; zero when nobody picked up
    record Unanswered(Lead lead, Phase phase, Duration setUp, Duration ring, Duration screening)
            implements News {}

    /// @param stages how far the conversation got and when, oldest first
    record TalkEnded(AgentId agent, Duration length, List<Passage> stages) implements News {
        public TalkEnded {
            stages = List.copyOf(stages);
        }
    }

    /// @param paused the agent took a pause instead of the next call
    record WrapUpEnded(AgentId agent, Duration length, boolean paused) implements News {}

    /// An agent was on in time.
    record Served(Duration waited) implements News {}

    record Abandoned() implements News {}

    /// A stage of a conversation.
    ///
    /// @param from since the conversation began
    record Passage(Stage stage, Duration from) {}
}
