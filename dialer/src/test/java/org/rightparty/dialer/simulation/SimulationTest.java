package org.rightparty.dialer.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Floor.Work;
import org.rightparty.dialer.pacing.News;
import org.rightparty.dialer.simulation.file.ShippedScenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class SimulationTest {
    /// Means over 24 replications of another simulator; ours over two lie within four points.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    policy,                         occupancy, abandoned
                    progressive,                    0.580,     0.0000
                    ratio:3,                        0.815,     0.0074
                    vicidial-average:4:0:0:3:avail, 0.843,     0.0174
                    """)
    void agrees_with_what_others_measured(String policy, double occupancy, double abandoned) {
        Simulation.Outcome outcome =
                Simulation.run(
                        ShippedScenarios.of("01-steady-20"),
                        Policies.of(policy),
                        2,
                        2,
                        Simulation.Watch.NOBODY);
        assertThat(outcome.of(Figures::occupancy).mean()).isEqualTo(occupancy, within(0.03));
        assertThat(outcome.of(Figures::abandonRate).mean()).isEqualTo(abandoned, within(0.01));
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    policy,                 abandoned at most, wait at least, wait at most
                    rightparty-aim:never,   0.002,             60,            125
                    rightparty-aim:wait:40, 0.010,             36,            44
                    rightparty-aim:rate:1,  0.014,             25,            40
                    """)
    void works_for_what_is_wanted(String policy, double abandoned, double least, double most) {
        Scenario scenario = ShippedScenarios.of("01-steady-20");
        Figures day = Simulation.day(scenario, Policies.of(policy), 7);
        assertThat(day.abandonRate()).isLessThanOrEqualTo(abandoned);
        assertThat(day.meanWaitS()).isBetween(least, most);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "never:1", "rate", "rate:0", "rate:101", "wait:0", "wait:x"})
    void an_aim_that_is_none_is_refused(String aim) {
        assertThatThrownBy(() -> Policies.of("rightparty-aim:" + aim))
                .hasMessageContaining("there is no policy rightparty-aim:" + aim);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rightparty:x",
                "rightparty:",
                "progressive:9",
                "ratio",
                "ratio:",
                "ratio:0",
                "ratio:-2",
                "ratio:NaN",
                "ratio:101",
                "ratio:3:zzz",
                "rightparty-without",
                "rightparty-without:sleep",
                "rightparty-without:numbers:agents",
                "rightparty-aim:rate:1:2",
                "vicidial-average:3:x",
                "vicidial-hard:0",
                "vicidial-tapered:latest=9"
            })
    void a_policy_with_something_that_it_does_not_know_is_refused(String name) {
        assertThatThrownBy(() -> Policies.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no policy " + name + ": ")
                .hasMessageContaining("; choose one of rightparty, ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void the_same_seed_gives_the_same_day_and_another_seed_another() {
        Scenario scenario = ShippedScenarios.of("10-amd-errors");
        Figures once = Simulation.day(scenario, Policies.of("rightparty"), 7);
        Figures twice = Simulation.day(scenario, Policies.of("rightparty"), 7);
        Figures other = Simulation.day(scenario, Policies.of("rightparty"), 8);
        assertThat(twice).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    /// All news and all seats that the pace is shown on such a day.
    private static List<Floor> floors(Scenario scenario) {
        List<Floor> floors = new ArrayList<>();
        Simulation.run(
                scenario, Policies.of("rightparty"), 1, 1, (_, _, floor, _) -> floors.add(floor));
        return floors;
    }

    private static long wrappedUp(List<Floor> floors, News.Next next) {
        return floors.stream()
                .flatMap(floor -> floor.news().stream())
                .filter(news -> news instanceof News.WrapUpEnded w && w.next() == next)
                .count();
    }

    @Test
    void a_pause_that_was_announced_is_told_from_one_out_of_habit() {
        List<Floor> unannounced = floors(FullDay.usual());
        assertThat(wrappedUp(unannounced, News.Next.ANNOUNCED)).isZero();
        assertThat(wrappedUp(unannounced, News.Next.PAUSE)).isPositive();
        List<Floor> announced =
                floors(
                        FullDay.with(
                                "/agents/leaves/0/announced",
                                "true",
                                "/agents/leaves/0/fraction",
                                "1"));
        assertThat(wrappedUp(announced, News.Next.ANNOUNCED)).isPositive();
    }

    @Test
    void whoever_talks_or_wraps_up_shows_to_which_part_of_the_list_the_person_belongs() {
        Set<String> parts = Set.of("list/mobile", "list/landline");
        for (Floor floor : floors(FullDay.usual())) {
            for (Floor.Seat seat : floor.agents()) {
                if (seat.work() == Work.TALKING || seat.work() == Work.WRAPPING_UP) {
                    assertThat(seat.segment()).isIn(parts);
                }
            }
            for (News news : floor.news()) {
                switch (news) {
                    case News.TalkEnded n -> assertThat(n.segment()).isIn(parts);
                    case News.WrapUpEnded n -> assertThat(n.segment()).isIn(parts);
                    case News.Answered n -> assertThat(n.lead().segment()).isIn(parts);
                    case News.Unanswered n -> assertThat(n.lead().segment()).isIn(parts);
                    case News.Served _, News.Abandoned _ -> {}
                }
            }
        }
    }
}
