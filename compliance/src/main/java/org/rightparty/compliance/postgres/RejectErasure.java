package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.IMPORT_REJECT;
import static org.rightparty.schema.generated.Tables.IMPORT_RUN;
import static org.rightparty.schema.generated.Tables.LEGAL_HOLD;
import static org.rightparty.schema.generated.Tables.RETENTION_RULE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/// Erases what is kept of rows of files that could not be used: with the person they were about, or
/// when their time is over. A legal hold on the person keeps them.
final class RejectErasure {
    private static final String CLASS = "IMPORT_REJECT";

    private RejectErasure() {}

    /// Those about accounts of this person. To be done before the numbers of the accounts go.
    ///
    /// @return how many
    static long of(DSLContext tx, ConsumerId consumer) {
        return tx.deleteFrom(IMPORT_REJECT)
                .where(isAboutAnAccount(ACCOUNT.CONSUMER_ID.eq(consumer)))
                .execute();
    }

    /// Those whose time is over.
    ///
    /// @return how many
    static long due(DSLContext tx, PostgresLedger ledger, Instant now) {
        int years =
                tx.select(RETENTION_RULE.YEARS)
                        .from(RETENTION_RULE)
                        .where(RETENTION_RULE.RECORD_CLASS.eq(CLASS))
                        .fetchSingle()
                        .value1();
        Instant before = now.atOffset(ZoneOffset.UTC).minusYears(years).toInstant();
        long gone =
                tx.deleteFrom(IMPORT_REJECT)
                        .where(
                                IMPORT_REJECT.IMPORT_RUN_ID.in(
                                        DSL.select(IMPORT_RUN.ID)
                                                .from(IMPORT_RUN)
                                                .where(IMPORT_RUN.STARTED_AT.lt(before))))
                        .andNot(isAboutAnAccount(ACCOUNT.CONSUMER_ID.in(held())))
                        .execute();
        if (gone > 0) {
            ledger.append(
                    tx,
                    new AuditEntry(
                            now,
                            "rejects.erased",
                            Actor.PROGRAM,
                            AuditEntry.Subject.NONE,
                            Map.of("removed", gone, "of_imports_before", before.toString())));
        }
        return gone;
    }

    private static Condition isAboutAnAccount(Condition whose) {
        return IMPORT_REJECT
                .ACCOUNT_NUMBER
                .ne("")
                .and(
                        DSL.exists(
                                DSL.selectOne()
                                        .from(ACCOUNT)
                                        .join(IMPORT_RUN)
                                        .on(IMPORT_RUN.CLIENT_ID.eq(ACCOUNT.CLIENT_ID))
                                        .where(IMPORT_RUN.ID.eq(IMPORT_REJECT.IMPORT_RUN_ID))
                                        .and(
                                                ACCOUNT.CLIENT_ACCOUNT_NUMBER.eq(
                                                        IMPORT_REJECT.ACCOUNT_NUMBER))
                                        .and(whose)));
    }

    private static org.jooq.Select<org.jooq.Record1<ConsumerId>> held() {
        return DSL.select(LEGAL_HOLD.CONSUMER_ID)
                .from(LEGAL_HOLD)
                .where(LEGAL_HOLD.RELEASED_AT.isNull());
    }
}
