package org.rightparty.dialer.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;

class DetourTest {
    private static final long TEN = Duration.ofSeconds(10).toNanos();

    private final Detour detour = new Detour();

    @Test
    void a_trunk_that_is_avoided_takes_one_call_in_ten_seconds() {
        detour.avoid(Set.of("north"), 0);
        assertThat(detour.takes("south", 0)).isTrue();
        assertThat(detour.takes("north", TEN - 1)).isFalse();
        assertThat(detour.takes("north", TEN)).isTrue();
        detour.took("north", TEN);
        assertThat(detour.takes("north", 2 * TEN - 1)).isFalse();
        assertThat(detour.takes("north", 2 * TEN)).isTrue();
    }

    @Test
    void several_take_turns() {
        detour.avoid(Set.of("north"), 0);
        detour.avoid(Set.of("north", "west"), 5);
        assertThat(detour.takes("north", TEN)).isTrue();
        assertThat(detour.takes("west", TEN)).isFalse();
        detour.took("north", TEN);
        assertThat(detour.takes("north", 2 * TEN)).isFalse();
        assertThat(detour.takes("west", 2 * TEN)).isTrue();
        detour.avoid(Set.of("west"), 2 * TEN);
        assertThat(detour.avoids("north")).isFalse();
        assertThat(detour.takes("north", 2 * TEN)).isTrue();
    }

    @Test
    void a_turn_that_nobody_can_take_goes_to_another() {
        detour.avoid(Set.of("north"), 0);
        detour.avoid(Set.of("north", "west"), 0);
        assertThat(detour.takes("west", 2 * TEN - 1)).isFalse();
        assertThat(detour.takes("west", 2 * TEN)).isTrue();
    }
}
