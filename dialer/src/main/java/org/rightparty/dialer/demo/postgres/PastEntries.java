package org.rightparty.dialer.demo.postgres;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Outcome;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The audit entries of what happened before today: each attempt has those that its permit and its
/// end would have written, and the ledger itself writes them, in the order in which they happened.
final class PastEntries {
    private final List<AuditEntry> entries = new ArrayList<>();
    private final String noFacts = Sha256.hex("{}".getBytes(StandardCharsets.UTF_8));

    /// Whom and what one attempt concerned.
    record Attempted(long consumer, long account, long phone, long attempt, CampaignId campaign) {}

    private static Subject subject(Attempted whom) {
        return Subject.of(new ConsumerId(whom.consumer()), new AccountId(whom.account()))
                .during(new AttemptId(whom.attempt()))
                .in(whom.campaign());
    }

    void ended(Instant at, Attempted whom, Outcome outcome) {
        Map<String, Object> detail =
                Map.of(
                        "outcome",
                        outcome.name(),
                        "counts",
                        outcome.connected(),
                        "source",
                        "LIVE",
                        "recorded",
                        false);
        entries.add(new AuditEntry(at, "call.ended", Actor.PROGRAM, subject(whom), detail));
    }

    void permitted(Instant at, Attempted whom, long decision) {
        Map<String, Object> detail =
                Map.ofEntries(
                        Map.entry("decision", decision),
                        Map.entry("phone", whom.phone()),
                        Map.entry("mode", "PROGRESSIVE"),
                        Map.entry("path", "CAMPAIGN"),
                        Map.entry("reason", "OK"),
                        Map.entry("rules", List.of()),
                        Map.entry("facts_sha256", noFacts),
                        Map.entry("rulebooks", Replay.INVENTED),
                        Map.entry("rulebooks_sha256", Replay.NO_RULEBOOKS),
                        Map.entry("tzdb", ""));
        entries.add(new AuditEntry(at, "dial.permitted", Actor.PROGRAM, subject(whom), detail));
    }

    void send(DSLContext tx) {
        entries.sort(Comparator.comparing(AuditEntry::at));
        new PostgresLedger().append(tx, entries);
    }
}
