package org.rightparty.compliance.postgres;

import static org.jooq.impl.DSL.select;
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

    static void insert(
            DSLContext tx, String name, long rulebook, Instant from, String by, String reason) {
        tx.insertInto(RULEBOOK_ACTIVATION)
                .set(RULEBOOK_ACTIVATION.NAME, name)
                .set(RULEBOOK_ACTIVATION.RULEBOOK_ID, rulebook)
                .set(RULEBOOK_ACTIVATION.FROM_AT, from)
                .set(RULEBOOK_ACTIVATION.ACTIVATED_BY, by)
                .set(RULEBOOK_ACTIVATION.REASON, reason)
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
