package org.rightparty.dialer.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    ready, in flight, ordered, waiting, trunks, dials
                    3,     0,         0,       0,       60,     3
                    3,     1,         0,       0,       60,     2
                    3,     0,         2,       0,       60,     1
                    3,     0,         0,       1,       60,     2
                    3,     4,         0,       0,       60,     0
                    3,     0,         0,       0,       2,      2
                    3,     0,         0,       0,       -1,     0
                    0,     0,         0,       0,       60,     0
                    """)
    void progressive_dials_one_call_for_each_ready_agent(
            int ready, int inFlight, int ordered, int waiting, int trunks, int dials) {
        Floors floors = new Floors();
        floors.ready = ready;
        floors.inFlight = inFlight;
        floors.ordered = ordered;
        floors.waiting = waiting;
        floors.trunks = trunks;
        assertThat(new ProgressivePace().decide(floors.floor()).dials()).isEqualTo(dials);
        assertThat(new PreviewPace().decide(floors.floor()).dials()).isZero();
    }

    @Test
    void predictive_is_one_to_one_until_enough_was_seen() {
        Floors floors = new Floors();
        floors.ready = 5;
        PaceDecision first = new PredictivePace().decide(floors.floor());
        assertThat(first.dials()).isEqualTo(5);
        assertThat(first.reasons().guard()).isEqualTo(Guard.STARTING);
    }

    @Test
    void predictive_dials_ahead_when_few_answer_and_the_budget_is_there() {
        PaceDecision ahead = Floors.taught(12, 120).decide(later(10, 0).floor());
        assertThat(ahead.dials()).isGreaterThan(10);
        assertThat(ahead.reasons().guard()).isIn(Guard.NONE, Guard.GROWTH);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    answered, abandoned, ahead
                    0,        0,         true
                    0,        1,         false
                    30,       3,         true
                    30,       4,         false
                    500,      19,        true
                    500,      20,        false
                    2000,     61,        true
                    2000,     62,        false
                    4000,     120,       true
                    4000,     121,       false
                    30000,    899,       true
                    30000,    900,       false
                    """)
    void predictive_falls_back_before_the_ceiling(long answered, long abandoned, boolean ahead) {
        Floors floors = later(10, 0);
        floors.answered = answered;
        floors.abandoned = abandoned;
        PaceDecision decision = Floors.taught(12, 120).decide(floors.floor());
        assertThat(decision.reasons().guard() == Guard.CEILING).isEqualTo(!ahead);
        assertThat(decision.dials() > 10).isEqualTo(ahead);
    }

    private static Floors later(int ready, int inFlight) {
        Floors floors = new Floors();
        floors.at = Floors.START.plusSeconds(61);
        floors.ready = ready;
        floors.inFlight = inFlight;
        return floors;
    }
}
