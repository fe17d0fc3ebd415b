package org.rightparty.dialer.placement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

final class PlacementTurnTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Database database = TestDatabase.fresh();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        threads.close();
        database.close();
    }

    @Test
    void a_turn_is_wanted_only_while_another_file_waits() {
        AtomicBoolean entered = new AtomicBoolean();
        try (PlacementTurn first = PlacementTurn.take(database)) {
            assertThat(first.isWanted()).isFalse();
            CompletableFuture<PlacementTurn> second =
                    CompletableFuture.supplyAsync(
                            () -> {
                                PlacementTurn taken = PlacementTurn.take(database);
                                entered.set(true);
                                return taken;
                            },
                            threads);
            await().atMost(SOON).until(first::isWanted);
            assertThat(entered).isFalse();

            CompletableFuture<Void> back = CompletableFuture.runAsync(first::pass, threads);
            PlacementTurn other = second.join();
            await().atMost(SOON).until(other::isWanted);
            assertThat(back).isNotDone();
            other.close();
            back.join();
            assertThat(first.isWanted()).isFalse();
        }
    }

    @Test
    void waiting_in_another_database_of_the_server_wants_no_turn_here() {
        try (Database elsewhere = TestDatabase.fresh();
                PlacementTurn here = PlacementTurn.take(database)) {
            CompletableFuture<PlacementTurn> waits;
            try (PlacementTurn there = PlacementTurn.take(elsewhere)) {
                waits = CompletableFuture.supplyAsync(() -> PlacementTurn.take(elsewhere), threads);
                await().atMost(SOON).until(there::isWanted);
                assertThat(here.isWanted()).isFalse();
            }
            waits.join().close();
        }
    }
}
