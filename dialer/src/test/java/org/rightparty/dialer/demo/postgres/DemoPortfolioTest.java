package org.rightparty.dialer.demo.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.PROMISE;
import static org.rightparty.schema.generated.Tables.WHEREABOUTS;

import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.compliance.ledger.Leaf;
import org.rightparty.compliance.postgres.PostgresZones;
import org.rightparty.compliance.zones.ZoneTables;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.demo.EdgeCases;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

class DemoPortfolioTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final int HOUR_WITHOUT_ANYBODY = 11;
    private static final int CALLABLE_LEAST = 200;
    private static final ZoneTables ZONES = ShippedZones.read();
    private static Database database = TestDatabase.fresh();
    private static Duration took = Duration.ZERO;

    @BeforeAll
    static void load() {
        database.transact(tx -> {
            new PostgresZones().load(tx);
            return tx;
        });
        long before = System.nanoTime();
        assertThat(portfolio(database).loadIfEmpty(42, NOW)).isTrue();
        took = Duration.ofNanos(System.nanoTime() - before);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static DemoPortfolio portfolio(Database into) {
        Function<char[], String> hash = password -> "hash of " + password.length + " characters";
        return new DemoPortfolio(into, ZONES, hash, new SplittableRandom(1));
    }

    private static <T> T ask(Function<DSLContext, T> question) {
        return database.transact(question);
    }

    private static int count(Table<?> table) {
        return ask(tx -> tx.fetchCount(table));
    }

    private static <T> Set<T> values(TableField<?, T> column) {
        return ask(tx -> tx.select(column).from(column.getTable()).fetchSet(column));
    }

    @Test
    void it_loads_in_seconds_and_only_once() {
        System.out.println("demo portfolio loaded in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(30));
        assertThat(portfolio(database).loadIfEmpty(42, NOW)).isFalse();
        assertThat(count(CONSUMER)).isEqualTo(2000);
        assertThat(count(ACCOUNT)).isBetween(2600, 2800);
        assertThat(count(CAMPAIGN)).isEqualTo(3);
        assertThat(count(AGENT)).isEqualTo(10);
    }

    @Test
    void balances_are_the_sums_of_their_entries() {
        Map<AccountId, Long> sums =
                ask(tx ->
                        tx.select(
                                        BALANCE_ENTRY.ACCOUNT_ID,
                                        DSL.sum(BALANCE_ENTRY.AMOUNT_MINOR).cast(Long.class))
                                .from(BALANCE_ENTRY)
                                .groupBy(BALANCE_ENTRY.ACCOUNT_ID)
                                .fetchMap(Record2::value1, Record2::value2));
        Map<AccountId, Long> balances =
                ask(tx -> tx.select().from(ACCOUNT).fetchMap(ACCOUNT.ID, ACCOUNT.BALANCE_MINOR));
        assertThat(balances).isEqualTo(sums);
    }

    @Test
    void every_number_is_fictional() {
        List<String> numbers = ask(tx -> tx.selectFrom(PHONE).fetch(PHONE.E164));
        assertThat(numbers).isNotEmpty().allMatch(e164 -> new PhoneNumber(e164).isFictional());
    }

    @Test
    void the_hard_cases_are_there() {
        assertThat(values(ADDRESS.POSTAL_CODE))
                .containsAll(Arrays.stream(EdgeCases.values()).map(EdgeCases::postalCode).toList());
        assertThat(values(CONSUMER.FAMILY_NAME))
                .contains("O'Brannoch", "Núñezwell", "Quickfoot & Daughters LLC");
        assertThat(values(ACCOUNT.PLACED_MINOR)).contains(1L, 0L, -2_500L, 123_456_789L);
        assertThat(values(HOLD.CODE))
                .contains("CEASE", "ATTORNEY", "BANKRUPTCY", "DECEASED", "DISPUTE");
        assertThat(values(PROMISE.STATE)).contains("OPEN", "KEPT", "BROKEN");
        assertThat(sharedNumbers()).contains("+13135550142");
    }

    private static Set<String> sharedNumbers() {
        return ask(tx ->
                tx.select(PHONE.E164)
                        .from(PHONE)
                        .groupBy(PHONE.E164)
                        .having(DSL.count().gt(1))
                        .fetchSet(PHONE.E164));
    }

    @Test
    void the_past_kept_to_seven_attempts_in_seven_days() {
        Map<ConsumerId, List<Instant>> past =
                ask(tx ->
                        tx.select()
                                .from(ATTEMPT)
                                .orderBy(ATTEMPT.PLACED_AT)
                                .fetchGroups(ATTEMPT.CONSUMER_ID, ATTEMPT.PLACED_AT));
        past.values()
                .forEach(times -> {
                    for (int i = 7; i < times.size(); i++) {
                        assertThat(Duration.between(times.get(i - 7), times.get(i)))
                                .isGreaterThan(Duration.ofDays(7));
                    }
                });
        assertThat(past.values()).anySatisfy(times -> assertThat(times).hasSize(7));
        assertThat(past).hasSizeGreaterThan(1000);
    }

    @Test
    void every_attempt_has_its_entry_in_the_ledger_and_every_entry_its_leaf() {
        int attempts = count(ATTEMPT);
        int matched =
                ask(tx ->
                        tx.fetchCount(
                                tx.selectOne()
                                        .from(ATTEMPT)
                                        .join(AUDIT_ENTRY)
                                        .on(AUDIT_ENTRY.ATTEMPT_ID.eq(ATTEMPT.ID))
                                        .and(AUDIT_ENTRY.CONSUMER_ID.eq(ATTEMPT.CONSUMER_ID))
                                        .and(AUDIT_ENTRY.ACCOUNT_ID.eq(ATTEMPT.ACCOUNT_ID))
                                        .and(AUDIT_ENTRY.CAMPAIGN_ID.eq(ATTEMPT.CAMPAIGN_ID))
                                        .and(AUDIT_ENTRY.AT.eq(ATTEMPT.PLACED_AT))
                                        .and(AUDIT_ENTRY.KIND.eq("dial.permitted"))));
        assertThat(matched).isEqualTo(attempts).isPositive();
        int aboutMessages =
                ask(tx -> tx.fetchCount(AUDIT_ENTRY, AUDIT_ENTRY.KIND.startsWith("message.")));
        assertThat(aboutMessages).isEqualTo(6);
        assertThat(count(AUDIT_ENTRY)).isEqualTo(2 * attempts + 1 + aboutMessages);
        var entries = ask(tx -> tx.selectFrom(AUDIT_ENTRY).orderBy(AUDIT_ENTRY.ID).fetch());
        assertThat(entries.get(2 * attempts).getKind()).isEqualTo("demo.loaded");
        assertThat(entries.getValues(AUDIT_ENTRY.AT)).isSorted();
        assertThat(entries)
                .allSatisfy(entry ->
                        assertThat(new Leaf(entry.getPayload()).hash())
                                .isEqualTo(entry.getLeafHash()));
    }

    @Test
    void nobody_was_called_for_seven_days_after_a_conversation() {
        var earlier = ATTEMPT_END.as("earlier");
        var talk = ATTEMPT.as("talk");
        var later = ATTEMPT.as("later");
        var soon = DSL.field("{0} + interval '7 days'", Instant.class, talk.PLACED_AT);
        int tooSoon =
                ask(tx ->
                        tx.fetchCount(
                                tx.selectOne()
                                        .from(earlier)
                                        .join(talk)
                                        .on(talk.ID.eq(earlier.ATTEMPT_ID))
                                        .join(later)
                                        .on(later.CONSUMER_ID.eq(talk.CONSUMER_ID))
                                        .where(earlier.TALK_MS.isNotNull())
                                        .and(later.PLACED_AT.gt(talk.PLACED_AT))
                                        .and(later.PLACED_AT.lt(soon))));
        assertThat(tooSoon).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-14", "2026-07-15"})
    void at_every_hour_but_one_somebody_may_be_called(String day) {
        List<Set<ZoneId>> whereabouts = whereabouts();
        for (int hour = 0; hour < 24; hour++) {
            Instant at = Instant.parse(day + "T00:30:00Z").plus(Duration.ofHours(hour));
            long callable =
                    whereabouts.stream()
                            .filter(zones -> zones.stream().allMatch(zone -> open(zone, at)))
                            .count();
            System.out.println(day + " " + hour + ":30 UTC callable consumers: " + callable);
            if (hour == HOUR_WITHOUT_ANYBODY) {
                assertThat(callable).isZero();
            } else {
                assertThat(callable).as("at %d:30 UTC", hour).isGreaterThan(CALLABLE_LEAST);
            }
        }
    }

    private static boolean open(ZoneId zone, Instant at) {
        LocalTime local = LocalTime.ofInstant(at, zone);
        return !local.isBefore(LocalTime.of(8, 0)) && local.isBefore(LocalTime.of(21, 0));
    }

    /// The zones of each consumer who is not held.
    private static List<Set<ZoneId>> whereabouts() {
        Set<ConsumerId> held =
                new HashSet<>(ask(tx -> tx.selectFrom(HOLD).fetch(HOLD.CONSUMER_ID)));
        Map<ConsumerId, List<String[]>> evidence =
                ask(tx ->
                        tx.select()
                                .from(WHEREABOUTS)
                                .fetchGroups(WHEREABOUTS.CONSUMER_ID, WHEREABOUTS.ZONES));
        return evidence.entrySet().stream()
                .filter(entry -> !held.contains(entry.getKey()))
                .map(entry ->
                        entry.getValue().stream()
                                .flatMap(Arrays::stream)
                                .map(ZoneId::of)
                                .collect(Collectors.toSet()))
                .toList();
    }

    @Test
    void the_same_seed_gives_the_same_portfolio() {
        List<String> numbers = ask(DemoPortfolioTest::fingerprint);
        try (Database other = TestDatabase.fresh()) {
            portfolio(other).loadIfEmpty(42, NOW);
            assertThat(other.transact(DemoPortfolioTest::fingerprint)).isEqualTo(numbers);
        }
    }

    private static List<String> fingerprint(DSLContext tx) {
        return tx.select()
                .from(PHONE)
                .join(CONSUMER)
                .on(CONSUMER.ID.eq(PHONE.CONSUMER_ID))
                .orderBy(PHONE.ID)
                .fetch(row ->
                        row.get(PHONE.E164)
                                + row.get(CONSUMER.FAMILY_NAME)
                                + row.get(PHONE.USABLE));
    }
}
