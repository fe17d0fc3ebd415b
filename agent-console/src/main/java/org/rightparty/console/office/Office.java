package org.rightparty.console.office;

import org.rightparty.compliance.gate.Explanation;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Outcome;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the officer's pages and commands ask. Blocks.
public interface Office {
    /// One explanation for each number asked about; empty when there is no such account or number.
    ///
    /// @param phone empty for every number of the person
    /// @param mode empty for the mode of the account's campaign
    /// @param at empty for now
    List<Explanation> explain(
            AccountId account, Optional<PhoneId> phone, Optional<Mode> mode, Optional<Instant> at);

    /// The person who primarily owes it; empty when there is no such account.
    Optional<ConsumerId> owner(AccountId account);

    /// A recorded decision, explained with what it looked at and the books it was made under.
    Past past(long decision);

    /// What can be told of a recorded decision.
    sealed interface Past {
        /// @param allowedThen what the gate said
        /// @param tzdbThen the time-zone rules it went by
        /// @param line the number it was about; empty when it was erased
        record Told(
                Explanation explanation, boolean allowedThen, String tzdbThen, Optional<Line> line)
                implements Past {}

        record Untold(String code, String sentence) implements Past {}
    }

    /// A number as far as anybody needs it who looks at a decision.
    ///
    /// @param lineType MOBILE, LANDLINE, …
    record Line(String last4, String lineType) {}

    /// Empty when there is no such campaign.
    Optional<Funnel> whyNot(CampaignId campaign);

    /// The accounts behind one reason of the funnel; empty when there is no such campaign.
    Optional<List<AccountId>> behind(Funnel.Page page);

    /// Corrects how a call ended, as a further revision. Counters follow, for they are computed
    /// from the last revision.
    Corrected correct(AttemptId attempt, Outcome outcome, String reason, AgentId by);

    /// What came of a correction.
    sealed interface Corrected {
        /// @param revision the number of the new revision, 2 or more
        record Done(int revision) implements Corrected {}

        record Refused(String code, String sentence) implements Corrected {}
    }
}
