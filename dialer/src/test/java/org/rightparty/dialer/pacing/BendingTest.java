package org.rightparty.dialer.pacing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rightparty.dialer.pacing.Floor.Seat;
import org.rightparty.dialer.pacing.Floor.Work;
import org.rightparty.vocabulary.AgentId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

class BendingTest {
    private static final double NINE = 9 * 3_600;
    private static final double TEN = 10 * 3_600;
    private static final String SHORT = "list/mobile";
    private static final String LONG = "list/landline";

    private final Learned learned = new Learned();
    private final RandomGenerator chance = new Random(5);

    /// As many talks of such a mean, without memory, and wrap-ups of a quarter of it.
    private void work(String segment, int count, double mean, double now) {
        for (int i = 0; i < count; i++) {
            Duration talk = length(mean);
            learned.saw(new News.TalkEnded(new AgentId(1), segment, talk, List.of()), now);
            Duration wrap = length(mean / 4);
            learned.saw(new News.WrapUpEnded(new AgentId(1), segment, wrap, News.Next.CALL), now);
        }
    }

    private Duration length(double mean) {
        return Duration.ofMillis(Math.round(-1_000 * mean * Math.log(1 - chance.nextDouble())));
    }

    private void look(double now) {
        Floors floors = new Floors();
        floors.at = Instant.ofEpochMilli(Math.round(now * 1_000));
        learned.refresh(floors.floor(), now);
        learned.bending.all(now);
    }

    /// Looks more than a table's life apart.
    private void lookAgain(double now) {
        look(now - 100);
        look(now);
    }

    /// The chance that a talk of half a minute is over, wrapped up, and its agent there in time for
    /// somebody who answers in so many seconds.
    private double freeIn(String segment, double seconds) {
        return row(segment)[(int) (seconds / Slices.SECONDS)];
    }

    private double[] row(String segment) {
        double[] row = new double[Slices.COUNT];
        Duration age = Duration.ofSeconds(30);
        Seat seat = Seat.of(new AgentId(9), Work.TALKING, age);
        AgentPaces.Own own = learned.agents.of(seat.agent());
        learned.bending.outlook(segment).free.talking(seat, own, 1, row);
        return row;
    }

    @Test
    void a_part_without_data_of_its_own_has_exactly_the_campaigns_curves() {
        work("", 500, 60, NINE);
        lookAgain(TEN);
        FreeAhead straight = new FreeAhead();
        straight.rebuild(learned.talks, learned.wrap);
        double[] row = new double[Slices.COUNT];
        Seat seat = Seat.of(new AgentId(9), Work.TALKING, Duration.ofSeconds(30));
        straight.talking(seat, learned.agents.of(seat.agent()), 1, row);
        assertThat(row("list/never seen")).containsExactly(row);
        double[] answers = learned.bending.outlook("list/never seen").answers.fromSetUp.chance;
        assertThat(answers).containsExactly(learned.calls.fromSetUp.chance);
    }

    @Test
    void a_part_leans_on_the_campaign_until_it_has_talks_of_its_own() {
        work(LONG, 300, 120, NINE);
        work(SHORT, 3, 30, NINE);
        lookAgain(NINE);
        assertThat(freeIn(SHORT, 30)).isCloseTo(freeIn("", 30), within(0.05));
        work(SHORT, 300, 30, NINE);
        lookAgain(NINE + 1_000);
        assertThat(freeIn(SHORT, 30)).isGreaterThan(1.8 * freeIn(LONG, 30));
        assertThat(freeIn("", 30)).isBetween(freeIn(LONG, 30), freeIn(SHORT, 30));
    }

    @Test
    void an_hour_of_longer_talks_is_known_by_its_clock() {
        for (int day = 0; day < 4; day++) {
            work("", 200, 40, NINE + 86_400 * day + 3_000);
            work("", 200, 120, TEN + 86_400 * day + 3_000);
        }
        lookAgain(NINE + 86_400 * 4 + 1_800);
        double before = freeIn("", 30);
        lookAgain(TEN + 86_400 * 4 + 1_800);
        assertThat(freeIn("", 30)).isLessThan(0.75 * before);
    }

    @Test
    void what_the_mix_of_parts_explains_is_not_the_hours() {
        for (int i = 0; i < 20; i++) {
            work(SHORT, 50, 30, NINE + 3_000);
            work(LONG, 10, 120, NINE + 3_000);
            work(SHORT, 10, 30, TEN + 3_000);
            work(LONG, 50, 120, TEN + 3_000);
            lookAgain(TEN + 3_000 + 200 * i);
        }
        lookAgain(NINE + 86_400);
        double nine = freeIn(SHORT, 30);
        lookAgain(TEN + 86_400);
        assertThat(freeIn(SHORT, 30)).isCloseTo(nine, within(0.1));
        assertThat(freeIn(SHORT, 30)).isGreaterThan(1.5 * freeIn(LONG, 30));
    }

    @Test
    void when_people_of_a_part_answer_is_learned_apart_from_how_many_do() {
        for (int i = 0; i < 4_000; i++) {
            boolean early = i % 2 == 0;
            Lead lead = new Lead(early ? SHORT : LONG, 1);
            double at = (early ? 3 : 11) + 4 * chance.nextDouble();
            learned.saw(call(lead, chance.nextDouble() < 0.2 ? at : 25), NINE + i);
            if (i % 100 == 0) {
                lookAgain(NINE + i);
            }
        }
        lookAgain(NINE + 5_000);
        AnswersAhead early = learned.bending.outlook(SHORT).answers;
        AnswersAhead late = learned.bending.outlook(LONG).answers;
        assertThat(early.fromRing.by[0][3]).isGreaterThan(0.85);
        assertThat(late.fromRing.by[0][3]).isLessThan(0.25);
        assertThat(late.fromRing.chance[0] / early.fromRing.chance[0]).isBetween(0.6, 1.6);
    }

    /// At the long run's level, ringing for up to 25 seconds.
    private static News call(Lead lead, double rang) {
        Duration ring = Duration.ofMillis(Math.round(1_000 * rang));
        return rang < 25
                ? new News.Answered(lead, Duration.ofSeconds(1), ring, Duration.ZERO)
                : new News.Unanswered(
                        lead, Floor.Phase.RINGING, Duration.ofSeconds(1), ring, Duration.ZERO);
    }

    @Test
    void memory_has_a_bound_and_the_largest_parts_keep_their_places() {
        for (int i = 0; i < 3_000; i++) {
            work(SHORT, 1, 30, NINE);
            work("list/" + i, 1, 60, NINE);
        }
        assertThat(learned.bending.parts.figures()).hasSize(PartBends.PARTS_MAX).containsKey(SHORT);
        assertThat(learned.bending.outlook("list/0"))
                .isSameAs(learned.bending.outlook("list/never seen"));
    }

    @Test
    void how_the_curves_bend_outlives_a_restart() {
        work(SHORT, 300, 30, NINE);
        work(LONG, 300, 120, TEN);
        Learned after = new Learned();
        Recall.restore(Recall.of(learned, new Price()), after, new Price());
        assertThat(after.bending.parts.figures().keySet()).containsExactlyInAnyOrder(SHORT, LONG);
        after.bending
                .parts
                .figures()
                .forEach((part, f) ->
                        assertThat(f).isEqualTo(learned.bending.parts.figures().get(part)));
        assertThat(after.bending.hour(9).figures()).isEqualTo(learned.bending.hour(9).figures());
        assertThat(after.bending.hour(9).figures()).isNotEqualTo(new double[Bends.count()]);
    }
}
