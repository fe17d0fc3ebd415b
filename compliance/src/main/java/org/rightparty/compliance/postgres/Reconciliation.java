package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.RECONCILE_DIFFERENCE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.postgres.Difference.Kind;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Compares permits, attempts, ends and entries of a period with each other, and attempts with what
/// others recorded of calls. Each difference becomes an entry and a task, once.
public final class Reconciliation {
    /// What is up longer is no call.
    static final Duration CALL_MAX = Duration.ofHours(4);

    static final String FINISHED = "reconcile.finished";

    /// Marks in the entry that it was the night's.
    static final String NIGHT = "night";

    private static final Duration TASK_DUE = Duration.ofDays(1);

    private final Database database;
    private final PostgresLedger ledger;

    public Reconciliation(Database database, PostgresLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /// @param found all differences
    /// @param fresh how many of them were not known before
    public record Result(List<Difference> found, int fresh) {}

    /// @param from the period's begin; attempts reserved before `to` belong to it
    /// @param records what others recorded, by who did: of whoever is not among them nothing is
    ///     compared, and whoever recorded nothing lacks every call
    public Result reconcile(
            Instant from,
            Instant to,
            Map<CallRecord.Source, List<CallRecord>> records,
            Instant now) {
        Others others = new Others(records, List.of());
        return database.transact(tx -> reconcile(tx, from, to, others, now, Map.of()));
    }

    /// What others recorded.
    ///
    /// @param unread records that there should be and that cannot be read, each in words
    public record Others(Map<CallRecord.Source, List<CallRecord>> records, List<String> unread) {
        public Others {
            records = Map.copyOf(records);
            unread = List.copyOf(unread);
        }
    }

    /// The same for a night. What could not be read is a task, and the entry has it.
    Result reconcileNight(Instant from, Instant to, Others others, Instant now) {
        return database.transact(tx -> {
            for (String each : others.unread()) {
                String title = "Not reconciled up to " + to + ": " + each;
                OfficerTasks.add(tx, OfficerTasks.Kind.RECONCILE, title, null, TASK_DUE, now);
            }
            Map<String, Object> more = Map.of(NIGHT, true, "unread", others.unread().size());
            return reconcile(tx, from, to, others, now, more);
        });
    }

    private Result reconcile(
            DSLContext tx,
            Instant from,
            Instant to,
            Others others,
            Instant now,
            Map<String, Object> more) {
        List<Difference> found = new ArrayList<>(within(tx, from, to, now));
        others.records()
                .forEach((source, theirs) ->
                        found.addAll(new CallMatching(tx, from, to, source).compare(theirs)));
        int fresh = 0;
        for (Difference difference : found) {
            fresh += recorded(tx, difference, now);
        }
        Map<String, Object> detail = new TreeMap<>(more);
        detail.put("from", from.toString());
        detail.put("to", to.toString());
        detail.put("records", others.records().values().stream().mapToInt(List::size).sum());
        detail.put("differences", found.size());
        ledger.append(tx, entry(now, FINISHED, AuditEntry.Subject.NONE, detail));
        return new Result(found, fresh);
    }

    private static List<Difference> within(DSLContext tx, Instant from, Instant to, Instant now) {
        List<Difference> found = new ArrayList<>();
        permitsWithoutAttempt(tx, from, to)
                .forEach(n ->
                        found.add(Difference.of(Kind.PERMIT_WITHOUT_ATTEMPT, "decision " + n)));
        attemptsWithoutPermit(tx, from, to)
                .forEach(n -> found.add(Difference.attempt(Kind.ATTEMPT_WITHOUT_PERMIT, n)));
        attemptsWithoutEntry(tx, from, to)
                .forEach(n -> found.add(Difference.attempt(Kind.ATTEMPT_WITHOUT_ENTRY, n)));
        entriesWithoutAttempt(tx, from, to)
                .forEach(n -> found.add(Difference.attempt(Kind.ENTRY_WITHOUT_ATTEMPT, n)));
        Instant over = now.minus(CALL_MAX);
        attemptsWithoutEnd(tx, from, over.isBefore(to) ? over : to)
                .forEach(n -> found.add(Difference.attempt(Kind.ATTEMPT_WITHOUT_END, n)));
        return found;
    }

    private static List<Long> permitsWithoutAttempt(DSLContext tx, Instant from, Instant to) {
        return tx.select(GATE_DECISION.ID)
                .from(GATE_DECISION)
                .where(GATE_DECISION.DECIDED_AT.ge(from))
                .and(GATE_DECISION.DECIDED_AT.lt(to))
                .and(GATE_DECISION.ALLOWED)
                .andNotExists(
                        DSL.selectOne()
                                .from(ATTEMPT)
                                .where(ATTEMPT.DECISION_ID.eq(GATE_DECISION.ID))
                                .and(ATTEMPT.PLACED_AT.eq(GATE_DECISION.DECIDED_AT)))
                .fetch(GATE_DECISION.ID);
    }

    private static List<Long> attemptsWithoutPermit(DSLContext tx, Instant from, Instant to) {
        return tx.select(ATTEMPT.ID)
                .from(ATTEMPT)
                .where(ATTEMPT.PLACED_AT.ge(from))
                .and(ATTEMPT.PLACED_AT.lt(to))
                .andNotExists(
                        DSL.selectOne()
                                .from(GATE_DECISION)
                                .where(GATE_DECISION.ID.eq(ATTEMPT.DECISION_ID))
                                .and(GATE_DECISION.DECIDED_AT.eq(ATTEMPT.PLACED_AT))
                                .and(GATE_DECISION.ALLOWED))
                .fetch(row -> row.value1().value());
    }

    private static List<Long> attemptsWithoutEntry(DSLContext tx, Instant from, Instant to) {
        return tx.select(ATTEMPT.ID)
                .from(ATTEMPT)
                .where(ATTEMPT.PLACED_AT.ge(from))
                .and(ATTEMPT.PLACED_AT.lt(to))
                .andNotExists(
                        DSL.selectOne()
                                .from(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.ATTEMPT_ID.eq(ATTEMPT.ID))
                                .and(AUDIT_ENTRY.AT.eq(ATTEMPT.PLACED_AT))
                                .and(AUDIT_ENTRY.KIND.eq("dial.permitted")))
                .fetch(row -> row.value1().value());
    }

    private static List<Long> entriesWithoutAttempt(DSLContext tx, Instant from, Instant to) {
        return tx.select(AUDIT_ENTRY.ATTEMPT_ID)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.AT.ge(from))
                .and(AUDIT_ENTRY.AT.lt(to))
                .and(AUDIT_ENTRY.KIND.eq("dial.permitted"))
                .andNotExists(
                        DSL.selectOne()
                                .from(ATTEMPT)
                                .where(ATTEMPT.ID.eq(AUDIT_ENTRY.ATTEMPT_ID))
                                .and(ATTEMPT.PLACED_AT.eq(AUDIT_ENTRY.AT)))
                .fetch(row -> row.value1().value());
    }

