package org.rightparty.compliance.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.clock.ClockReading.Sync;
import org.rightparty.compliance.clock.ClockState.Doubt;
import org.rightparty.compliance.clock.ClockState.Requires;
import org.rightparty.compliance.clock.ClockState.Told;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ClockStateTest {
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");

    private final List<Told> told = new ArrayList<>();
    private ClockState state = ClockState.unread(Requires.SYNCHRONISED);

    private void look(ClockReading reading) {
        ClockState.Looked looked = state.look(reading);
        state = looked.next();
        told.addAll(looked.told());
    }

    /// A whole reading, `after` on the monotonic clock, with the wall clock `off` by so much.
    private static ClockReading read(Duration after, Duration off, Duration database, Sync sync) {
        Instant wall = NOON.plus(after).plus(off);
        return new ClockReading(
                wall,
                after.toNanos(),
                Optional.of(wall.minus(database)),
                Optional.of(NOON.minusSeconds(30)),
                Optional.of(sync));
    }

    private static ClockReading synced(long seconds, Duration off) {
        return read(Duration.ofSeconds(seconds), off, Duration.ZERO, Sync.SYNCHRONISED);
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S, false",
        "PT1.001S, true",
        "-PT1S, false",
        "-PT1.001S, true",
        "-PT1H, true",
        "PT1H, true",
    })
    void a_step_of_more_than_a_second_either_way_is_told_and_doubted(Duration off, boolean step) {
        look(synced(0, Duration.ZERO));
        look(synced(1, off));
        assertThat(state.doubts().contains(Doubt.STEPPED)).isEqualTo(step);
        assertThat(told)
                .isEqualTo(step ? List.of(new Told("clock.stepped", off.toMillis())) : List.of());
    }

    @Test
    void a_minute_without_a_step_is_believed_again() {
        look(synced(0, Duration.ZERO));
        look(synced(1, Duration.ofSeconds(20)));
        look(synced(60, Duration.ofSeconds(20)));
        assertThat(state.doubts()).containsExactly(Doubt.STEPPED);
        look(synced(61, Duration.ofSeconds(20)));
        assertThat(state.doubts()).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void a_glance_sees_a_step_and_leaves_the_rest_as_it_was() {
        look(read(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(3), Sync.SYNCHRONISED));
        look(ClockReading.glance(NOON.plusSeconds(3_601), Duration.ofSeconds(1).toNanos()));
        assertThat(state.doubts()).containsExactlyInAnyOrder(Doubt.STEPPED, Doubt.APART);
    }

    @ParameterizedTest
    @CsvSource({"PT2S, false", "PT2.001S, true", "-PT2S, false", "-PT2.001S, true"})
    void a_clock_apart_from_the_databases_is_doubted_until_they_agree(Duration by, boolean apart) {
        look(read(Duration.ZERO, Duration.ZERO, by, Sync.SYNCHRONISED));
        assertThat(state.doubts().contains(Doubt.APART)).isEqualTo(apart);
        look(read(Duration.ofSeconds(1), Duration.ZERO, by, Sync.SYNCHRONISED));
        assertThat(told).hasSize(apart ? 1 : 0);
        look(synced(2, Duration.ZERO));
        assertThat(state.doubts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-PT32S, UNSYNCHRONISED, false",
        "-PT32.001S, UNSYNCHRONISED, true",
        "-PT32.001S, UNKNOWN, true",
        "-PT32.001S, SYNCHRONISED, false",
    })
    void a_clock_behind_the_ledger_is_believed_only_if_a_time_server_vouches_for_it(
            Duration off, Sync sync, boolean doubted) {
        look(read(Duration.ZERO, off, Duration.ZERO, sync));
        assertThat(state.doubts().contains(Doubt.BEHIND)).isEqualTo(doubted);
    }

    @ParameterizedTest
    @CsvSource({"SYNCHRONISED, true", "NOTHING, false"})
    void a_time_server_that_is_lost_for_five_minutes_is_told_and_doubted_where_one_is_required(
            Requires requires, boolean doubted) {
        state = ClockState.unread(requires);
        look(synced(0, Duration.ZERO));
        unsynced(1);
        unsynced(300);
        assertThat(state.doubts()).isEmpty();
        assertThat(told).isEmpty();
        unsynced(301);
        unsynced(302);
        assertThat(state.doubts().contains(Doubt.UNSYNCHRONISED)).isEqualTo(doubted);
        look(synced(303, Duration.ZERO));
        assertThat(state.doubts()).isEmpty();
        assertThat(told)
                .extracting(Told::kind)
                .containsExactly("clock.synchronisation.lost", "clock.synchronisation.back");
    }

    private void unsynced(long seconds) {
        look(read(Duration.ofSeconds(seconds), Duration.ZERO, Duration.ZERO, Sync.UNSYNCHRONISED));
    }
}
