package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.rightparty.console.desk.Accounts;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Search for an account, best first: our own number; a whole telephone number; the beginning, then
/// the end, of the client's account number; the last digits of a telephone number; the words of a
/// name in any order, of these who was called last in the last thirty days first.
public final class PostgresAccounts implements Accounts {
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9 ().-]{10,20}");
    private static final Pattern WILD = Pattern.compile("([%_\\\\])");
    private static final Pattern OUR_NUMBER = Pattern.compile("0{0,2}[1-9][0-9]{0,17}");
    private static final Pattern LAST_DIGITS = Pattern.compile("[0-9 ().-]{4,12}");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LAST = 4;
    private static final Duration LATELY = Duration.ofDays(30);

    private final Database database;
    private final InstantSource clock;

    public PostgresAccounts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Row(
            AccountId account, ConsumerId consumer, String name, String number, String client) {}

    @Override
    public List<Found> search(String wanted, int countMax) {
        return database.transact(tx -> {
            Map<AccountId, Row> rows = rows(tx, wanted, countMax);
            Map<ConsumerId, List<ScreenPop.Phone>> phones =
                    tx.selectFrom(PHONE)
                            .where(
                                    PHONE.CONSUMER_ID.in(
                                            rows.values().stream().map(Row::consumer).toList()))
                            .orderBy(PHONE.PREFERENCE_RANK, PHONE.ID)
                            .fetchGroups(PHONE.CONSUMER_ID, ScreenReads::phone);
            return rows.values().stream()
                    .map(row -> found(row, phones.getOrDefault(row.consumer(), List.of())))
                    .toList();
        });
    }

    private Map<AccountId, Row> rows(DSLContext tx, String wanted, int countMax) {
        Map<AccountId, Row> rows = new LinkedHashMap<>();
        for (Way way : ways(wanted, clock.instant().minus(LATELY))) {
            if (rows.size() < countMax) {
                fetch(tx, way, countMax)
                        .forEach(row -> {
                            if (rows.size() < countMax) {
                                rows.putIfAbsent(row.account(), row);
                            }
                        });
            }
        }
        return rows;
    }

    /// A way to look, and what comes first of what it finds.
    private record Way(Condition by, List<SortField<?>> order) {
        Way(Condition by) {
            this(by, List.of(ACCOUNT.ID.asc()));
        }
    }

    private static List<Way> ways(String wanted, Instant lately) {
        return List.of(
                new Way(byOurNumber(wanted)),
                new Way(byPhone(wanted)),
                new Way(byNumber(wanted)),
                new Way(byNumberEnd(wanted)),
                new Way(byLastDigits(wanted)),
                new Way(
                        byName(wanted),
                        List.of(lastCalled(lately).desc().nullsLast(), ACCOUNT.ID.asc())));
    }

    private static Condition byOurNumber(String wanted) {
        return OUR_NUMBER.matcher(wanted).matches()
                ? ACCOUNT.ID.eq(new AccountId(Long.parseLong(wanted)))
                : DSL.falseCondition();
    }

    private static Condition byNumberEnd(String wanted) {
        return wanted.length() < LAST
                ? DSL.falseCondition()
                : DSL.right(ACCOUNT.CLIENT_ACCOUNT_NUMBER, DSL.inline(LAST))
                        .eq(wanted.substring(wanted.length() - LAST))
                        .and(ACCOUNT.CLIENT_ACCOUNT_NUMBER.like("%" + literal(wanted)));
    }

    private static Condition byLastDigits(String wanted) {
        if (!LAST_DIGITS.matcher(wanted).matches()) {
            return DSL.falseCondition();
        }
        String digits = NOT_DIGITS.matcher(wanted).replaceAll("");
        return digits.length() < LAST
                ? DSL.falseCondition()
                : CONSUMER.ID.in(
                        DSL.select(PHONE.CONSUMER_ID)
                                .from(PHONE)
                                .where(
                                        DSL.right(PHONE.E164, DSL.inline(LAST))
                                                .eq(digits.substring(digits.length() - LAST)))
                                .and(PHONE.E164.like("%" + digits)));
    }

    private static Condition byPhone(String wanted) {
        if (!TELEPHONE.matcher(wanted).matches()) {
            return DSL.falseCondition();
        }
        String digits = NOT_DIGITS.matcher(wanted).replaceAll("");
        String e164 = digits.length() == 10 ? "+1" + digits : "+" + digits;
        return CONSUMER.ID.in(DSL.select(PHONE.CONSUMER_ID).from(PHONE).where(PHONE.E164.eq(e164)));
    }

    private static Condition byNumber(String wanted) {
        return ACCOUNT.CLIENT_ACCOUNT_NUMBER.like(literal(wanted) + "%");
    }

    private static Condition byName(String wanted) {
        Field<String> name =
                CONSUMER.GIVEN_NAME.concat(DSL.inline(" ")).concat(CONSUMER.FAMILY_NAME);
        return SPACE.splitAsStream(wanted.strip().replace(",", " "))
                .filter(word -> !word.isEmpty())
                .<Condition>map(word -> name.likeIgnoreCase("%" + literal(word) + "%"))
                .reduce(Condition::and)
                .orElseGet(DSL::falseCondition);
    }

    private static String literal(String text) {
        return WILD.matcher(text).replaceAll("\\\\$1");
    }

    private static List<Row> fetch(DSLContext tx, Way way, int countMax) {
        return tx.select(
                        ACCOUNT.ID,
                        CONSUMER.ID,
                        CONSUMER.GIVEN_NAME,
                        CONSUMER.FAMILY_NAME,
                        ACCOUNT.CLIENT_ACCOUNT_NUMBER,
                        CLIENT.NAME)
                .from(ACCOUNT)
                .join(CONSUMER)
                .on(CONSUMER.ID.eq(ACCOUNT.CONSUMER_ID))
                .join(CLIENT)
                .on(CLIENT.ID.eq(ACCOUNT.CLIENT_ID))
                .where(way.by())
                .orderBy(way.order())
                .limit(countMax)
                .fetch(row ->
                        new Row(
                                row.value1(),
                                row.value2(),
                                (row.value3() + " " + row.value4()).strip(),
                                row.value5(),
                                row.value6()));
    }

    /// The last call to the person since then: older months are not looked at.
    private static Field<Instant> lastCalled(Instant since) {
        return DSL.field(
                DSL.select(DSL.max(ATTEMPT.PLACED_AT))
                        .from(ATTEMPT)
                        .where(ATTEMPT.CONSUMER_ID.eq(CONSUMER.ID))
                        .and(ATTEMPT.PLACED_AT.ge(since)));
    }

    private static Found found(Row row, List<ScreenPop.Phone> phones) {
        String number = row.number();
        String last = number.substring(Math.max(0, number.length() - LAST));
        return new Found(row.account(), row.consumer(), row.name(), last, row.client(), phones);
    }
}
