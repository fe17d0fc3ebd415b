package org.rightparty.compliance.ledger;

import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Which entries are exported.
public sealed interface Selection {
    /// As it stands in the manifest of an export.
    Map<String, Object> describe();

    /// Whom an entry is about that tells of an export: one person, one campaign, or nobody alone.
    default Subject subject() {
        return switch (this) {
            case OfConsumer(ConsumerId consumer) ->
                    new Subject(
                            Optional.of(consumer),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            case OfCampaign(CampaignId campaign) -> Subject.of(campaign);
            case Everything _, Period _ -> Subject.NONE;
        };
    }

    /// The whole ledger.
    record Everything() implements Selection {
        @Override
        public Map<String, Object> describe() {
            return Map.of("kind", "everything");
        }
    }

    /// What happened from `from` to before `to`: all that was sealed from the last checkpoint
    /// before the one to the first after the other, so that nothing of the period can be missing;
    /// and beside it what happened in the period and was sealed later, and the ends of its calls.
    record Period(Instant from, Instant to) implements Selection {
        public Period {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("a period ends after it begins");
            }
        }

        @Override
        public Map<String, Object> describe() {
            return Map.of("kind", "period", "from", from.toString(), "to", to.toString());
        }
    }

    /// All that concerns one person.
    record OfConsumer(ConsumerId consumer) implements Selection {
        @Override
        public Map<String, Object> describe() {
            return Map.of("kind", "consumer", "consumer", consumer.value());
        }
    }

    /// All that concerns one campaign.
    record OfCampaign(CampaignId campaign) implements Selection {
        @Override
        public Map<String, Object> describe() {
            return Map.of("kind", "campaign", "campaign", campaign.value());
        }
    }
}
