package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.DISPOSITION;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.PROMISE;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.rightparty.compliance.rules.Window;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.schema.generated.tables.records.AccountRecord;
import org.rightparty.schema.generated.tables.records.AddressRecord;
import org.rightparty.schema.generated.tables.records.PhoneRecord;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a screen is made of, a statement each.
final class ScreenReads {
    /// Seven calendar days, the day of the call being the first (comment 14(b)(2)(ii)-1), as the
    /// gate counts them.
    private static final Window WINDOW = new Window(Window.Kind.ROLLING_CALENDAR_DAYS, 7);

    private static final Duration LOOK_BACK = WINDOW.lengthMax().orElseThrow();
    private static final int PROMISES_MAX = 20;
    private static final int LINKED_MAX = 20;

    private ScreenReads() {}

    /// The column of an attempt's last end; corrections come as further revisions.
    static <T> Field<T> lastEnd(Field<T> column) {
        return DSL.field(
                DSL.select(column)
                        .from(ATTEMPT_END)
                        .where(ATTEMPT_END.ATTEMPT_ID.eq(ATTEMPT.ID))
                        .and(ATTEMPT_END.PLACED_AT.eq(ATTEMPT.PLACED_AT))
                        .orderBy(ATTEMPT_END.REVISION.desc())
                        .limit(1));
    }

    static List<ScreenPop.Address> addresses(DSLContext tx, ConsumerId consumer) {
        return tx.selectFrom(ADDRESS)
                .where(ADDRESS.CONSUMER_ID.eq(consumer))
                .orderBy(ADDRESS.GOOD.desc(), ADDRESS.ID)
                .fetch(ScreenReads::address);
    }

    private static ScreenPop.Address address(AddressRecord row) {
        String line =
                row.getLine2().isEmpty() ? row.getLine1() : row.getLine1() + ", " + row.getLine2();
        return new ScreenPop.Address(
                line, row.getCity(), row.getRegion(), row.getPostalCode(), row.getGood());
    }

    static List<ScreenPop.Phone> phones(DSLContext tx, ConsumerId consumer) {
        return tx.selectFrom(PHONE)
                .where(PHONE.CONSUMER_ID.eq(consumer))
                .orderBy(PHONE.PREFERENCE_RANK, PHONE.ID)
                .fetch(ScreenReads::phone);
    }

    static ScreenPop.Phone phone(PhoneRecord row) {
        return new ScreenPop.Phone(
                row.getId(),
                new PhoneNumber(row.getE164()),
                row.getLineType(),
                row.getPlace(),
                row.getUsable());
    }

    /// Calls about this account before `attempt` that count in the seven days (12 CFR
    /// 1006.14(b)(2)(i)(A)), on the clock of every zone where the person may be.
    static int attemptsInWindow(
            DSLContext tx,
            AccountRecord account,
            Optional<AttemptId> attempt,
            Set<ZoneId> zones,
            Instant now) {
        Set<ZoneId> clocks = zones.isEmpty() ? Set.of(ZoneOffset.UTC) : zones;
        return (int)
                tx
                        .select(ATTEMPT.PLACED_AT)
                        .from(ATTEMPT)
                        .where(ATTEMPT.CONSUMER_ID.eq(account.getConsumerId()))
                        .and(ATTEMPT.PLACED_AT.gt(now.minus(LOOK_BACK)))
                        .and(ATTEMPT.ACCOUNT_ID.eq(account.getId()))
                        .and(attempt.map(ATTEMPT.ID::ne).orElseGet(DSL::noCondition))
                        .and(DSL.coalesce(lastEnd(ATTEMPT_END.COUNTS), DSL.inline(true)).isTrue())
                        .fetch(ATTEMPT.PLACED_AT)
                        .stream()
                        .filter(at -> clocks.stream().anyMatch(zone -> counts(at, zone, now)))
                        .count();
    }

    private static boolean counts(Instant at, ZoneId zone, Instant now) {
        return WINDOW.leaves(at, zone).map(now::isBefore).orElse(true);
    }

    static Optional<Instant> lastConversation(DSLContext tx, ConsumerId consumer) {
        return tx.select(DISPOSITION.CONVERSED_AT)
                .from(DISPOSITION)
                .where(DISPOSITION.CONSUMER_ID.eq(consumer))
                .and(DISPOSITION.CONVERSATION)
                .orderBy(DISPOSITION.CONVERSED_AT.desc())
                .limit(1)
                .fetchOptional(DISPOSITION.CONVERSED_AT);
    }

    /// What is owed by part of the debt.
    static Map<String, Long> buckets(DSLContext tx, AccountId account) {
        Field<Long> sum = DSL.sum(BALANCE_ENTRY.AMOUNT_MINOR).cast(Long.class);
        return tx.select(BALANCE_ENTRY.BUCKET, sum)
                .from(BALANCE_ENTRY)
                .where(BALANCE_ENTRY.ACCOUNT_ID.eq(account))
                .groupBy(BALANCE_ENTRY.BUCKET)
                .fetchMap(BALANCE_ENTRY.BUCKET, sum);
    }

    /// Other debts of the person to the same client: a creditor's call tells of no other creditor.
    static List<ScreenPop.LinkedAccount> linked(DSLContext tx, AccountRecord of) {
        return tx.select(
                        ACCOUNT.ID,
                        CLIENT.NAME,
                        ACCOUNT.DEBT_TYPE,
                        ACCOUNT.BALANCE_MINOR,
                        ACCOUNT.CURRENCY)
                .from(ACCOUNT)
                .join(CLIENT)
                .on(CLIENT.ID.eq(ACCOUNT.CLIENT_ID))
                .where(ACCOUNT.CONSUMER_ID.eq(of.getConsumerId()))
                .and(ACCOUNT.CLIENT_ID.eq(of.getClientId()))
                .and(ACCOUNT.ID.ne(of.getId()))
                .and(ACCOUNT.WORK_STATE.in("ACTIVE", "PROMISE", "PLAN"))
                .orderBy(ACCOUNT.ID)
                .limit(LINKED_MAX)
                .fetch(row ->
                        new ScreenPop.LinkedAccount(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                money(row.value4(), row.value5())));
    }

    static List<ScreenPop.PastPromise> promises(DSLContext tx, AccountId account) {
        return tx.select(PROMISE.AMOUNT_MINOR, PROMISE.CURRENCY, PROMISE.DUE_ON, PROMISE.STATE)
                .from(PROMISE)
                .where(PROMISE.ACCOUNT_ID.eq(account))
                .orderBy(PROMISE.ID.desc())
                .limit(PROMISES_MAX)
                .fetch(row ->
                        new ScreenPop.PastPromise(
                                money(row.value1(), row.value2()), row.value3(), row.value4()));
    }

    static Money money(long minorUnits, String currency) {
        return new Money(minorUnits, Currency.getInstance(currency));
    }
}
