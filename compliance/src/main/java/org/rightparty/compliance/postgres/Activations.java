package org.rightparty.compliance.postgres;

import static org.jooq.impl.DSL.select;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;
import static org.rightparty.schema.generated.Tables.RULEBOOK_ACTIVATION;

import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;

import java.time.Instant;

/// Which version of each book is in force: of the activations that have begun and were not called
/// off, the one that began last.
final class Activations {
    private Activations() {}

    static Select<Record1<Long>> inForce(Instant at) {
        return select(RULEBOOK_ACTIVATION.RULEBOOK_ID)
                .distinctOn(RULEBOOK_ACTIVATION.NAME)
                .from(RULEBOOK_ACTIVATION)
                .where(RULEBOOK_ACTIVATION.FROM_AT.le(at))
                .and(RULEBOOK_ACTIVATION.CANCELLED_AT.isNull())
                .orderBy(
                        RULEBOOK_ACTIVATION.NAME,
                        RULEBOOK_ACTIVATION.FROM_AT.desc(),
                        RULEBOOK_ACTIVATION.ID.desc());
    }

    /// Who puts a version in force, why, and when they said so.
    record Order(String by, String reason, Instant at) {}

    /// While nobody is a candidate nobody was chosen under another law.
    static void insert(DSLContext tx, String name, long rulebook, Instant from, Order order) {
        tx.insertInto(RULEBOOK_ACTIVATION)
                .set(RULEBOOK_ACTIVATION.NAME, name)
                .set(RULEBOOK_ACTIVATION.RULEBOOK_ID, rulebook)
                .set(RULEBOOK_ACTIVATION.FROM_AT, from)
                .set(RULEBOOK_ACTIVATION.ACTIVATED_BY, order.by())
                .set(RULEBOOK_ACTIVATION.REASON, order.reason())
                .set(RULEBOOK_ACTIVATION.RECORDED_AT, order.at())
                .set(
                        RULEBOOK_ACTIVATION.CHOSEN_ANEW_AT,
                        tx.fetchExists(DIAL_CANDIDATE) ? null : order.at())
                .execute();
    }

    /// Calls off what has not begun.
    static int cancelPending(DSLContext tx, String name, String by, Instant now) {
        return tx.update(RULEBOOK_ACTIVATION)
                .set(RULEBOOK_ACTIVATION.CANCELLED_AT, now)
                .set(RULEBOOK_ACTIVATION.CANCELLED_BY, by)
                .where(RULEBOOK_ACTIVATION.NAME.eq(name))
                .and(RULEBOOK_ACTIVATION.FROM_AT.gt(now))
                .and(RULEBOOK_ACTIVATION.CANCELLED_AT.isNull())
                .execute();
    }
}
