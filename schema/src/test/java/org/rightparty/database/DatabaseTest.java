package org.rightparty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

class DatabaseTest {
    @Test
    void a_transaction_is_not_begun_inside_another_of_the_same_thread() {
        try (Database database = TestDatabase.fresh()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> database.transact(_ -> number(database, 1)))
                    .withMessageContaining("pass it on");
            assertThat(number(database, 2)).isEqualTo(2);
        }
    }

    @Test
    void two_threads_and_two_databases_are_not_in_each_others_way() {
        try (Database database = TestDatabase.fresh();
                Database other = TestDatabase.fresh()) {
            int there = database.transact(_ -> number(other, 3));
            int beside = database.transact(_ -> elsewhere(() -> number(database, 4)));
            assertThat(there).isEqualTo(3);
            assertThat(beside).isEqualTo(4);
        }
    }

    @Test
    void what_is_under_way_ends_before_the_database_closes() throws InterruptedException {
        Database database = TestDatabase.fresh();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> slow =
                CompletableFuture.supplyAsync(() ->
                        database.transact(tx -> {
                            begun.countDown();
                            tx.execute("SELECT pg_sleep(0.5)");
                            return tx.fetchSingle("SELECT 5").get(0, Integer.class);
                        }));
        begun.await();
        database.close();
        assertThat(slow.join()).isEqualTo(5);
    }

    private static int elsewhere(Supplier<Integer> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    private static int number(Database database, int number) {
        return database.transact(tx -> tx.fetchSingle("SELECT " + number).get(0, Integer.class));
    }
}
