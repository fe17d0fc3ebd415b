package org.rightparty.dialer.pacing;

import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is in flight and who will be free, at one instant.
///
/// @param dials calls that nobody has answered yet
/// @param ordered permits asked for and not yet answered, each a dial to come
/// @param waiting people who have answered and have no agent yet
/// @param trunkRoom how many more calls the trunks take now, by channels and by calls a second
/// @param news what happened since the last floor, in order
public record Floor(
        Instant at,
        List<Dial> dials,
        int ordered,
        List<Seat> agents,
        int waiting,
        Window window,
        int trunkRoom,
        List<News> news) {
    public Floor {
        dials = List.copyOf(dials);
        agents = List.copyOf(agents);
        news = List.copyOf(news);
    }

    /// One call in flight.
    ///
    /// @param age since it was placed
    /// @param phaseAge since this phase began
    public record Dial(Phase phase, Duration age, Duration phaseAge) {}

    public enum Phase {
        SET_UP,
        RINGING,
        SCREENING
    }

    /// One agent of this campaign.
    ///
    /// @param age since this work began
    public record Seat(Work work, Duration age) {}

    public enum Work {
        READY,
        /// A person is being brought to the agent.
        CONNECTING,
        TALKING,
        WRAPPING_UP,
        /// Previewing or placing a call of their own.
        OWN_CALL,
        PAUSED
    }

    /// Abandonment over the regulator's window.
    ///
    /// @param answered calls a person answered
    /// @param abandoned of these, without an agent within two seconds
    /// @param ceiling what the rate may not pass
    public record Window(long answered, long abandoned, Rate ceiling) {
        /// Whether one more abandonment would break the ceiling. Then nothing is dialed ahead of
        /// the agents, whatever a pace says.
        public boolean isSpent() {
            return abandoned + 1 > ceiling.value() * (answered + 1);
        }
    }

    /// Something a pace can learn from.
    public sealed interface News {
        /// A person answered.
        record Answered(Duration setUp, Duration ring) implements News {}

        /// The call ended without a person.
        record Unanswered(Phase phase, Duration setUp, Duration ring) implements News {}

        record TalkEnded(Duration length) implements News {}

        /// @param paused the agent took a pause instead of the next call
        record WrapUpEnded(Duration length, boolean paused) implements News {}

        /// An agent was on in time.
        record Served(Duration waited) implements News {}

        record Abandoned() implements News {}
    }

    /// Agents who can take a person now.
    public int ready() {
        return count(Work.READY);
    }

    public int count(Work work) {
        return (int) agents.stream().filter(a -> a.work() == work).count();
    }

    /// What one call for each ready agent allows: ready agents less every person and dial on its
    /// way.
    public int oneToOne() {
        return Math.clamp(ready() - waiting - dials.size() - ordered, 0, Math.max(0, trunkRoom));
    }
}
