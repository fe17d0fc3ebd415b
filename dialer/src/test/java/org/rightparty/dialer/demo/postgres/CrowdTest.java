package org.rightparty.dialer.demo.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class CrowdTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

    @Test
    void a_crowd_has_the_accounts_asked_for_and_numbers_nobody_can_have() {
        try (Database database = TestDatabase.fresh()) {
            generate(database, 1_000);
            int accounts = database.transact(tx -> tx.fetchCount(ACCOUNT));
            assertThat(accounts).isBetween(1_000, 1_002);
            List<String> numbers = database.transact(tx -> tx.selectFrom(PHONE).fetch(PHONE.E164));
            assertThat(numbers).allMatch(e164 -> new PhoneNumber(e164).isFictional());
            assertThat(total(database)).isEqualTo(entered(database));
        }
    }

    @Test
    void every_index_is_there_again() {
        try (Database database = TestDatabase.fresh()) {
            List<String> before = indexes(database);
            generate(database, 100);
            assertThat(indexes(database)).isEqualTo(before).isNotEmpty();
        }
    }

    private static List<String> indexes(Database database) {
        return database.transact(tx ->
                tx.fetch("SELECT indexdef FROM pg_indexes ORDER BY indexdef")
                        .getValues(0, String.class));
    }

    @Test
    void an_import_after_it_gets_ids_of_its_own() {
        try (Database database = TestDatabase.fresh()) {
            generate(database, 100);
            int added =
                    database.transact(tx ->
                            tx.insertInto(CONSUMER)
                                    .set(CONSUMER.FAMILY_NAME, "Ambleforth")
                                    .execute());
            assertThat(added).isEqualTo(1);
        }
    }

    @Test
    @Tag("bench")
    void entering_a_hundred_thousand_accounts() {
        try (Database database = TestDatabase.fresh()) {
            long before = System.nanoTime();
            generate(database, 100_000);
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            System.out.printf(
                    "| accounts | seconds | accounts/s |%n| 100000 | %.1f | %.0f |%n",
                    took.toMillis() / 1000.0, 100_000_000.0 / took.toMillis());
        }
    }

    private static void generate(Database database, long accounts) {
        Crowd.generate(database, accounts, 42, NOW);
    }

    private static long total(Database database) {
        return database.transact(tx ->
                tx.select(DSL.sum(ACCOUNT.BALANCE_MINOR).cast(Long.class))
                        .from(ACCOUNT)
                        .fetchSingle()
                        .value1());
    }

    private static long entered(Database database) {
        return database.transact(tx ->
                tx.select(DSL.sum(BALANCE_ENTRY.AMOUNT_MINOR).cast(Long.class))
                        .from(BALANCE_ENTRY)
                        .fetchSingle()
                        .value1());
    }
}
