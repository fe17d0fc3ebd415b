package org.rightparty.dialer.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.simulation.WhatIf.Answer;
import org.rightparty.dialer.simulation.WhatIf.Question;
import org.rightparty.dialer.simulation.file.ScenarioJson;
import org.rightparty.dialer.simulation.file.ShippedScenarios;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

class WhatIfTest {
    private static final Scenario SHORT = ShippedScenarios.of("short-1");
    private static final List<ToDoubleFunction<Figures>> FIGURES =
            List.of(
                    Figures::occupancy,
                    Figures::abandonRate,
                    Figures::worstHourAbandonRate,
                    Figures::meanWaitS,
                    Figures::p95WaitS,
                    Figures::dialed,
                    Figures::connected);

    private static Question question(Scenario scenario, String policy, int days, String... what) {
        return new Question(
                scenario,
                Policies.of(policy),
                Arrays.stream(what).map(Written::change).toList(),
                days,
                Optional.empty(),
                2);
    }

    private static Answer ask(Scenario scenario, String policy, int days, String... what) {
        return ask(question(scenario, policy, days, what));
    }

    private static Answer ask(Question question) {
        return WhatIf.ask(question, () -> 0, Simulation.Watch.NOBODY);
    }

    @Test
    void answers_the_same_question_in_the_same_way() {
        Answer answer = ask(SHORT, "rightparty", 2, "agents=+1", "ring=-5");
        assertThat(ask(SHORT, "rightparty", 2, "agents=+1", "ring=-5")).isEqualTo(answer);
        assertThat(answer.of(Figures::dialed).difference().mean()).isNotZero();
    }

    @Test
    void finds_no_difference_where_nothing_changes() {
        Answer answer = ask(SHORT, "rightparty", 3, "agents=+0", "lines=-0");
        for (ToDoubleFunction<Figures> figure : FIGURES) {
            WhatIf.Row row = answer.of(figure);
            assertThat(row.difference()).isEqualTo(new Interval(0, 0));
            assertThat(row.mayBeChance()).isTrue();
        }
        assertThat(answer.of(Figures::dialed).asItIs().mean()).isPositive();
    }

    @Test
    void reaches_fewer_people_with_two_agents_fewer() throws IOException {
        Answer answer = ask(twoHoursOf("01-steady-20"), "ratio:2", 3, "agents=-2");
        WhatIf.Row connected = answer.of(Figures::connected);
        assertThat(connected.mayBeChance()).isFalse();
        assertThat(connected.difference().mean() / connected.asItIs().mean())
                .isEqualTo(-0.1, within(0.04));
        assertThat(connected.difference().half()).isLessThan(connected.asItIs().half());
    }

    /// And the half before them, in which nothing counts.
    private static Scenario twoHoursOf(String name) throws IOException {
        String file = "/scenarios/" + name + ".json";
        try (InputStream text = ShippedScenarios.class.getResourceAsStream(file)) {
            byte[] bytes = Objects.requireNonNull(text).readAllBytes();
            String whole = new String(bytes, StandardCharsets.UTF_8);
            return ScenarioJson.read(whole.replace("\"durationS\": 18000", "\"durationS\": 9000"));
        }
    }

    @Test
    void dials_as_a_scenario_does_that_says_what_is_changed() {
        Question question =
                question(FullDay.usual(), "progressive", 2, "lines=-4", "ring=+5", "answers=-50%");
        Answer answer = ask(question);
        Scenario written =
                FullDay.with("/timing/noAnswerTimeoutS", "25", "/answerRate/base", "0.2");
        List<Figures> days =
                List.of(
                        Simulation.day(written.withLines(12), Policies.of("progressive"), 5),
                        Simulation.day(written.withLines(12), Policies.of("progressive"), 6));
        assertThat(answer.changed()).isEqualTo(days).isNotEqualTo(answer.asItIs());
        assertThat(question.words())
                .isEqualTo(
                        "12 lines rather than 16, ringing 25 s at most rather than 20,"
                                + " 20 % answered rather than 40 %");
    }

