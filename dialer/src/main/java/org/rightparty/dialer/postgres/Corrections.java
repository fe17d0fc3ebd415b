package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.DISPOSITION;

import org.jooq.DSLContext;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.console.office.Office.Corrected;
import org.rightparty.schema.generated.tables.records.AttemptEndRecord;
import org.rightparty.schema.generated.tables.records.AttemptRecord;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Outcome;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Corrections of how a call ended: a further revision and its audit entry, nothing changed. What
/// counts is computed from the last revision, so limits follow at once.
final class Corrections {
    /// No rule of ours that counts calls looks back further.
    private static final Duration LOOK_BACK = Duration.ofDays(400);

    private final PostgresCandidates candidates;
    private final Journal journal;

    Corrections(PostgresCandidates candidates, Journal journal) {
        this.candidates = candidates;
        this.journal = journal;
    }

    Corrected correct(
            DSLContext tx,
            AttemptId attempt,
            Outcome outcome,
            String reason,
            AgentId by,
            Instant now) {
        if (reason.isBlank()) {
            return new Corrected.Refused("REASON_MISSING", "Say why, and what proves it.");
        }
        Optional<AttemptEndRecord> last = last(tx, attempt, now);
        if (last.isEmpty()) {
            return new Corrected.Refused(
                    "NOT_ENDED", "There is no such call, or it has not ended yet.");
        } else if (last.get().getOutcome().equals(outcome.name())) {
            return new Corrected.Refused("SAME_OUTCOME", "That is how it is recorded already.");
        }
        if (!outcome.connected() && hasDisposition(tx, attempt)) {
            return new Corrected.Refused("SPOKEN", "An agent recorded this call: it did connect.");
        }
        AttemptEndRecord revised = revised(last.get(), outcome, reason, by, now);
        tx.insertInto(ATTEMPT_END).set(revised).execute();
        AttemptRecord placed = placed(tx, last.get());
        journal.append(tx, entry(placed, last.get(), revised, by, now));
        candidates.choose(tx, placed.getConsumerId(), now);
        return new Corrected.Done(revised.getRevision());
    }

    private static Optional<AttemptEndRecord> last(DSLContext tx, AttemptId attempt, Instant now) {
        return tx.selectFrom(ATTEMPT_END)
                .where(ATTEMPT_END.ATTEMPT_ID.eq(attempt))
                .and(ATTEMPT_END.PLACED_AT.gt(now.minus(LOOK_BACK)))
                .orderBy(ATTEMPT_END.REVISION.desc())
                .limit(1)
                .fetchOptional();
    }

    private static boolean hasDisposition(DSLContext tx, AttemptId attempt) {
        return tx.fetchExists(DISPOSITION, DISPOSITION.ATTEMPT_ID.eq(attempt));
    }

    private static AttemptRecord placed(DSLContext tx, AttemptEndRecord end) {
        return tx.selectFrom(ATTEMPT)
                .where(ATTEMPT.ID.eq(end.getAttemptId()))
                .and(ATTEMPT.PLACED_AT.eq(end.getPlacedAt()))
                .fetchSingle();
    }

    private static AttemptEndRecord revised(
            AttemptEndRecord last, Outcome outcome, String reason, AgentId by, Instant now) {
        AttemptEndRecord next = new AttemptEndRecord();
        next.from(last);
        next.setRevision((short) (last.getRevision() + 1));
        next.setOutcome(outcome.name());
        next.setCounts(outcome.connected());
        next.setSource("CORRECTED");
        next.setCorrectedBy(by.value());
        next.setCorrection(reason.strip());
        next.setCorrectedAt(now);
        return next;
    }

    private static AuditEntry entry(
            AttemptRecord placed,
            AttemptEndRecord last,
            AttemptEndRecord next,
            AgentId by,
            Instant now) {
        AuditEntry.Subject about =
                AuditEntry.Subject.of(placed.getConsumerId(), placed.getAccountId())
                        .during(placed.getId());
        return new AuditEntry(
                now,
                "call.corrected",
                AuditEntry.Actor.agent(by),
                Optional.ofNullable(placed.getCampaignId()).map(about::in).orElse(about),
                Map.of(
                        "revision",
                        (long) next.getRevision(),
                        "outcome",
                        next.getOutcome(),
                        "outcome_before",
                        last.getOutcome(),
                        "counts",
                        next.getCounts(),
                        "reason_sha256",
                        Sha256.hex(next.getCorrection().getBytes(StandardCharsets.UTF_8))));
    }
}
