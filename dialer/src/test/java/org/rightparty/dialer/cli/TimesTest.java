package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

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
}
