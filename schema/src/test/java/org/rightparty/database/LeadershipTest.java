package org.rightparty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.rightparty.database.Leadership.Standing;

class LeadershipTest {
    @Test
    void one_process_leads_at_a_time_and_the_next_when_it_is_gone() {
        try (Database database = TestDatabase.fresh();
                Leadership first = new Leadership(database);
                Leadership second = new Leadership(database)) {
            assertThat(first.hold()).isTrue();
            assertThat(first.hold()).isTrue();
            assertThat(second.hold()).isFalse();

            first.close();

            assertThat(second.hold()).isTrue();
            assertThat(first.hold()).isFalse();
        }
    }

    @Test
    void a_lock_taken_back_before_anybody_else_had_it_was_ours_all_the_time() {
        try (Database database = TestDatabase.fresh();
                Leadership first = new Leadership(database);
                Leadership second = new Leadership(database)) {
            assertThat(first.stand()).isEqualTo(Standing.LEADING_ANEW);
            assertThat(first.stand()).isEqualTo(Standing.LEADING);
            cutOff(database);
            assertThat(first.stand()).isEqualTo(Standing.LEADING);

            cutOff(database);
            assertThat(second.stand()).isEqualTo(Standing.LEADING_ANEW);
            second.close();
            assertThat(first.stand()).isEqualTo(Standing.LEADING_ANEW);
            assertThat(first.stand()).isEqualTo(Standing.LEADING);
        }
    }

    @Test
    void what_only_the_leader_may_do_is_refused_once_another_has_led() {
        try (Database database = TestDatabase.fresh();
                Leadership first = new Leadership(database);
                Leadership second = new Leadership(database)) {
            assertFenced(database, first);
            first.stand();
            fenced(database, first);
            cutOff(database);
            fenced(database, first);
            second.stand();
            assertFenced(database, first);
            fenced(database, second);
            second.close();
            assertFenced(database, first);
            first.stand();
            fenced(database, first);
        }
    }

    private static void assertFenced(Database database, Leadership who) {
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> fenced(database, who))
                .matches(failure -> failure.category() == DatabaseFailure.Category.FENCED);
    }

    private static void fenced(Database database, Leadership who) {
        database.transact(tx -> {
            who.fence(tx);
            return tx;
        });
    }

    /// Ends the connection that holds the lock, as a broken network would.
    private static void cutOff(Database database) {
        try (Database owner = TestDatabase.asOwner(database)) {
            owner.transact(tx ->
                    tx.execute(
                            """
                            SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
                            WHERE locktype = 'advisory' AND database =
                                (SELECT oid FROM pg_database WHERE datname = current_database())
                            """));
        }
    }
}
