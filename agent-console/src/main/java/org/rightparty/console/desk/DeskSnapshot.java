package org.rightparty.console.desk;

import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The whole desk of one agent at one instant. Sent whole on every change and on reconnect.
///
/// @param revision grows by one with every change of this desk
/// @param pauseAfterCall what the agent becomes after the present call; empty to go on
/// @param noCalls why no call comes to an agent who is ready; empty while calls are being placed
/// @param missed the last call of this agent that reached nobody; empty once another is in front
/// @param call the call in front of the agent; empty when there is none
public record DeskSnapshot(
        AgentId agent,
        long revision,
        Instant at,
        CampaignId campaign,
        String campaignName,
        Mode mode,
        AgentState state,
        Line line,
        Optional<PauseReason> pauseAfterCall,
        boolean helpWanted,
        Optional<NoCalls> noCalls,
        Optional<Missed> missed,
        Optional<CallInFront> call) {

    /// The agent's own telephone line into the room.
    public enum Line {
        DOWN,
        RINGING,
        UP
    }

    /// A call that ended before agent and person spoke.
    ///
    /// @param name whom it was for; empty when that was not known yet
    /// @param number what was dialed; empty when that was not known yet
    /// @param declined it rang, and was refused before its time was up
    /// @param hungUpBy CONSUMER, AGENT, DIALER, NETWORK or empty when nobody saw
    public record Missed(
            AttemptId attempt,
            String name,
            Optional<PhoneNumber> number,
            Outcome outcome,
            boolean declined,
            String hungUpBy,
            Instant at) {
        @Override
        public String toString() {
            return "call=" + attempt + " outcome=" + outcome;
        }
    }

    /// The call in front of the agent, from the preview or the answer to the recorded disposition.
    ///
    /// @param attempt empty during a preview, when nothing is reserved yet
    /// @param hungUpBy CONSUMER, AGENT, DIALER, NETWORK or empty when nobody saw, or not yet
    /// @param verified the agent has verified that it is the consumer
    /// @param transfer the last call to somebody who is to take over; empty when there was none
    /// @param screen empty while it is still being loaded
    /// @param duties what the permit obliges the agent to say or heed, as sentences
    /// @param announce the recording waits for the agent to say that it is announced
    public record CallInFront(
            Optional<AttemptId> attempt,
            Phase phase,
            Optional<Instant> answeredAt,
            Optional<Instant> endedAt,
            String hungUpBy,
            Recorded recording,
            boolean verified,
            Optional<Transfer> transfer,
            Optional<ScreenPop> screen,
            List<Duty> duties,
            boolean announce) {
        public CallInFront {
            duties = List.copyOf(duties);
        }

        /// A call that obliges to nothing.
        public CallInFront(
                Optional<AttemptId> attempt,
                Phase phase,
                Optional<Instant> answeredAt,
                Optional<Instant> endedAt,
                String hungUpBy,
                Recorded recording,
                boolean verified,
                Optional<Transfer> transfer,
                Optional<ScreenPop> screen) {
            this(
                    attempt,
                    phase,
                    answeredAt,
                    endedAt,
                    hungUpBy,
                    recording,
                    verified,
                    transfer,
                    screen,
                    List.of(),
                    false);
        }
    }

    /// What the permit of a call obliges to.
    ///
    /// @param code stable code, `MINI_MIRANDA`
    /// @param sentence what the agent reads
    public record Duty(String code, String sentence) {}

    /// The call to somebody who is to take this conversation over.
    ///
    /// @param phone their number
    /// @param ended how it ended without taking over; empty while they are being called
    public record Transfer(PhoneId phone, Optional<Outcome> ended) {}

    /// Whether the call is being recorded.
    public enum Recorded {
        /// Not at all, or not yet.
        NOT,
        RUNNING,
        /// By the agent, until she resumes it.
        PAUSED
    }

    /// Where the call is.
    public enum Phase {
        PREVIEW,
        RINGING,
        CONNECTING,
        TALKING,
        ON_HOLD,
        LINE_LOST,
        ENDED
    }
}
