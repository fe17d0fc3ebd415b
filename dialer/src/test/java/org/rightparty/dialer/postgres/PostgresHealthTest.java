package org.rightparty.dialer.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.Partitions;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.robot.KillablePostgres;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

class PostgresHealthTest {
    private static final Duration SECOND_AND_A_LITTLE = Duration.ofMillis(1_800);

    private final Instant now = Instant.now();
    private boolean telephone = true;
    private boolean rulebooks = true;

    @Test
    void everything_is_there() {
        try (Database database = TestDatabase.fresh()) {
            assertThat(health(database, now).checks())
                    .containsOnlyKeys("database", "partitions", "rulebooks", "telephone")
                    .doesNotContainValue(false);
        }
    }

    @Test
    void each_thing_that_is_missing_is_named() {
        try (Database database = TestDatabase.fresh()) {
            Instant farAhead = now.plus(Duration.ofDays(3_650));
            assertThat(down(health(database, farAhead))).containsExactly("partitions");
            telephone = false;
            rulebooks = false;
            assertThat(down(health(database, now)))
                    .containsExactlyInAnyOrder("rulebooks", "telephone");
        }
    }

    @Test
    void a_database_that_is_killed_or_hangs_is_not_there_within_a_second(@TempDir Path directory) {
        try (KillablePostgres postgres = new KillablePostgres(directory.resolve("postgresql"));
                Database database =
                        Database.open(
                                new DatabaseConfig.External(
                                        postgres.url(), "postgres", "postgres", 2))) {
            new Partitions(database).makeAhead(now);
            PostgresHealth health = health(database, now);
            assertThat(down(health)).isEmpty();
            postgres.freeze();
            for (int i = 0; i < 3; i++) {
                assertGoneInTime(health);
            }
            postgres.thaw();
            await().until(() -> down(health).isEmpty());
            postgres.kill();
            assertGoneInTime(health);
        }
    }

    private static void assertGoneInTime(PostgresHealth health) {
        long before = System.nanoTime();
        assertThat(down(health)).contains("database", "partitions");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SECOND_AND_A_LITTLE);
    }

    private static List<String> down(PostgresHealth health) {
        return health.checks().entrySet().stream()
                .filter(check -> !check.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private PostgresHealth health(Database database, Instant at) {
        return new PostgresHealth(
                database,
                InstantSource.fixed(at),
                () -> telephone,
                () -> rulebooks,
                Thread::startVirtualThread);
    }
}
