package org.rightparty.dialer.pacing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What holds the predictive pace back, each on both sides of its edge, and what takes agents away.
class GuardTest {
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    answered, abandoned, minutes later, held
                    300,      15,        1,             true
                    300,      14,        1,             false
                    299,      15,        1,             false
                    300,      15,        54,            true
                    300,      15,        61,            false
                    """)
    void a_bad_hour_is_one_to_one(int answered, int abandoned, int minutes, boolean held) {
        PredictivePace pace = new PredictivePace();
        Floors first = floors();
        List<News> news = new ArrayList<>(Floors.calls(answered, 2_000));
        news.addAll(Collections.nCopies(abandoned, new News.Abandoned()));
        first.at = Floors.START;
        first.news = news;
        pace.decide(first.floor());
        Floors later = floors();
        later.at = Floors.START.plus(Duration.ofMinutes(minutes));
        PaceDecision decision = pace.decide(later.floor());
        assertThat(decision.reasons().guard() == Guard.HOUR).isEqualTo(held);
        if (held) {
            assertThat(decision.dials()).isEqualTo(later.ready);
        }
    }

    @ParameterizedTest
    @CsvSource({"72, false", "73, true"})
    void more_abandoned_than_chance_explains_is_braked(long abandoned, boolean braked) {
        Floors floors = floors();
        floors.aim = new Aim.MaximiseTalk(new Rate(0.01));
        floors.answered = 5_000;
        floors.abandoned = abandoned;
        PaceDecision decision = Floors.taught(60, 400).decide(floors.floor());
        assertThat(decision.reasons().guard() == Guard.BRAKE).isEqualTo(braked);
        assertThat(decision.reasons().price() == Price.LEAST).isEqualTo(braked);
        assertThat(decision.dials()).isGreaterThanOrEqualTo(floors.ready);
    }

    @ParameterizedTest
    @CsvSource({"11, true", "60, false"})
    void the_trunks_are_a_limit_that_is_named(int trunks, boolean named) {
        Floors floors = floors();
        floors.trunks = trunks;
        PaceDecision decision = Floors.taught(12, 120).decide(floors.floor());
        assertThat(decision.reasons().guard() == Guard.ROOM).isEqualTo(named);
        assertThat(decision.dials() == trunks).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"3, 5, 2", "10, 60, 6"})
    void callbacks_and_inbound_calls_take_agents_away(int ready, int talking, int due) {
        Floors plain = floors();
        plain.ready = ready;
        plain.talking = talking;
        int usual = dials(plain);
        plain.claims = new Floor.Claims(0, Collections.nCopies(due, Duration.ofSeconds(4)));
        assertThat(dials(plain)).as("callbacks").isLessThan(usual);
        plain.claims = new Floor.Claims(0, Collections.nCopies(due, Duration.ofMinutes(5)));
        assertThat(dials(plain)).as("callbacks later").isEqualTo(usual);
        plain.claims = new Floor.Claims(due / 8.0, List.of());
        assertThat(dials(plain)).as("inbound").isLessThan(usual);
    }

    @ParameterizedTest
    @CsvSource({"4, 24, 0", "1, 0, 8", "1, 0, 40"})
    void whoever_announced_to_leave_is_not_counted_on(int ready, int talking, int wrapping) {
        Floors floors = floors();
        floors.ready = ready;
        floors.talking = talking;
        floors.wrapping = wrapping;
        floors.workAge = Duration.ofSeconds(60);
        int staying = dials(floors);
        floors.leaving = true;
        assertThat(dials(floors)).isLessThan(staying);
    }

    @Test
    void a_pace_that_only_watched_dials_ahead_when_its_turn_comes() {
        PredictivePace pace = new PredictivePace();
        Pace progressive = pace.beside(new ProgressivePace());
        Floors first = floors();
        first.at = Floors.START;
        List<News> news = new ArrayList<>(Floors.calls(60, 400));
        news.add(new News.Abandoned());
        first.news = news;
        assertThat(progressive.decide(first.floor()).reasons().guard()).isEqualTo(Guard.MODE);
        PaceDecision decision = pace.decide(floors().floor());
        assertThat(decision.reasons().guard()).isNotEqualTo(Guard.STARTING);
        assertThat(decision.dials()).isGreaterThan(10);
        assertThat(decision.reasons().price()).isEqualTo(new Price().value());
    }

    private static int dials(Floors floors) {
        return Floors.taught(60, 400).decide(floors.floor()).dials();
    }

    private static Floors floors() {
        Floors floors = new Floors();
        floors.at = Floors.START.plusSeconds(61);
        floors.ready = 10;
        return floors;
    }
}
