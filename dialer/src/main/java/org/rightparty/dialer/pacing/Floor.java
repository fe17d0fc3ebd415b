package org.rightparty.dialer.pacing;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is in flight and who will be free, at one instant.
///
/// @param dials calls that nobody has answered yet
/// @param ordered permits asked for and not yet answered, each a dial to come
/// @param next what selection would give next
/// @param waiting people who have answered and have no agent yet
/// @param claims other work that takes these agents
/// @param room how many more calls may be placed
/// @param news what happened since the last floor, in order
public record Floor(
        Instant at,
        Aim aim,
        List<Dial> dials,
        int ordered,
        Lead next,
        List<Seat> agents,
        int waiting,
        Claims claims,
        Window window,
        Room room,
        List<News> news) {
    private static final double FEW_ANSWERS = 4_000;

    private static final double AIM = 0.955;
    private static final double CARE = 0.05;

    public Floor {
        dials = List.copyOf(dials);
        agents = List.copyOf(agents);
        news = List.copyOf(news);
    }

    /// One call in flight.
    ///
    /// @param age since it was placed
    /// @param phaseAge since this phase began
    public record Dial(Phase phase, Duration age, Duration phaseAge, Lead lead) {}

    public enum Phase {
        SET_UP,
        RINGING,
        SCREENING
    }

    /// One agent of this campaign.
    ///
    /// @param age since this work began
    /// @param stage how far the conversation is, as the agent's page shows
    /// @param stageAge since that stage began
    /// @param segment the part of the list that the person belongs to with whom they talk, or for
    ///     whom they wrap up; empty when it is not known
    /// @param leaving has announced a pause or a log-out, so takes no further call
    public record Seat(
            AgentId agent,
            Work work,
            String segment,
            Duration age,
            Stage stage,
            Duration stageAge,
            boolean leaving) {
        /// An agent whose page shows no stage and who stays.
        public static Seat of(AgentId agent, Work work, Duration age) {
            return new Seat(agent, work, "", age, Stage.UNKNOWN, age, false);
        }
    }

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

    /// How far a conversation is.
    public enum Stage {
        /// The page does not show it.
        UNKNOWN,
        /// Who it is has not been verified yet.
        OPENING,
        /// It is the consumer.
        VERIFIED
    }

    /// What else takes these agents: inbound calls and callbacks.
    ///
    /// @param perSecond how often such a call comes, on average
    /// @param due callbacks that will take an agent, each in so much time
    public record Claims(double perSecond, List<Duration> due) {
        public static final Claims NONE = new Claims(0, List.of());

        public Claims {
            due = List.copyOf(due);
        }
    }

    /// @param trunks calls for which there are lines
    /// @param rate calls that may be placed now under the limit of calls per second
    public record Room(int trunks, int rate) {
        /// Never less than none.
        public int calls() {
            return Math.max(0, Math.min(trunks, rate));
        }
    }

    /// Abandonment over the regulator's window.
    ///
    /// @param answered calls a person answered
    /// @param abandoned of these, without an agent within two seconds
    /// @param ceiling what the rate may not pass
    public record Window(long answered, long abandoned, Rate ceiling) {}

    /// How many abandonments the window may hold more with the next answer; below 1 none.
    public double left() {
        double ceiling = window.ceiling().value();
        return Allowance.of(window.answered() + 1.0, meant(ceiling), ceiling, agents.size())
                - window.abandoned();
    }

    /// Whether one more abandonment would break the ceiling, or be more than chance explains. Then
    /// nothing is dialed ahead of the agents, whatever a pace says.
    public boolean isSpent() {
        return left() < 1;
    }

    /// The rate to work for so that the window stays under such a limit: 2.86 % for 3 %, and 2.7 %
    /// while few were answered.
    double meant(double limit) {
        return limit * (AIM - CARE * few());
    }

    /// How few answers the window holds: 1 with none, 0 from 4,000 on.
    private double few() {
        return Math.max(0, 1 - window.answered() / FEW_ANSWERS);
    }

    /// Agents who can take a person now.
    public int ready() {
        return count(Work.READY);
    }

    /// Agents who are not in a pause.
    int working() {
        return agents.size() - count(Work.PAUSED);
    }

    public int count(Work work) {
        int count = 0;
        for (Seat seat : agents) {
            count += seat.work() == work ? 1 : 0;
        }
        return count;
    }

    /// What one call for each ready agent allows: ready agents less every person and dial on its
    /// way.
    public int oneToOne() {
        return Math.clamp(ready() - waiting - dials.size() - ordered, 0, room.calls());
    }
}
