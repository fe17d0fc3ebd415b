package org.rightparty.compliance.ledger;

import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One thing that was done or refused, as the ledger keeps it.
///
/// @param kind subject and verb, `disposition.recorded`
/// @param detail particulars: text, whole numbers, booleans, lists and maps of these; no
///     fractions, no personal facts in the clear
/// @param personal facts about a person: the entry keeps a commitment to each, and the facts
///     themselves are kept apart, where they can be erased
public record AuditEntry(
        Instant at,
        String kind,
        Actor actor,
        Subject subject,
        Map<String, Object> detail,
        Map<String, String> personal) {
    public AuditEntry {
        detail = Map.copyOf(detail);
        personal = Map.copyOf(personal);
    }

    /// An entry without personal facts.
    public AuditEntry(
            Instant at, String kind, Actor actor, Subject subject, Map<String, Object> detail) {
        this(at, kind, actor, subject, detail, Map.of());
    }

    public AuditEntry with(Map<String, String> facts) {
        return new AuditEntry(at, kind, actor, subject, detail, facts);
    }

    /// Who did it.
    public record Actor(String name) {
        public static final Actor PROGRAM = new Actor("program");

        public static Actor agent(AgentId agent) {
            return new Actor("agent:" + agent);
        }
    }

    /// Whom and what it concerns.
    public record Subject(
            Optional<ConsumerId> consumer,
            Optional<AccountId> account,
            Optional<AttemptId> attempt,
            Optional<CampaignId> campaign) {
        public static final Subject NONE =
                new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public static Subject of(ConsumerId consumer, AccountId account) {
            return new Subject(
                    Optional.of(consumer),
                    Optional.of(account),
                    Optional.empty(),
                    Optional.empty());
        }

        public static Subject of(CampaignId campaign) {
            return new Subject(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(campaign));
        }

        public Subject during(AttemptId attempt) {
            return new Subject(consumer, account, Optional.of(attempt), campaign);
        }

        public Subject in(CampaignId campaign) {
            return new Subject(consumer, account, attempt, Optional.of(campaign));
        }
    }
}
