package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.DISPOSITION;
import static org.rightparty.schema.generated.Tables.DISPOSITION_CODE;
import static org.rightparty.schema.generated.Tables.NOTE;

import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.schema.generated.tables.records.AccountRecord;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The past of one account, newest first: calls, dispositions, notes, payments, in one statement.
/// A payment stands on the day it counts from, whenever it was entered.
final class ScreenHistory {
    private static final int EACH_MAX = 30;
    private static final int ALL_MAX = 60;

    private ScreenHistory() {}

    static List<ScreenPop.History> of(DSLContext tx, AccountRecord account) {
        Currency currency = Currency.getInstance(account.getCurrency());
        return tx.select()
                .from(
                        dispositions(account)
                                .unionAll(notes(account))
                                .unionAll(calls(account))
                                .unionAll(payments(account))
                                .asTable("past", "at", "day", "kind", "who", "text"))
                .orderBy(DSL.field(DSL.name("at")).desc())
                .limit(ALL_MAX)
                .fetch(row ->
                        line(
                                row.get("at", Instant.class),
                                row.get("day", String.class),
                                row.get("kind", String.class),
                                row.get("who", String.class),
                                row.get("text", String.class),
                                currency));
    }

    private static ScreenPop.History line(
            Instant at, String day, String kind, String who, String text, Currency currency) {
        String words =
                switch (kind) {
                    case "CALL" -> outcome(text);
                    case "PAYMENT" -> amount(Long.parseLong(text), currency);
                    default -> text;
                };
        Optional<LocalDate> on =
                day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        return new ScreenPop.History(at, on, kind, who, words);
    }

    /// `RING_NO_ANSWER` as `Ring, no answer`.
    private static String outcome(String code) {
        if (code.equals("RING_NO_ANSWER")) {
            return "Ring, no answer";
        } else if (code.equals("UNDER_WAY")) {
            return "This call";
        }
        String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String amount(long minorUnits, Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(currency);
        return format.format(
                BigDecimal.valueOf(
                        Math.negateExact(minorUnits), currency.getDefaultFractionDigits()));
    }

    private static Select<Record5<Instant, String, String, String, String>> dispositions(
            AccountRecord account) {
        return DSL.select(
                        DISPOSITION.CONVERSED_AT,
                        DSL.inline(""),
                        DSL.inline("DISPOSITION"),
                        AGENT.DISPLAY_NAME,
                        DISPOSITION_CODE.LABEL)
                .from(DISPOSITION)
                .join(AGENT)
                .on(AGENT.ID.eq(DISPOSITION.AGENT_ID))
                .join(DISPOSITION_CODE)
                .on(DISPOSITION_CODE.CODE.eq(DISPOSITION.CODE))
                .where(DISPOSITION.CONSUMER_ID.eq(account.getConsumerId()))
                .and(DISPOSITION.ACCOUNT_ID.eq(account.getId()))
                .orderBy(DISPOSITION.CONVERSED_AT.desc())
                .limit(EACH_MAX);
    }

    private static Select<Record5<Instant, String, String, String, String>> notes(
            AccountRecord account) {
        return DSL.select(
                        NOTE.WRITTEN_AT,
                        DSL.inline(""),
                        DSL.inline("NOTE"),
                        DSL.coalesce(AGENT.DISPLAY_NAME, DSL.inline("")),
                        NOTE.BODY)
                .from(NOTE)
                .leftJoin(AGENT)
                .on(AGENT.ID.eq(NOTE.AGENT_ID))
                .where(NOTE.CONSUMER_ID.eq(account.getConsumerId()))
                .and(NOTE.ACCOUNT_ID.isNull().or(NOTE.ACCOUNT_ID.eq(account.getId())))
                .orderBy(NOTE.ID.desc())
                .limit(EACH_MAX);
    }

    private static Select<Record5<Instant, String, String, String, String>> calls(
            AccountRecord account) {
        return DSL.select(
                        ATTEMPT.PLACED_AT,
                        DSL.inline(""),
                        DSL.inline("CALL"),
                        DSL.inline(""),
                        DSL.coalesce(
                                ScreenReads.lastEnd(ATTEMPT_END.OUTCOME), DSL.inline("UNDER_WAY")))
                .from(ATTEMPT)
                .where(ATTEMPT.CONSUMER_ID.eq(account.getConsumerId()))
                .and(ATTEMPT.ACCOUNT_ID.eq(account.getId()))
                .orderBy(ATTEMPT.PLACED_AT.desc())
                .limit(EACH_MAX);
    }

    private static Select<Record5<Instant, String, String, String, String>> payments(
            AccountRecord account) {
        return DSL.select(
                        BALANCE_ENTRY.EFFECTIVE_ON.cast(BALANCE_ENTRY.RECORDED_AT.getDataType()),
                        BALANCE_ENTRY.EFFECTIVE_ON.cast(String.class),
                        DSL.inline("PAYMENT"),
                        DSL.inline(""),
                        BALANCE_ENTRY.AMOUNT_MINOR.cast(String.class))
                .from(BALANCE_ENTRY)
                .where(BALANCE_ENTRY.ACCOUNT_ID.eq(account.getId()))
                .and(BALANCE_ENTRY.KIND.in("PAYMENT", "PAYMENT_DIRECT", "REVERSAL", "REFUND"))
                .orderBy(BALANCE_ENTRY.EFFECTIVE_ON.desc(), BALANCE_ENTRY.ID.desc())
                .limit(EACH_MAX);
    }
}
