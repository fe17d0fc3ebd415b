package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;

final class TimesTest {
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    instant,                     at,                   from
                    2026-11-22T15:28:00.680791Z, 2026-11-22T15:28:00Z, 2026-11-22T15:28:01Z
                    2026-11-22T15:28:59.000001Z, 2026-11-22T15:28:59Z, 2026-11-22T15:29:00Z
                    2026-11-22T15:28:00Z,        2026-11-22T15:28:00Z, 2026-11-22T15:28:00Z
                    """)
    void what_begins_at_an_instant_is_never_shown_too_early(
            Instant instant, String at, String from) {
        assertThat(Times.at(instant)).isEqualTo(at);
        assertThat(Times.from(instant)).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                | ''
                    Pacific/Honolulu                  | ' (2026-11-21 19:28 Pacific/Honolulu)'
                    Asia/Kolkata America/Indiana/Knox | ' (2026-11-22 10:58 Asia/Kolkata, \
                    2026-11-21 23:28 America/Indiana/Knox)'
                    """)
    void an_instant_is_shown_by_the_clocks_of_every_zone(String zones, String says) {
        List<String> names = zones.isEmpty() ? List.of() : List.of(zones.split(" "));
        assertThat(Times.local(Instant.parse("2026-11-22T05:28:00Z"), names)).isEqualTo(says);
    }

    @Test
    void an_instant_within_a_text_is_told_by_the_clocks_too() {
        assertThat(
                        Times.withLocal(
                                "since 2026-11-22T05:28:00.250Z until 2027-01-01T00:00:00Z, all",
                                List.of("America/New_York")))
                .isEqualTo(
                        "since 2026-11-22T05:28:00Z (2026-11-22 00:28 America/New_York) until"
                                + " 2027-01-01T00:00:00Z (2026-12-31 19:00 America/New_York),"
                                + " all");
    }
}
