package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.LEGAL_HOLD;

import org.jooq.DSLContext;
import org.rightparty.vocabulary.ConsumerId;

/// Legal holds, which forbid that what is kept about a person is erased.
final class LegalHolds {
    private LegalHolds() {}

    /// Whether one stands. Whoever sets one waits for this transaction's end, since both take the
    /// person's row: what is erased in it was not held.
    static boolean stands(DSLContext tx, ConsumerId person) {
        tx.select(CONSUMER.ID).from(CONSUMER).where(CONSUMER.ID.eq(person)).forUpdate().fetch();
        return tx.fetchExists(
                LEGAL_HOLD, LEGAL_HOLD.CONSUMER_ID.eq(person).and(LEGAL_HOLD.RELEASED_AT.isNull()));
    }
}
