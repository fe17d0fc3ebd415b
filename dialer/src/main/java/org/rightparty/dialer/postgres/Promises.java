package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.CANDIDATE_CHANGE;
import static org.rightparty.schema.generated.Tables.PROMISE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.console.postgres.PaidTowards;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Promises whose time is up: kept, kept in part, or broken.
///
/// What was paid towards a promise says [PaidTowards]; one that a payment covers is kept at once,
/// when the payment is posted.
final class Promises {
    static final List<String> OPEN_OR_NOT_KEPT = List.of("OPEN", "PARTIAL", "BROKEN");

    /// More than a day's promises of a large house; the rest waits for the next sweep.
    private static final int BATCH = 1_000;

    private static final int NEWS_DAYS = 4;

    private Promises() {}

    private record Due(
            long id,
            AccountId account,
            ConsumerId consumer,
            long amount,
            long towards,
            LocalDate on) {
        String state() {
            if (towards >= amount) {
                return "KEPT";
            } else {
                return towards > 0 ? "PARTIAL" : "BROKEN";
            }
        }

        long paid() {
            return Math.clamp(towards, 0, amount);
        }

        AuditEntry entry(Instant now) {
            return new AuditEntry(
                            now,
                            switch (state()) {
                                case "KEPT" -> "promise.kept";
                                case "PARTIAL" -> "promise.partial";
                                default -> "promise.broken";
                            },
                            AuditEntry.Actor.PROGRAM,
                            AuditEntry.Subject.of(consumer, account),
                            Map.of("promise", id))
                    .with(Map.of("due_on", on.toString()));
        }
    }

    /// Resolves open promises whose grace is over in every zone.
    ///
    /// @return how many
    static int resolve(DSLContext tx, Journal journal, Instant now) {
        List<Due> overdue = overdue(tx, DateLine.firstDay(now));
        for (Due due : overdue) {
            tx.update(PROMISE)
                    .set(PROMISE.STATE, due.state())
                    .set(PROMISE.PAID_MINOR, due.paid())
                    .set(PROMISE.RESOLVED_AT, now)
                    .where(PROMISE.ID.eq(due.id()))
                    .execute();
            journal.append(tx, due.entry(now));
        }
        return overdue.size();
    }

    private static List<Due> overdue(DSLContext tx, LocalDate today) {
        return tx.select(
                        PROMISE.ID,
                        PROMISE.ACCOUNT_ID,
                        PROMISE.CONSUMER_ID,
                        PROMISE.AMOUNT_MINOR,
                        PaidTowards.promise(),
                        PROMISE.DUE_ON)
                .from(PROMISE)
                .where(PROMISE.STATE.eq(DSL.inline("OPEN")))
                .and(PROMISE.DUE_ON.lt(today))
                .and(PaidTowards.graceEnd().lt(today))
                .orderBy(PROMISE.DUE_ON, PROMISE.ID)
                .limit(BATCH)
                .forUpdate()
                .skipLocked()
                .fetch(row ->
                        new Due(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6()));
    }

    /// Has those chosen anew whose promise has just lost its place: the reminder is past, or the
    /// three days after the breach are. Asking twice does no harm.
    static void outgrown(DSLContext tx, Instant now) {
        LocalDate today = DateLine.firstDay(now);
        tx.insertInto(CANDIDATE_CHANGE, CANDIDATE_CHANGE.CONSUMER_ID)
                .select(
                        DSL.select(PROMISE.CONSUMER_ID)
                                .from(PROMISE)
                                .where(PROMISE.STATE.eq(DSL.inline("OPEN")))
                                .and(PROMISE.DUE_ON.between(today.minusDays(1), today))
                                .unionAll(
                                        DSL.select(PROMISE.CONSUMER_ID)
                                                .from(PROMISE)
                                                .where(notKept())
                                                .and(PROMISE.DUE_ON.gt(today.minusDays(60)))
                                                .and(
                                                        newsEnds()
                                                                .between(
                                                                        today.minusDays(1),
                                                                        today))))
                .execute();
    }

    private static Condition notKept() {
        return PROMISE.STATE.in(DSL.inline("PARTIAL"), DSL.inline("BROKEN"));
    }

    private static Field<LocalDate> newsEnds() {
        return DSL.localDateAdd(PROMISE.DUE_ON, PROMISE.GRACE_DAYS.plus(NEWS_DAYS));
    }
}
