package org.rightparty.dialer.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.pacing.Floor.News;
import org.rightparty.dialer.pacing.Floor.Phase;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class PaceTest {
    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

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
        Floor floor = floor(START, ready, inFlight, ordered, waiting, trunks, 0, 0, List.of());
        assertThat(new ProgressivePace().decide(floor).dials()).isEqualTo(dials);
        assertThat(new PreviewPace().decide(floor).dials()).isZero();
    }

    @Test
    void predictive_is_one_to_one_until_the_answer_rate_is_known() {
        PredictivePace pace = new PredictivePace();
        PaceDecision first = pace.decide(floor(START, 5, 0, 0, 0, 60, 5000, 0, List.of()));
        assertThat(first.dials()).isEqualTo(5);
        assertThat(first.reason()).contains("until the answer rate is known");
    }

    @Test
    void predictive_dials_ahead_when_few_answer_and_the_budget_is_there() {
        PredictivePace pace = taught(12, 120);
        PaceDecision ahead = pace.decide(later(10, 0, 5000, 20));
        assertThat(ahead.dials()).isGreaterThan(10);
        assertThat(ahead.reason()).startsWith("Dialing ahead");
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    answered, abandoned, ahead
                    10,       0,         false
                    32,       0,         false
                    40,       0,         true
                    1000,     10,        true
                    1000,     28,        true
                    1000,     29,        false
                    1000,     60,        false
                    """)
    void predictive_falls_back_before_the_ceiling(long answered, long abandoned, boolean ahead) {
        PaceDecision decision = taught(5, 200).decide(later(10, 0, answered, abandoned));
        boolean fellBack = decision.reason().contains("close to its ceiling");
        assertThat(fellBack).isEqualTo(!ahead);
        assertThat(decision.dials()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void predictive_never_dials_fewer_than_one_to_one() {
        PredictivePace pace = taught(150, 200);
        for (int ready = 0; ready < 12; ready++) {
            for (int inFlight = 0; inFlight < 12; inFlight++) {
                Floor floor = later(ready, inFlight, 5000, 100);
                assertThat(pace.decide(floor).dials()).isGreaterThanOrEqualTo(floor.oneToOne());
            }
        }
    }

    /// A pace that has seen so many answers among so many dials, and is past its warm-up.
    private static PredictivePace taught(int answers, int dials) {
        PredictivePace pace = new PredictivePace();
        List<News> news = new ArrayList<>();
        for (int i = 0; i < dials; i++) {
            news.add(
                    i < answers
                            ? new News.Answered(Duration.ofSeconds(1), Duration.ofSeconds(8))
                            : new News.Unanswered(
                                    Phase.RINGING, Duration.ofSeconds(1), Duration.ofSeconds(20)));
        }
        pace.decide(floor(START, 0, 0, 0, 0, 60, 0, 0, news));
        return pace;
    }

    private static Floor later(int ready, int inFlight, long answered, long abandoned) {
        return floor(
                START.plusSeconds(60), ready, inFlight, 0, 0, 60, answered, abandoned, List.of());
    }

    private static Floor floor(
            Instant at,
            int ready,
            int inFlight,
            int ordered,
            int waiting,
            int trunks,
            long answered,
            long abandoned,
            List<News> news) {
        List<Floor.Dial> dials = new ArrayList<>();
        for (int i = 0; i < inFlight; i++) {
            dials.add(new Floor.Dial(Phase.RINGING, Duration.ofSeconds(6), Duration.ofSeconds(5)));
        }
        List<Floor.Seat> agents = new ArrayList<>();
        for (int i = 0; i < ready; i++) {
            agents.add(new Floor.Seat(Floor.Work.READY, Duration.ofSeconds(10)));
        }
        Floor.Window window = new Floor.Window(answered, abandoned, new Rate(0.03));
        return new Floor(at, dials, ordered, agents, waiting, window, trunks, news);
    }
}
