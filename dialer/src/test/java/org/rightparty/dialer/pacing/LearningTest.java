package org.rightparty.dialer.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.vocabulary.AgentId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

class LearningTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    answers in a thousand, learned at least, learned at most
                    50,                    0.045,            0.060
                    150,                   0.140,            0.160
                    400,                   0.380,            0.405
                    """)
    void the_chance_of_an_answer_is_learned(int answers, double least, double most) {
        Learned learned = new Learned();
        for (News news : Floors.calls(answers, 1_000)) {
            learned.saw(news, 0);
        }
        learned.calls.rebuild(List.of());
        assertThat(learned.calls.fromSetUp.chance[0]).isBetween(least, most);
    }

    @Test
    void a_call_that_has_rung_past_the_usual_answer_is_hardly_answered() {
        Learned learned = new Learned();
        Floors.calls(300, 1_000).forEach(news -> learned.saw(news, 0));
        learned.calls.rebuild(List.of());
        double early = learned.calls.fromRing.chance[learned.calls.ringBin(3)];
        double late = learned.calls.fromRing.chance[learned.calls.ringBin(18)];
        assertThat(early).isGreaterThan(0.28);
        assertThat(late).isLessThan(0.03);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    true level, answers expected, found at least, found at most
                    1.0,        60,               0.75,           1.30
                    0.4,        60,               0.25,           0.65
                    2.5,        20,               1.60,           3.50
                    """)
    void a_changed_level_is_found_soon(double level, int expected, double least, double most) {
        AnswerLevel found = new AnswerLevel();
        RandomGenerator chance = new Random(7);
        double now = 0;
        for (int i = 0; i < 3_000; i++) {
            found.saw(0.15, chance.nextDouble() < 0.15 ? 1 : 0, now += 0.5);
        }
        for (int i = 0; i < expected / 0.15; i++) {
            found.saw(0.15, chance.nextDouble() < 0.15 * level ? 1 : 0, now += 0.5);
        }
        assertThat(found.value()).isBetween(least, most);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5"})
    void of_calls_placed_together_the_answered_end_first_and_that_changes_nothing(long seed) {
        Learned learned = new Learned();
        List<Integer> pickUps = pickUps(500, seed);
        for (int tenth = 0; tenth <= 260; tenth++) {
            Floors floors = new Floors();
            floors.at = Floors.START.plusMillis(100L * tenth);
            double now = Slices.seconds(floors.at);
            int age = 100 * tenth;
            for (int at : pickUps) {
                if (at > age - 100 && at <= age) {
                    learned.saw(ended(at), now);
                }
            }
            floors.ringing = Duration.ofMillis(age);
            floors.inFlight = (int) pickUps.stream().filter(at -> at > age).count();
            learned.refresh(floors.floor(), now);
            assertThat(learned.level().value()).as("after %d ms", age).isBetween(0.6, 1.5);
        }
        assertThat(learned.level().changes()).isZero();
    }

    /// When each of these calls is picked up, in milliseconds; nobody does after 25 seconds.
    private static List<Integer> pickUps(int calls, long seed) {
        RandomGenerator chance = new Random(seed);
        List<Integer> pickUps = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            boolean answered = chance.nextDouble() < 0.15;
            double seconds = answered ? 9 * Math.exp(0.5 * chance.nextGaussian() - 0.125) : 25;
            pickUps.add((int) (1_000 * Math.min(25, seconds)));
        }
        return pickUps;
    }

    private static News ended(int atMillis) {
        Duration setUp = Duration.ZERO;
        Duration ring = Duration.ofMillis(atMillis);
        return atMillis < 25_000
                ? new News.Answered(Lead.USUAL, setUp, ring, Duration.ZERO)
                : new News.Unanswered(Lead.USUAL, Floor.Phase.RINGING, setUp, ring, Duration.ZERO);
    }

    @Test
    void nothing_changes_when_chance_alone_is_at_work() {
        AnswerLevel level = new AnswerLevel();
        RandomGenerator chance = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            level.saw(0.15, chance.nextDouble() < 0.15 ? 1 : 0, i * 0.5);
        }
        assertThat(level.changes()).isLessThanOrEqualTo(3);
        assertThat(level.value()).isCloseTo(1, within(0.15));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    age, within, chance
                    0,   30,     0.63
                    60,  30,     0.63
                    0,   5,      0.15
                    """)
    void work_without_memory_ends_as_often_at_any_age(double age, double within, double chance) {
        WorkCurve curve = new WorkCurve(120);
        RandomGenerator random = new Random(3);
        for (int i = 0; i < 4_000; i++) {
            curve.saw(-30 * Math.log(1 - random.nextDouble()));
        }
        curve.rebuild(new double[WorkCurve.BINS]);
        assertThat(curve.endsWithin(age, within)).isCloseTo(chance, within(0.06));
        assertThat(curve.mean()).isCloseTo(30, within(2.0));
    }

    @Test
    void a_team_that_leaves_is_noticed_after_a_few() {
        PauseHabit habit = new PauseHabit();
        for (int i = 0; i < 300; i++) {
            habit.saw(i % 50 == 0 ? News.Next.PAUSE : News.Next.CALL);
        }
        assertThat(habit.chance()).isLessThan(0.05);
        for (int i = 0; i < 4; i++) {
            habit.saw(News.Next.PAUSE);
        }
        assertThat(habit.chance()).isGreaterThan(0.25);
    }

    @Test
    void a_team_that_leaves_as_announced_is_no_habit_of_those_who_stay() {
        PauseHabit habit = new PauseHabit();
        for (int i = 0; i < 300; i++) {
            habit.saw(i % 50 == 0 ? News.Next.PAUSE : News.Next.CALL);
        }
        double usual = habit.chance();
        for (int i = 0; i < 50; i++) {
            habit.saw(News.Next.ANNOUNCED);
        }
        assertThat(habit.chance()).isEqualTo(usual);
    }

    @Test
    void an_agent_is_told_from_the_team_only_by_enough_work() {
        AgentPaces paces = new AgentPaces();
        AgentId slow = new AgentId(1);
        AgentId usual = new AgentId(2);
        for (int i = 0; i < 5; i++) {
            paces.wrapped(slow, 60);
            paces.wrapped(usual, 30);
        }
        assertThat(paces.of(slow).wrap).isBetween(1.0, 1.25);
        for (int i = 0; i < 100; i++) {
            paces.wrapped(slow, 60);
            paces.wrapped(usual, 30);
        }
        assertThat(paces.of(slow).wrap).isBetween(1.25, 1.4);
        assertThat(paces.of(usual).wrap).isLessThan(0.8);
        assertThat(paces.of(new AgentId(3)).wrap).isEqualTo(1);
    }

    @Test
    void a_part_of_the_list_that_answers_better_is_learned() {
        Segments segments = new Segments();
        for (int i = 0; i < 600; i++) {
            segments.saw("mobile", 0.15, i % 3 == 0);
        }
        assertThat(segments.odds("mobile")).isBetween(1.7, 2.3);
        assertThat(segments.odds("landline")).isEqualTo(1);
        assertThat(segments.odds("")).isEqualTo(1);
    }

    @Test
    void the_last_hour_forgets_what_is_older() {
        LastHour hour = new LastHour();
        hour.tick(0);
        hour.sawAnswer();
        hour.sawAbandonment();
        hour.tick(3_299);
        assertThat(hour.answered()).isEqualTo(1);
        assertThat(hour.abandoned()).isEqualTo(1);
        hour.tick(3_600);
        assertThat(hour.answered()).isZero();
    }

    @Test
    void a_pace_goes_on_after_a_restart_where_it_was() {
        PredictivePace before = Floors.taught(60, 400);
        PredictivePace after = new PredictivePace(before.memory());
        Floors floors = new Floors();
        floors.ready = 4;
        floors.talking = 6;
        floors.at = Floors.START.plusSeconds(120);
        after.decide(floors.floor());
        floors.at = floors.at.plus(Duration.ofSeconds(31));
        PaceDecision decision = after.decide(floors.floor());
        assertThat(decision.reasons().guard()).isNotEqualTo(Guard.STARTING);
        assertThat(decision.dials()).isGreaterThan(4);
        assertThat(after.memory().parts()).hasSameSizeAs(before.memory().parts());
    }

    @Test
    void what_the_stages_of_talks_taught_outlives_a_restart() {
        Learned before = new Learned();
        for (int i = 0; i < 40; i++) {
            before.saw(
                    new News.TalkEnded(
                            new AgentId(1),
                            "",
                            Duration.ofSeconds(100 + i),
                            List.of(
                                    new News.Passage(
                                            Floor.Stage.VERIFIED, Duration.ofSeconds(20)))),
                    0);
        }
        assertThat(before.talks.areStaged()).isTrue();
        Learned after = new Learned();
        Recall.restore(Recall.of(before, new Price()), after, new Price());
        assertThat(after.talks.areStaged()).isTrue();
        assertThat(after.talks.verified.figures()).isEqualTo(before.talks.verified.figures());
        assertThat(after.talks.verifying.figures()).isEqualTo(before.talks.verifying.figures());
        assertThat(after.talks.unverified.figures()).isEqualTo(before.talks.unverified.figures());
    }
}
