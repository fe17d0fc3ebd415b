package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;

import org.jooq.DSLContext;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.console.desk.Proofs;
import org.rightparty.dialer.loop.CallBook.Happening;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the ledger is told of the events within calls: what was recorded and that it was announced,
/// what was played, when the person was on hold, and what proved who was on the line. The others,
/// which prove nothing to anybody, stay in `call_event` alone.
final class CallEntries {
    private static final List<String> TOLD =
            List.of("recording-", "message-", "call-", Proofs.EVENT);

    /// No call lasts longer; the bound spares older partitions.
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private CallEntries() {}

    static List<AuditEntry> of(DSLContext tx, List<Happening> happenings) {
        List<Happening> told = happenings.stream().filter(CallEntries::isTold).toList();
        if (told.isEmpty()) {
            return List.of();
        }
        Map<AttemptId, Subject> subjects = subjects(tx, told);
        return told.stream()
                .map(one ->
                        entry(
                                one,
                                Optional.ofNullable(subjects.get(one.attempt()))
                                        .orElseGet(() -> Subject.NONE.during(one.attempt()))))
                .toList();
    }

    private static boolean isTold(Happening one) {
        return TOLD.stream().anyMatch(one.kind()::startsWith);
    }

    private static Map<AttemptId, Subject> subjects(DSLContext tx, List<Happening> told) {
        Instant from = told.stream().map(Happening::at).min(Instant::compareTo).orElseThrow();
        return tx.select(ATTEMPT.ID, ATTEMPT.CONSUMER_ID, ATTEMPT.ACCOUNT_ID, ATTEMPT.CAMPAIGN_ID)
                .from(ATTEMPT)
                .where(ATTEMPT.ID.in(told.stream().map(Happening::attempt).toList()))
                .and(ATTEMPT.PLACED_AT.gt(from.minus(LOOK_BACK)))
                .fetchMap(
                        row -> row.value1(),
                        row -> {
                            Subject of =
                                    Subject.of(row.value2(), row.value3()).during(row.value1());
                            return Optional.ofNullable(row.value4()).map(of::in).orElse(of);
                        });
    }

    /// `recording-paused` becomes `recording.paused`.
    private static AuditEntry entry(Happening one, Subject subject) {
        return new AuditEntry(
                one.at(),
                one.kind().replaceAll("[^a-z]+", "."),
                one.agent().map(Actor::agent).orElse(Actor.PROGRAM),
                subject,
                one.detail());
    }
}
