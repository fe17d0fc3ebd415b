package org.rightparty.dialer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.dialer.pacing.Guard;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.Reasons;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Mode;

/// Which decisions count as held back by a guard.
class GuardsTest {
    private static Figures day(Scenario scenario, Policy policy) {
        return Simulation.day(scenario, policy, scenario.seed());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    policy                 | pointer                    | value | guard
                    rightparty             | /warmupS                   | 0     | STARTING
                    rightparty             | /trunks/max                | 3     | ROOM
                    rightparty | /compliance/amdFalsePositiveEstimate | 0.25 | CEILING
                    rightparty-aim:never   | /seed                      | 5     | AIM
                    ratio:5                | /trunks/max                | 3     | ROOM
                    vicidial-average:3     | /trunks/max                | 3     | ROOM
                    vicidial-average:5:0:0:5 | /compliance/maxAbandonRate | 0.01 | CEILING
                    """)
    void a_guard_that_bites_is_counted(String policy, String pointer, String value, Guard guard) {
        Figures day = day(FullDay.with(pointer, value), Policies.of(policy));
        assertThat(day.guards()).containsKey(guard);
        assertThat(day.guarded()).isBetween(1L, day.decisions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"progressive", "ratio:1.5", "vicidial-average:1.2:0:0:1:drop=100"})
    void where_none_bites_none_is_counted(String policy) {
        Figures day = day(FullDay.with("/trunks/max", "1000"), Policies.of(policy));
        assertThat(day.decisions()).isPositive();
        assertThat(day.guards()).isEmpty();
        assertThat(day.guarded()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void every_guard_counts_but_the_mode_and_none(Guard guard) {
        Policy one =
                new Policy(
                        "made up",
                        Mode.PREDICTIVE,
                        Aim.MAXIMISE_TALK,
                        true,
                        _ ->
                                floor ->
                                        new PaceDecision(
                                                floor.oneToOne(), Reasons.plain(floor, guard)));
        Figures day = day(FullDay.with("/durationS", "600"), one);
        boolean counts = guard != Guard.NONE && guard != Guard.MODE;
        assertThat(day.guarded()).isEqualTo(counts ? day.decisions() : 0);
    }

    @Test
    void the_worst_moment_is_when_most_people_wait_for_whom_no_agent_is_ready() {
        Figures day = day(FullDay.usual(), Policies.of("ratio:5"));
        Reasons worst = day.worst().orElseThrow().reasons();
        assertThat(worst.waiting()).isGreaterThan(worst.ready());
        assertThat(day.last().orElseThrow().second()).isGreaterThan(2_999);
        assertThat(day.worst().get().clock()).matches("0:[0-5][0-9]:[0-5][0-9]");
    }
}
