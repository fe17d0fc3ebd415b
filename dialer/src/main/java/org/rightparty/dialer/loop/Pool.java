package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.dialer.pacing.Lead;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where a campaign's next attempts come from: selection and gate in one transaction. Blocks; the
/// loop's effects call it on virtual threads.
public interface Pool {
    /// Claims the best dialable candidates and takes them through the gate until `count` are
    /// granted or the pool has no more. Every granted and refused attempt is committed when this
    /// returns.
    List<Drawn> reserveNext(CampaignId campaign, Mode mode, int count, Instant now);

    /// A candidate of the pool and what became of it.
    ///
    /// @param why one sentence on why this person is next, as the agent reads it
    /// @param lead what selection knows of the number, for the pace
    record Drawn(Reservation reservation, String why, Lead lead) {}

    /// The best candidate for an agent to look at; nobody else is offered it for a while. Empty
    /// when there is none.
    Optional<Offer> offerNext(CampaignId campaign, AgentId agent, Instant now);

    /// Why there is nobody to call at `now`; empty when somebody may be due.
    Optional<NoCalls> lacks(CampaignId campaign, Instant now);

    /// The agent did not want it.
    void giveBack(CampaignId campaign, Offer offer, String reason, Instant now);

    /// Takes the call to somebody who is to take a conversation over through the gate.
    ///
    /// @throws java.util.NoSuchElementException when there is no such conversation or number
    Reservation transfer(Transfer transfer, Instant now);

    /// @param from the conversation
    /// @param phone the number of who is to take it over, a party to the same account
    /// @param agent who has the conversation
    record Transfer(
            CampaignId campaign, AttemptId from, PhoneId phone, AgentId agent, int ringSeconds) {}

    /// Takes one request (preview, manual, callback, retry) through the gate.
    Reservation reserve(DialRequest request, Instant now);
}
