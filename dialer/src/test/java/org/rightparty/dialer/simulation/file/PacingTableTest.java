package org.rightparty.dialer.simulation.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.simulation.Contest.Entry;
import org.rightparty.dialer.simulation.Made;

import java.util.List;

class PacingTableTest {
    private static String row(String scenario, Entry tuned) {
        return PacingTable.row(
                scenario,
                List.of(
                        Made.entry("progressive", false, 0, 0.57, 0.59),
                        Made.entry("vicidial-average:3", false, 33, 0.58, 0.58),
                        tuned,
                        Made.entry("ratio:4.20", true, 28, 0.86, 0.87),
                        Made.entry("rightparty", false, 29, 0.88, 0.882)));
    }

    @Test
    void a_row_has_occupancy_interval_abandonment_setting_and_ours_in_bold_with_its_days() {
        Entry tuned = Made.entry("vicidial-average:4.00:0:0:4.00:avail", true, 27, 0.85, 0.85);
        assertThat(row("grid/n020-p15", tuned))
                .isEqualTo(
                        "| grid/n020-p15 | 58.0 ± 12.7 / 0.00 | 58.0 ± 0.0 / 3.30"
                                + " | 85.0 ± 0.0 / 2.70 (4) | 86.5 ± 6.4 / 2.80 (4.2)"
                                + " | **88.1** ± 1.3 / 2.90 (2) | 5.8 | 95.3 | 7.2 |\n");
    }

    @Test
    void no_bound_is_no_gap() {
        Entry tuned = Made.entry("vicidial-average:4.00:0:0:4.00:avail", true, 27, 0.85, 0.85);
        assertThat(row("my-own", tuned)).endsWith("| 5.8 | – | – |\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    vicidial-tapered:4.25:0:0:4.25:avail | 30 | 85.0 ± 0.0 / 3.00 (4.25 tapered)
                    vicidial-hard:4:0:0:4:avail | 31 | none at ≤ 3 %; 85.0 ± 0.0 / 3.10 (4 hard)
                    """)
    void a_rival_that_no_setting_keeps_under_the_ceiling_has_no_best(
            String policy, long abandoned, String cell) {
        assertThat(row("x", Made.entry(policy, true, abandoned, 0.85, 0.85)))
                .contains("| " + cell + " |");
    }

    @Test
    void head_and_rows_have_as_many_columns() {
        Entry tuned = Made.entry("vicidial-average:4.00:0:0:4.00:avail", true, 27, 0.85, 0.85);
        List<String> head = PacingTable.head().lines().toList();
        assertThat(head).hasSize(2);
        assertThat(List.of(head.get(0), head.get(1), row("x", tuned)))
                .allSatisfy(line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(10));
    }
}
