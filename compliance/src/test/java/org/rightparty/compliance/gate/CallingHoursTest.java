package org.rightparty.compliance.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.rules.Rulebooks;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class CallingHoursTest {
    private static final Rulebooks SHIPPED = Books.shipped();

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    now | zones | laws | open | changes
                    2026-07-15T11:59:59Z | A/New_York | US | false | 2026-07-15T12:00:00Z
                    2026-07-15T12:00:00Z | A/New_York | US | true | 2026-07-16T01:00:00Z
                    2026-07-15T14:59:59Z | A/New_York A/Phoenix | US | false | 2026-07-15T15:00:00Z
                    2026-07-15T15:00:00Z | A/New_York A/Phoenix | US | true | 2026-07-16T01:00:00Z
                    2026-07-15T15:00:00Z | A/Phoenix | US US-DC | true | 2026-07-16T01:00:00Z
                    2026-07-16T01:00:00Z | A/Phoenix | US US-DC | false | 2026-07-16T15:00:00Z
                    2026-07-15T12:00:00Z | A/New_York Asia/Tokyo | US | false | 2026-07-15T23:00:00Z
                    """)
    void opens_and_closes_with_every_zone_and_every_law(
            Instant now, String zones, String laws, boolean open, Instant changes) {
        CallingHours hours = CallingHours.at(zones(zones), words(laws), SHIPPED, now);
        assertThat(hours).isEqualTo(new CallingHours(open, Optional.of(changes)));
    }

    @Test
    void is_closed_for_good_where_the_place_is_unknown() {
        Instant now = Instant.parse("2026-07-15T12:00:00Z");
        assertThat(CallingHours.at(Set.of(), Set.of("US"), SHIPPED, now))
                .isEqualTo(new CallingHours(false, Optional.empty()));
    }

    private static Set<ZoneId> zones(String names) {
        return words(names).stream()
                .map(name -> ZoneId.of(name.replace("A/", "America/")))
                .collect(Collectors.toSet());
    }

    private static Set<String> words(String words) {
        return Stream.of(words.split(" ")).collect(Collectors.toSet());
    }
}