    private static List<Long> attemptsWithoutEnd(DSLContext tx, Instant from, Instant to) {
        return tx.select(ATTEMPT.ID)
                .from(ATTEMPT)
                .where(ATTEMPT.PLACED_AT.ge(from))
                .and(ATTEMPT.PLACED_AT.lt(to))
                .andNotExists(
                        DSL.selectOne()
                                .from(ATTEMPT_END)
                                .where(ATTEMPT_END.ATTEMPT_ID.eq(ATTEMPT.ID))
                                .and(ATTEMPT_END.PLACED_AT.eq(ATTEMPT.PLACED_AT)))
                .fetch(row -> row.value1().value());
    }

    /// @return 1 when it was not known before
    private int recorded(DSLContext tx, Difference difference, Instant now) {
        Optional<AttemptId> attempt = difference.attempt().map(AttemptId::new);
        int fresh =
                tx.insertInto(RECONCILE_DIFFERENCE)
                        .set(RECONCILE_DIFFERENCE.KIND, difference.kind().name())
                        .set(RECONCILE_DIFFERENCE.SUBJECT, difference.subject())
                        .set(RECONCILE_DIFFERENCE.ATTEMPT_ID, attempt.orElse(null))
                        .set(RECONCILE_DIFFERENCE.FOUND_AT, now)
                        .onConflictDoNothing()
                        .execute();
        if (fresh == 1) {
            AuditEntry.Subject subject =
                    attempt.map(AuditEntry.Subject.NONE::during).orElse(AuditEntry.Subject.NONE);
            ledger.append(
                    tx,
                    entry(
                            now,
                            "reconcile.difference",
                            subject,
                            Map.of(
                                    "kind", difference.kind().name(),
                                    "subject", difference.subject())));
            OfficerTasks.add(
                    tx,
                    OfficerTasks.Kind.RECONCILE,
                    difference.kind().words() + " (" + difference.subject() + ")",
                    attempt.orElse(null),
                    TASK_DUE,
                    now);
        }
        return fresh;
    }

    private static AuditEntry entry(
            Instant now, String kind, AuditEntry.Subject subject, Map<String, Object> detail) {
        return new AuditEntry(now, kind, AuditEntry.Actor.PROGRAM, subject, detail);
    }
}
