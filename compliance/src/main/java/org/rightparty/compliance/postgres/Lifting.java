package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.PREFERENCE;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An officer lifts a bar. The number of a lifted bar is one that nobody has verified yet; a
/// consent that was taken back stays so.
record Lifting(Holds.Key key, AgentId officer, String reason, String evidence, Instant now) {
    private static final List<String> OF_NUMBERS = List.of("WRONG_NUMBER", "DO_NOT_CALL_NUMBER");

    /// Whom it concerned; empty when it stood no more.
    Optional<AuditEntry.Subject> perform(DSLContext tx) {
        return switch (key.kind()) {
            case HOLD -> hold(tx);
            case WISH -> wish(tx);
        };
    }

    private Optional<AuditEntry.Subject> hold(DSLContext tx) {
        return tx.update(HOLD)
                .set(HOLD.RELEASED_AT, now)
                .set(HOLD.RELEASED_BY, officer)
                .set(HOLD.RELEASE_REASON, reason.strip())
                .set(HOLD.RELEASE_EVIDENCE, evidence.strip())
                .where(HOLD.ID.eq(key.id()))
                .and(HOLD.RELEASED_AT.isNull())
                .returning(HOLD.CONSUMER_ID, HOLD.ACCOUNT_ID, HOLD.PHONE_ID, HOLD.CODE)
                .fetchOptional()
                .map(lifted -> {
                    if (lifted.getPhoneId() != null && OF_NUMBERS.contains(lifted.getCode())) {
                        numberIsFree(tx, lifted.getPhoneId());
                    }
                    return subject(lifted.getConsumerId(), lifted.getAccountId());
                });
    }

    private void numberIsFree(DSLContext tx, PhoneId phone) {
        boolean another =
                tx.fetchExists(
                        HOLD,
                        HOLD.PHONE_ID
                                .eq(phone)
                                .and(HOLD.RELEASED_AT.isNull())
                                .and(HOLD.CODE.in(OF_NUMBERS)));
        if (!another) {
            tx.update(PHONE)
                    .set(PHONE.USABLE, "UNVERIFIED")
                    .set(PHONE.USABLE_SINCE, now)
                    .where(PHONE.ID.eq(phone))
                    .and(PHONE.USABLE.in("WRONG", "DO_NOT_CALL"))
                    .execute();
        }
    }

    private Optional<AuditEntry.Subject> wish(DSLContext tx) {
        return tx.update(PREFERENCE)
                .set(PREFERENCE.WITHDRAWN_AT, now)
                .set(PREFERENCE.WITHDRAWN_BY, officer)
                .set(PREFERENCE.WITHDRAW_REASON, reason.strip())
                .set(PREFERENCE.WITHDRAW_EVIDENCE, evidence.strip())
                .where(PREFERENCE.ID.eq(key.id()))
                .and(PREFERENCE.WITHDRAWN_AT.isNull())
                .returning(PREFERENCE.CONSUMER_ID, PREFERENCE.ACCOUNT_ID)
                .fetchOptional()
                .map(lifted -> subject(lifted.getConsumerId(), lifted.getAccountId()));
    }

    private static AuditEntry.Subject subject(ConsumerId consumer, @Nullable AccountId account) {
        return new AuditEntry.Subject(
                Optional.of(consumer),
                Optional.ofNullable(account),
                Optional.empty(),
                Optional.empty());
    }
}
