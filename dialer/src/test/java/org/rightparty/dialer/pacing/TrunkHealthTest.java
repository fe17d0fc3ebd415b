package org.rightparty.dialer.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Calls are placed a second apart: `f` failed, `t` got through.
class TrunkHealthTest {
    private static final Instant START = Instant.parse("2026-03-03T15:00:00Z");

    private final TrunkHealth health = new TrunkHealth();
    private Instant now = START;

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    calls,                standing
                    '',                   UNTRIED
                    tttt,                 UNTRIED
                    ttttt,                SOUND
                    tttttfff,             SOUND
                    tttttffff,            DEAD
                    ffff,                 DEAD
                    tttttfftfftff,        FAILING
                    tttttftttftttftttf,   SOUND
                    ffffff,               DEAD
                    fffft,                SOUND
                    ffffftfff,            SOUND
                    ffffftffff,           DEAD
                    tttttfftfftfft,       FAILING
                    tttttfftfftffttttttt, SOUND
                    """)
    void is_told_within_a_few_calls(String calls, Standing standing) {
        tell("north", calls);
        assertThat(health.of("north")).isEqualTo(standing);
    }

    @Test
    void calls_placed_before_a_trunk_fell_do_not_speak_for_it() {
        tell("north", "tttttffff");
        assertThat(health.saw("north", true, now.minusSeconds(5), now)).isFalse();
        assertThat(health.of("north")).isEqualTo(Standing.DEAD);
        assertThat(health.saw("north", true, now, now.plusSeconds(3))).isTrue();
        assertThat(health.of("north")).isEqualTo(Standing.SOUND);
    }

    @Test
    void dead_trunks_are_gone_round_and_failing_ones_while_another_is_not() {
        tell("north", "ffff");
        assertThat(health.avoid()).containsExactly("north");
        assertThat(health.isCutOff()).isTrue();
        tell("south", "ttttt");
        tell("west", "tttttfftfftff");
        assertThat(health.avoid()).containsExactly("north", "west");
        assertThat(health.isCutOff()).isFalse();
        tell("south", "fffff");
        assertThat(health.avoid()).as("something must carry calls").doesNotContain("west");
        assertThat(health.avoid()).contains("north", "south");
    }

    @Test
    void only_a_trunk_that_fails_takes_away_from_what_is_expected() {
        tell("north", "tttttfff");
        assertThat(health.through("north")).isEqualTo(1);
        tell("north", "f");
        assertThat(health.through("north")).isBetween(0.05, 0.2);
        assertThat(health.through("unheard-of")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0.00, 0", "0.02, 0", "0.05, 2", "0.15, 40"})
    void hardly_ever_errs_where_a_share_of_calls_always_fails(double share, int wrongMost) {
        RandomGenerator chance = new Random(5);
        int wrong = 0;
        for (int i = 0; i < 20_000; i++) {
            boolean through = chance.nextDouble() >= share;
            boolean changed = health.saw("north", through, now, now);
            Standing standing = health.of("north");
            wrong += changed && standing != Standing.SOUND ? 1 : 0;
        }
        assertThat(wrong).isLessThanOrEqualTo(wrongMost);
    }

    private void tell(String trunk, String calls) {
        calls.chars()
                .forEach(call -> {
                    now = now.plusSeconds(1);
                    health.saw(trunk, call == 't', now, now);
                });
    }
}
