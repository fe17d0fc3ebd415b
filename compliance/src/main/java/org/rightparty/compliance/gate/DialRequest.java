package org.rightparty.compliance.gate;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.util.Optional;

/// A wish to call: whom, about what, on which number, how and why now. Only the gate turns it into
/// a permit.
///
/// @param agent the agent who asked; empty when the program did
/// @param ringSeconds longest ringing, which the gate keeps inside the calling hours
/// @param transferredFrom the conversation that is to be handed over; empty for every path but
///     TRANSFER
public record DialRequest(
        CampaignId campaign,
        ConsumerId consumer,
        AccountId account,
        PhoneId phone,
        Mode mode,
        DialPath path,
        Optional<AgentId> agent,
        int ringSeconds,
        Optional<AttemptId> transferredFrom) {
    /// A call that hands over no conversation.
    public DialRequest(
            CampaignId campaign,
            ConsumerId consumer,
            AccountId account,
            PhoneId phone,
            Mode mode,
            DialPath path,
            Optional<AgentId> agent,
            int ringSeconds) {
        this(campaign, consumer, account, phone, mode, path, agent, ringSeconds, Optional.empty());
    }

    /// The same wish, ringing for another time at most.
    public DialRequest ringing(int seconds) {
        return new DialRequest(
                campaign, consumer, account, phone, mode, path, agent, seconds, transferredFrom);
    }

    /// The same wish, in another mode.
    public DialRequest in(Mode other) {
        return new DialRequest(
                campaign,
                consumer,
                account,
                phone,
                other,
                path,
                agent,
                ringSeconds,
                transferredFrom);
    }
}
