package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.PROMISE;

import org.jooq.Field;
import org.jooq.impl.DSL;

import java.time.LocalDate;
import java.util.List;

/// What was paid towards a promise, in minor units:
///
/// - every payment and reversal on its account that was entered since it was made and was paid from
///   that day until its grace was over,
/// - less what promises of the same account that fall due earlier take of it.
///
/// The day it was made is the day where the day ends last: of a payment that may have been made
/// on the same day, the time of entry decides.
public final class PaidTowards {
    private static final List<String> PAYMENTS =
            List.of("PAYMENT", "PAYMENT_DIRECT", "SETTLEMENT", "REVERSAL", "REFUND");

    private PaidTowards() {}

    /// Of the row of [org.rightparty.schema.generated.Tables#PROMISE] that a statement is at.
    public static Field<Long> promise() {
        return paid().minus(takenEarlier());
    }

    /// The last day on which a payment still keeps it.
    public static Field<LocalDate> graceEnd() {
        return DSL.localDateAdd(PROMISE.DUE_ON, PROMISE.GRACE_DAYS);
    }

    private static Field<Long> paid() {
        return zeroWhenNone(
                DSL.field(
                        DSL.select(DSL.sum(BALANCE_ENTRY.AMOUNT_MINOR).neg().cast(Long.class))
                                .from(BALANCE_ENTRY)
                                .where(BALANCE_ENTRY.ACCOUNT_ID.eq(PROMISE.ACCOUNT_ID))
                                .and(BALANCE_ENTRY.KIND.in(PAYMENTS))
                                .and(BALANCE_ENTRY.RECORDED_AT.ge(PROMISE.MADE_AT))
                                .and(BALANCE_ENTRY.EFFECTIVE_ON.ge(madeOn()))
                                .and(BALANCE_ENTRY.EFFECTIVE_ON.le(graceEnd()))));
    }

    private static Field<LocalDate> madeOn() {
        return DSL.field("({0} at time zone 'Etc/GMT+12')::date", LocalDate.class, PROMISE.MADE_AT);
    }

    private static Field<Long> takenEarlier() {
        var earlier = PROMISE.as("earlier");
        Field<Long> taken =
                DSL.case_()
                        .when(earlier.STATE.eq("OPEN"), earlier.AMOUNT_MINOR)
                        .else_(earlier.PAID_MINOR);
        return zeroWhenNone(
                DSL.field(
                        DSL.select(DSL.sum(taken).cast(Long.class))
                                .from(earlier)
                                .where(earlier.ACCOUNT_ID.eq(PROMISE.ACCOUNT_ID))
                                .and(earlier.STATE.in("OPEN", "KEPT", "PARTIAL"))
                                .and(
                                        DSL.row(earlier.DUE_ON, earlier.ID)
                                                .lt(PROMISE.DUE_ON, PROMISE.ID))
                                .and(
                                        earlier.RESOLVED_AT
                                                .isNull()
                                                .or(earlier.RESOLVED_AT.gt(PROMISE.MADE_AT)))));
    }

    private static Field<Long> zeroWhenNone(Field<Long> sum) {
        return DSL.coalesce(sum, DSL.inline(0L));
    }
}
