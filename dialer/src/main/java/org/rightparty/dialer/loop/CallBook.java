package org.rightparty.dialer.loop;

import org.rightparty.console.agent.AgentState;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.Rate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is written down of calls while they live. Blocks; the loop's effects call it on virtual
/// threads.
public interface CallBook {
    /// Something happened on a call: kept in order, never changed.
    void happened(List<Happening> happenings);

    /// @param kind `rang`, `answered`, `joined`, …
    /// @param detail text, whole numbers and booleans only
    record Happening(
            AttemptId attempt,
            Instant at,
            String kind,
            Optional<AgentId> agent,
            Map<String, Object> detail) {
        public Happening {
            detail = Map.copyOf(detail);
        }
    }

    /// The call is over: writes its end and audit entry, frees the consumer for the next attempt
    /// and tells selection, in one transaction. Ending an ended attempt changes nothing.
    void ended(Ending ending);

    record Ending(
            AttemptId attempt,
            Instant placedAt,
            Outcome outcome,
            Instant endedAt,
            Optional<Instant> answeredAt,
            Optional<AgentId> agent,
            Optional<Instant> connectedAt,
            int cause,
            String sipCode,
            String hungUpBy,
            String recording,
            String source) {}

    /// Attempts of this campaign whose call has not ended in the tables: what a restart has to
    /// settle.
    List<OpenAttempt> open(CampaignId campaign);

    /// @param verifiedBy what the consumer proved identity with; empty when it was not verified
    /// @param transferredFrom the conversation it was to take over; empty when it is no transfer
    record OpenAttempt(
            AttemptId attempt,
            Instant placedAt,
            ConsumerId consumer,
            AccountId account,
            PhoneId phone,
            PhoneNumber number,
            Optional<AgentId> agent,
            Optional<Instant> answeredAt,
            Optional<Instant> connectedAt,
            List<String> verifiedBy,
            Optional<AttemptId> transferredFrom) {
        public OpenAttempt {
            verifiedBy = List.copyOf(verifiedBy);
        }
    }

    /// Who has this person on a call now; empty when nobody has.
    Optional<Holder> holder(ConsumerId consumer);

    /// @param agent what staff call whoever speaks with them; empty while nobody does
    record Holder(Optional<String> agent, Instant since) {}

    /// The person of this call is being bridged to this agent.
    void taken(AttemptId attempt, AgentId agent);

    void agentChanged(
            AgentId agent,
            CampaignId campaign,
            AgentState state,
            Optional<AttemptId> attempt,
            Instant at);

    /// The pause that the agent was in when the program ended, if they had not logged out and it is
    /// one to go on with.
    Optional<AgentState.NotReady> pauseLeft(AgentId agent, Instant now);

    void screenShown(
            AttemptId attempt,
            AgentId agent,
            Instant answeredAt,
            Instant pushedAt,
            Instant acknowledgedAt,
            long latencyMicros);

    /// Returns when the tables have answered, within two seconds, whatever else waits for them.
    ///
    /// @throws org.rightparty.database.DatabaseFailure when they do not
    void reach();

    /// Abandonment over the window of the strictest rule, and its ceiling.
    Abandonment abandonment(CampaignId campaign, Instant now);

    /// @param answered calls a person answered
    /// @param abandoned of these, without an agent in time
    /// @param ceiling what the rules, or the campaign's own limit, have it not pass
    record Abandonment(long answered, long abandoned, Rate ceiling) {
        /// Where no rule says anything: the campaign's own ceiling holds.
        public Abandonment(long answered, long abandoned) {
            this(answered, abandoned, new Rate(1));
        }

        Rate ceiling(Rate own) {
            return ceiling.compareTo(own) < 0 ? ceiling : own;
        }
    }
}
