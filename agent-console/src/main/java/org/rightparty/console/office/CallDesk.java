package org.rightparty.console.office;

import org.rightparty.console.desk.Answer;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.ZoneId;

/// Where somebody else than the agent at the desk asks for a call. Every call goes through the same
/// gate. Blocks.
public interface CallDesk {
    /// One call now, in place of the next one that the campaign would have placed.
    ///
    /// @return accepted when it is being dialed; declined with the gate's own code when it refused
    Answer call(CampaignId campaign, AccountId account, PhoneId phone, AgentId by);

    /// A call at a time that the consumer asked for, in a letter or to somebody who is no agent.
    Answer callBack(CallBack wanted, AgentId by);

    /// @param zone the consumer's clock, in which the callback is shown
    /// @param askedByConsumer whether the consumer asked for this time; limits have exceptions then
    record CallBack(
            AccountId account,
            PhoneId phone,
            Instant dueAt,
            ZoneId zone,
            boolean askedByConsumer) {}
}
