package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ATTORNEY;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PREFERENCE;
import static org.rightparty.schema.generated.Tables.TASK;

import org.jooq.DSLContext;
import org.rightparty.console.desk.ScreenPop.Flag;
import org.rightparty.schema.generated.tables.records.AccountRecord;
import org.rightparty.schema.generated.tables.records.ConsumerRecord;
import org.rightparty.schema.generated.tables.records.PhoneRecord;
import org.rightparty.schema.generated.tables.records.PreferenceRecord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an agent must heed, in words that tell nothing of the debt.
final class ScreenFlags {
    private ScreenFlags() {}

    static List<Flag> of(
            DSLContext tx,
            ConsumerRecord consumer,
            AccountRecord account,
            PhoneRecord phone,
            Instant now) {
        List<Flag> flags = new ArrayList<>(holds(tx, account, phone, now));
        if (!consumer.getLanguage().equals("en")) {
            String language = Locale.of(consumer.getLanguage()).getDisplayLanguage(Locale.ENGLISH);
            flags.add(new Flag("LANGUAGE", "Prefers " + language + "."));
        }
        if (consumer.getMinor()) {
            flags.add(new Flag("MINOR", "Known to be under age."));
        }
        flags.addAll(attorneys(tx, account));
        flags.addAll(preferences(tx, account));
        flags.addAll(tasks(tx, account));
        return flags;
    }

    /// What somebody else has still to do about this person, by its kind alone.
    private static List<Flag> tasks(DSLContext tx, AccountRecord account) {
        return tx.selectDistinct(TASK.KIND)
                .from(TASK)
                .where(TASK.CONSUMER_ID.eq(account.getConsumerId()))
                .and(TASK.DONE_AT.isNull())
                .and(TASK.ACCOUNT_ID.isNull().or(TASK.ACCOUNT_ID.eq(account.getId())))
                .orderBy(TASK.KIND)
                .fetch(row -> new Flag("TASK", "Open task: " + words(row.value1()) + "."));
    }

    private static List<Flag> holds(
            DSLContext tx, AccountRecord account, PhoneRecord phone, Instant now) {
        return tx.selectDistinct(HOLD.CODE)
                .from(HOLD)
                .where(HOLD.CONSUMER_ID.eq(account.getConsumerId()))
                .and(HOLD.RELEASED_AT.isNull())
                .and(HOLD.FROM_AT.le(now))
                .and(HOLD.UNTIL_AT.isNull().or(HOLD.UNTIL_AT.gt(now)))
                .and(HOLD.ACCOUNT_ID.isNull().or(HOLD.ACCOUNT_ID.eq(account.getId())))
                .and(HOLD.PHONE_ID.isNull().or(HOLD.PHONE_ID.eq(phone.getId())))
                .orderBy(HOLD.CODE)
                .fetch(row -> new Flag(row.value1(), "On hold: " + words(row.value1()) + "."));
    }

    /// Whom to speak with instead, once somebody was named.
    private static List<Flag> attorneys(DSLContext tx, AccountRecord account) {
        return tx.selectFrom(ATTORNEY)
                .where(ATTORNEY.CONSUMER_ID.eq(account.getConsumerId()))
                .orderBy(ATTORNEY.ID.desc())
                .limit(1)
                .fetch(row ->
                        new Flag(
                                "ATTORNEY",
                                "Attorney: "
                                        + Stream.of(row.getName(), row.getFirm(), row.getReach())
                                                .filter(part -> !part.isEmpty())
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    private static List<Flag> preferences(DSLContext tx, AccountRecord account) {
        return tx.selectFrom(PREFERENCE)
                .where(PREFERENCE.CONSUMER_ID.eq(account.getConsumerId()))
                .and(PREFERENCE.WITHDRAWN_AT.isNull())
                .orderBy(PREFERENCE.ID)
                .fetch(row -> new Flag("PREFERENCE", wish(row)));
    }

    private static String wish(PreferenceRecord row) {
        if (row.getKind().equals("PLACE_BLOCK")) {
            return "No calls at " + words(row.getPlace()) + ".";
        } else if (row.getLocalFrom() == null || row.getLocalTo() == null) {
            return "No calls on " + String.join(", ", row.getDays()) + ".";
        } else {
            return "No calls from " + row.getLocalFrom() + " to " + row.getLocalTo() + ".";
        }
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
