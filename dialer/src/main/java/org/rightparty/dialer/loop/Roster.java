package org.rightparty.dialer.loop;

import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Campaigns and the people who work on them, as the tables know them. Blocks.
public interface Roster {
    List<CampaignPolicy> campaigns();

    /// A person with a line.
    ///
    /// @throws java.util.NoSuchElementException when there is no such active person, or they have
    ///     no line
    Member member(AgentId agent);

    /// @param name what staff call them
    record Member(AgentId id, String name, AgentLine line) {}

    /// The agent works on this campaign from now on.
    void assigned(AgentId agent, CampaignId campaign, Instant at);

    /// Somebody changed mode or activity: written with its audit entry.
    void ordered(Actor by, CampaignPolicy policy, Instant at);

    /// Callbacks that this campaign's agents are to make themselves, due from `from` until `until`.
    List<OwnCallback> callbacks(CampaignId campaign, Instant from, Instant until);

    record OwnCallback(AgentId agent, Instant dueAt) {}

    /// What was achieved on the day of `now`.
    Tallies tallies(CampaignId campaign, Instant now);

    record Tallies(Tally campaign, Map<AgentId, Tally> agents) {
        public Tallies {
            agents = Map.copyOf(agents);
        }
    }

    /// @param attempts for an agent: calls taken
    record Tally(long attempts, long answered, long rightParty, long promises) {
        public static final Tally NONE = new Tally(0, 0, 0, 0);
    }
}
