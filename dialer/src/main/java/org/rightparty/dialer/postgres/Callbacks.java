package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.CALLBACK;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.dialer.selection.Selection;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The callbacks consumers asked for: kept, missed.
final class Callbacks {
    /// A callback this late is no longer what the consumer asked for.
    static final Duration LATE_MAX = Duration.ofHours(4);

    private Callbacks() {}

    /// When the pool takes over a callback whose own agent does not come.
    static Field<Instant> poolFrom() {
        return CALLBACK.DUE_AT.plus(DayToSecond.valueOf(Selection.PERSONAL_FIRST));
    }

    /// The consumer was spoken with: what was due is done.
    static void kept(DSLContext tx, ConsumerId consumer, Instant placedAt) {
        tx.update(CALLBACK)
                .set(CALLBACK.STATE, "DONE")
                .where(CALLBACK.CONSUMER_ID.eq(consumer))
                .and(CALLBACK.STATE.eq("OPEN"))
                .and(CALLBACK.DUE_AT.le(placedAt))
                .execute();
    }

    /// Gives up callbacks that nobody got through to in time.
    ///
    /// @return how many
    static int miss(DSLContext tx, Journal journal, Instant now) {
        List<Missed> missed =
                tx.update(CALLBACK)
                        .set(CALLBACK.STATE, "MISSED")
                        .where(CALLBACK.STATE.eq(DSL.inline("OPEN")))
                        .and(CALLBACK.DUE_AT.lt(now.minus(LATE_MAX)))
                        .returning(CALLBACK.ID, CALLBACK.CONSUMER_ID, CALLBACK.ACCOUNT_ID)
                        .fetch(row ->
                                new Missed(row.getId(), row.getConsumerId(), row.getAccountId()));
        missed.forEach(one -> journal.append(tx, one.entry(now)));
        return missed.size();
    }

    private record Missed(long id, ConsumerId consumer, AccountId account) {
        AuditEntry entry(Instant now) {
            return new AuditEntry(
                    now,
                    "callback.missed",
                    AuditEntry.Actor.PROGRAM,
                    AuditEntry.Subject.of(consumer, account),
                    Map.of("callback", id));
        }
    }
}
