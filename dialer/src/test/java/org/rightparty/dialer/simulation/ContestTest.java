package org.rightparty.dialer.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.simulation.Contest.Entry;
import org.rightparty.dialer.simulation.file.ShippedScenarios;

import java.util.List;

class ContestTest {
    @Test
    void every_policy_meets_the_same_days_and_the_tuned_keep_to_the_ceiling() {
        Scenario scenario = ShippedScenarios.of("short-1");
        List<Entry> entries = new Contest(1, 1).of(scenario);
        assertThat(entries)
                .extracting(Entry::title)
                .containsExactly(
                        "progressive",
                        "VICIdial default",
                        "VICIdial tuned",
                        "best fixed ratio",
                        "Rightparty");
        assertThat(entries).allSatisfy(e -> assertThat(e.result().days()).hasSize(1));
        assertThat(entries)
                .extracting(Entry::isTuned)
                .containsExactly(false, false, true, true, false);
        for (Entry entry : entries.subList(2, 4)) {
            assertThat(entry.isWithin()).as("%s", entry.result().policy()).isTrue();
            Figures again =
                    Simulation.day(scenario, Policies.of(entry.result().policy()), scenario.seed());
            assertThat(entry.result().days().getFirst()).isEqualTo(again);
        }
        assertThat(entries.get(3).occupancy())
                .as("no worse than one line an agent")
                .isGreaterThanOrEqualTo(entries.getFirst().occupancy());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    ratio, least, most
                    1,     1,     1.35
                    1.3,   1,     1.755
                    4,     2.4,   5.4
                    16,    9.6,   21.6
                    """)
    void eight_levels_about_the_best_ratio_are_tried(double ratio, double least, double most) {
        List<Double> levels = Contest.levels(ratio);
        assertThat(levels).hasSize(8).isSorted().doesNotHaveDuplicates();
        assertThat(levels.getFirst()).isEqualTo(least, within(1e-9));
        assertThat(levels.getLast()).isEqualTo(most, within(1e-9));
    }

    @Test
    void the_best_is_the_busiest_that_keeps_to_the_ceiling() {
        Entry idle = Made.entry("a", true, 10, 0.80, 0.82);
        Entry busy = Made.entry("b", true, 30, 0.85, 0.86);
        Entry over = Made.entry("c", true, 31, 0.90, 0.91);
        assertThat(Contest.best(List.of(idle, busy, over))).isSameAs(busy);
        assertThat(busy.isWithin()).isTrue();
        assertThat(over.isWithin()).isFalse();
    }

    @Test
    void when_none_keeps_to_it_the_nearest_is_given_and_says_so() {
        Entry far = Made.entry("a", true, 60, 0.95);
        Entry near = Made.entry("b", true, 32, 0.85);
        assertThat(Contest.best(List.of(far, near))).isSameAs(near);
        assertThat(near.isWithin()).isFalse();
    }
}
