package org.rightparty.console.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.LOG_IN_TRY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.console.people.Tries.Limit;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class PostgresTriesTest {
    private static final Limit LIMIT = new Limit(5, Duration.ofMinutes(3));
    private static final Instant NOW = Instant.parse("2026-04-07T16:00:00Z");

    private final Database database = TestDatabase.fresh();
    private PostgresTries tries = new PostgresTries(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void five_tries_at_once_then_one_every_three_minutes() {
        assertThat(taken(10, NOW)).isEqualTo(5);
        assertThat(taken(1, NOW.plusMillis(179_999))).isZero();
        assertThat(taken(2, NOW.plusSeconds(180))).isEqualTo(1);
        assertThat(taken(9, NOW.plusSeconds(900))).isEqualTo(4);
        assertThat(taken(9, NOW.plusSeconds(9_000))).isEqualTo(5);
    }

    @Test
    void a_restart_unlocks_nobody() {
        taken(5, NOW);
        tries = new PostgresTries(database);
        assertThat(taken(1, NOW.plusSeconds(60))).isZero();
        assertThat(tries.take("other", LIMIT, NOW)).isTrue();
    }

    @Test
    void a_try_that_was_right_costs_nothing() {
        for (int i = 0; i < 20; i++) {
            assertThat(taken(1, NOW)).isEqualTo(1);
            tries.giveBack("agent", LIMIT);
        }
        assertThat(taken(6, NOW)).isEqualTo(5);
    }

    @Test
    void tries_at_once_cannot_all_be_the_last() throws Exception {
        List<Callable<Boolean>> guesses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            guesses.add(() -> tries.take("agent", LIMIT, NOW));
        }
        int allowed = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> guess : threads.invokeAll(guesses)) {
                allowed += guess.get() ? 1 : 0;
            }
        }
        assertThat(allowed).isEqualTo(5);
    }

    @Test
    void keeps_no_login_in_the_clear_and_no_row_longer_than_it_locks() {
        tries.take("hunter2", LIMIT, NOW);
        String kept = database.transact(tx -> tx.selectFrom(LOG_IN_TRY).fetch().formatCSV());
        assertThat(kept).doesNotContain("hunter2");
        tries.take("agent", LIMIT, NOW.plusSeconds(180));
        assertThat(rows()).isEqualTo(1);
    }

    private int rows() {
        return database.transact(tx -> tx.fetchCount(LOG_IN_TRY));
    }

    private int taken(int times, Instant at) {
        int allowed = 0;
        for (int i = 0; i < times; i++) {
            allowed += tries.take("agent", LIMIT, at) ? 1 : 0;
        }
        return allowed;
    }
}