    @Test
    void takes_the_answers_of_a_time_of_the_day() {
        Question question = question(FullDay.usual(), "progressive", 2, "answers=09:25");
        Scenario.AnswerRate rate =
                question.changes()
                        .getFirst()
                        .in(new Change.Setup(question.scenario(), question.policy()))
                        .scenario()
                        .answerRate();
        assertThat(rate.base()).isEqualTo(0.4 * 0.9 * 0.7, within(1e-9));
        assertThat(rate.steps()).isEmpty();
        assertThat(rate.dayCurve()).isEmpty();
    }

    @Test
    void works_for_the_aim() {
        Answer answer = ask(SHORT, "rightparty-aim:never", 2, "aim=3%");
        assertThat(answer.changed()).isEqualTo(ask(SHORT, "rightparty", 2).asItIs());
        assertThat(answer.of(Figures::dialed).difference().mean()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    budget in ms, seconds a replication takes, replications
                    1,            1,                           2
                    2000,         1,                           2
                    5000,         1,                           5
                    5900,         1,                           5
                    5000,         4,                           2
                    100000,       1,                           7
                    """)
    void runs_as_many_replications_as_fit(long budget, long seconds, int replications) {
        AtomicLong asked = new AtomicLong(-1);
        Question question =
                new Question(
                        FullDay.with("/durationS", "400"),
                        Policies.of("ratio:1"),
                        List.of(),
                        7,
                        Optional.of(Duration.ofMillis(budget)),
                        1);
        AtomicLong ended = new AtomicLong();
        Answer answer =
                WhatIf.ask(
                        question,
                        () -> Duration.ofSeconds(seconds * (ended.get() / 2)).toNanos(),
                        (number, _, _, _) -> {
                            if (asked.getAndSet(number) != number) {
                                ended.set(number + 1);
                            }
                        });
        assertThat(answer.replications()).isEqualTo(replications);
    }

    @Test
    void stops_in_the_midst_of_a_day_when_interrupted() {
        Thread asking = Thread.currentThread();
        AtomicLong last = new AtomicLong();
        assertThatThrownBy(() ->
                        WhatIf.ask(
                                question(SHORT, "ratio:1", 500),
                                () -> 0,
                                (number, second, _, _) -> {
                                    last.accumulateAndGet(number, Math::max);
                                    if (second > 60) {
                                        asking.interrupt();
                                    }
                                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(last).hasValueLessThan(500);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    policy      | change          | why
                    rightparty  | agents=-4       | 0 agents rather than 4 cannot be: there
                    rightparty  | agents=2        | what if agents=2? say how many more
                    rightparty  | agents          | write what changes, = and how
                    rightparty  | ring=-21        | ringing 4 s at most rather than 25 cannot be
                    rightparty  | ring=+100       | a call rings for 5 to 120 s
                    rightparty  | lines=-24       | 0 lines rather than 24 cannot be: there
                    rightparty  | answers=25:00   | 25:00 is no time of the day, as 18:00 is
                    rightparty  | answers=18:00   | its day is from 09:00 to 09:30
                    rightparty  | answers=09:10   | its answers are the same all day
                    rightparty  | answers=-100%   | a share lies above 0 and up to 100 %
                    rightparty  | answers=20%     | say how many per cent more or fewer, as -20%
                    rightparty  | aim=0%          | an aim is a share above 0, as 2%
                    rightparty  | aim=+1%         | an aim is a share above 0, as 2%
                    rightparty  | aim=4%          | 4 % abandoned cannot be: the ceiling is 3 %
                    progressive | aim=2%          | progressive works for no aim
                    ratio:2     | aim=2%          | ratio:2 works for no aim
                    rightparty  | price=2         | no price to change; choose from agents=±N
                    """)
    void refuses_in_words_what_cannot_be(String policy, String change, String why) {
        assertThatThrownBy(() -> ask(SHORT, policy, 2, change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void refuses_questions_that_have_no_answer() {
        assertThatThrownBy(() -> question(SHORT, "rightparty", 2, "agents=+1", "agents=-1"))
                .hasMessage("what if changes agents twice; say it once");
        assertThatThrownBy(() -> question(SHORT, "rightparty", 1, "agents=+1"))
                .hasMessageContaining("a difference needs 2 replications or more");
        assertThatThrownBy(() -> ask(SHORT.withLines(Integer.MAX_VALUE), "ratio:1", 2, "lines=+1"))
                .hasMessage("lines cannot be changed: short has no limit");
    }
}
