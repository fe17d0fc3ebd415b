package org.rightparty.dialer.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.TestAttempts;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Two calls a second, ten at once.
class DeparturesTest {
    private static final Instant NOW = Instant.parse("2026-03-03T15:00:00Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("+12125550123");
    private static final Dialing DIALING = new Dialing(NUMBER, 20, false);

    private final Trunks trunks = new Trunks(List.of(new Trunk("slow", 10, 2, true)));
    private final Departures departures = new Departures(trunks);

    @Test
    void first_come_first_served_at_the_trunks_pace() {
        order(1, 2, 3, 4);
        assertThat(leave(0)).containsExactly(1L, 2L);
        assertThat(leave(999)).isEmpty();
        order(5);
        assertThat(leave(1_000)).containsExactly(3L, 4L);
        assertThat(leave(2_000)).containsExactly(5L);
    }

    @Test
    void a_permit_that_dies_in_the_queue_is_not_used() {
        order(1, 2, 3);
        leave(0);
        Departures.Leaving late = departures.leave(NOW.plusSeconds(2), 2_000_000_000L);
        assertThat(late.placed()).isEmpty();
        assertThat(late.died()).hasSize(1).containsValue("PERMIT_EXPIRED");
    }

    @Test
    void the_room_is_what_may_still_leave_within_half_a_second_less_what_waits() {
        assertThat(room(0)).isEqualTo(2);
        order(1);
        assertThat(room(0)).as("one is on its way").isEqualTo(1);
        leave(0);
        assertThat(room(0)).isEqualTo(1);
        order(2);
        leave(400);
        assertThat(room(499)).as("both turns are taken until 1.0 s").isZero();
        assertThat(room(500)).isEqualTo(1);
        assertThat(room(900)).isEqualTo(2);
        departures.announce();
        assertThat(room(900)).isEqualTo(1);
        departures.withhold();
        assertThat(room(900)).isEqualTo(2);
    }

    @Test
    void the_room_ends_with_the_channels() {
        for (int i = 0; i < 9; i++) {
            trunks.adopt("slow");
        }
        assertThat(room(0)).isEqualTo(1);
        trunks.adopt("slow");
        trunks.adopt("slow");
        assertThat(room(0)).isZero();
    }

    @Test
    void of_two_kinds_of_trunk_the_fuller_one_counts() {
        Trunks both =
                new Trunks(
                        List.of(new Trunk("practice", 10, 5, true), new Trunk("out", 3, 9, false)));
        assertThat(both.room(0, Departures.WAIT_MAX)).isEqualTo(3);
    }

    private void order(long... attempts) {
        for (long attempt : attempts) {
            departures.announce();
            departures.add(
                    new Departures.Waiting(
                            TestAttempts.granted(new AttemptId(attempt), NUMBER, 25, NOW),
                            DIALING));
        }
    }

    private List<Long> leave(long millis) {
        return departures.leave(NOW, Duration.ofMillis(millis).toNanos()).placed().keySet().stream()
                .map(waiting -> waiting.call().value())
                .toList();
    }

    private int room(long millis) {
        return departures.room(Duration.ofMillis(millis).toNanos());
    }
}
