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

    /// @param segment the part of the list that the number belongs to
    /// @param stages how far the conversation got and when, oldest first
    record TalkEnded(AgentId agent, String segment, Duration length, List<Passage> stages)
            implements News {
        public TalkEnded {
            stages = List.copyOf(stages);
        }
    }

    /// @param segment the part of the list that the number belongs to
    record WrapUpEnded(AgentId agent, String segment, Duration length, Next next) implements News {}

    /// What follows on a wrap-up.
    enum Next {
        CALL,
        PAUSE,
        /// Whatever it was, the pace had been told of a pause or a log-out.
        ANNOUNCED
    }

    /// An agent was on in time.
    record Served(Duration waited) implements News {}

    record Abandoned() implements News {}

    /// A stage of a conversation.
    ///
    /// @param from since the conversation began
    record Passage(Stage stage, Duration from) {}
}
