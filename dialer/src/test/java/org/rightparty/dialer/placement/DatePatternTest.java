package org.rightparty.dialer.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Objects;

final class DatePatternTest {
    private static final int LATEST_YEAR = 2026;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    yyyy-M-d    | 2026-03-02           | 2026-03-02
                    yyyy-M-d    | 2026-3-2             | 2026-03-02
                    yyyy-M-d    | 2026-03-02T08:15:00Z | 2026-03-02
                    yyyy-M-d    | 2026-03-02 00:00:00  | 2026-03-02
                    M/d/yyyy    | 3/2/2026             | 2026-03-02
                    M/d/yyyy    | 03/02/2026           | 2026-03-02
                    M/d/yyyy    | 3/2/2026 12:00 AM    | 2026-03-02
                    M/d/yy      | 3/2/26               | 2026-03-02
                    M/d/yy      | 3/2/27               | 1927-03-02
                    M/d/yy      | 3/2/99               | 1999-03-02
                    d/M/yyyy    | 31/12/2025           | 2025-12-31
                    yyyyMMdd    | 20260302             | 2026-03-02
                    MMddyyyy    | 03022026             | 2026-03-02
                    d-MMM-yyyy  | 2-MAR-2026           | 2026-03-02
                    d MMM yyyy  | 2 March 2026         | 2026-03-02
                    MMM d, yyyy | Mar 2, 2026          | 2026-03-02
                    yyyy-M-d    | 2024-02-29           | 2024-02-29
                    EXCEL       | 46083                | 2026-03-02
                    EXCEL       | 46083.75             | 2026-03-02
                    """)
    void reads_a_date_in_its_pattern(String pattern, String written, LocalDate date) {
        assertThat(new DatePattern(pattern).read(written, LATEST_YEAR)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    yyyy-M-d   | 2025-02-29
                    yyyy-M-d   | 2026-13-01
                    yyyy-M-d   | 26-03-02
                    yyyy-M-d   | 2026-03-021
                    M/d/yyyy   | 13/01/2026
                    M/d/yyyy   | 3/2/26
                    M/d/yy     | 3/2/2026
                    MMddyyyy   | 3022026
                    d-MMM-yyyy | 2-FOO-2026
                    d-MMM-yyyy | 2-AN-2026
                    EXCEL      | 3/2/2026
                    """)
    void reads_nothing_else(String pattern, String written) {
        assertThat(new DatePattern(pattern).read(written, LATEST_YEAR)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-03-02  | 2026-03-02
                    03/04/2026  | 2026-03-04
                    13/04/2026  |
                    20260304    | 2026-03-04
                    4-Mar-26    | 2026-03-04
                    """)
    void takes_the_month_first_where_nothing_is_agreed(String written, @Nullable LocalDate date) {
        assertThat(
                        DatePattern.USUAL.stream()
                                .map(pattern -> pattern.read(written, LATEST_YEAR))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null))
                .isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyy-MM-dd", "hh:mm", "MMMM d", ""})
    void refuses_a_pattern_it_does_not_know(String pattern) {
        assertThatThrownBy(() -> new DatePattern(pattern))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
