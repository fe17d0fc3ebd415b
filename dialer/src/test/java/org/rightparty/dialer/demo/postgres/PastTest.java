package org.rightparty.dialer.demo.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.demo.EdgeCases;
import org.rightparty.dialer.demo.Past;
import org.rightparty.dialer.demo.Past.Call;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/// The demonstration's invented calls, at whatever hour it is loaded.
final class PastTest {
    private static final long SEED = 42;
    private static final int PEOPLE = 300;

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T07:51:00Z, America/New_York",
        "2026-11-22T03:10:00Z, America/Chicago",
        "2026-11-22T18:04:30Z, America/Chicago",
        "2026-11-22T18:05:30Z, America/Chicago",
        "2026-11-02T11:30:00Z, Pacific/Honolulu",
        "2026-03-09T23:59:59Z, America/Denver",
    })
    void every_invented_call_lies_within_calling_hours_of_the_persons_zone(
            Instant now, ZoneId zone) {
        for (long n = 0; n < PEOPLE; n++) {
            assertThat(Past.calls(SEED, n, zone, now))
                    .as("person " + n)
                    .allMatch(call -> open(zone, call))
                    .allMatch(call -> call.placedAt().isBefore(now));
        }
        List<Call> seven = Past.calls(SEED, number(EdgeCases.SEVENTH_ATTEMPT), zone, now);
        assertThat(seven)
                .hasSize(7)
                .allMatch(call ->
                        call.placedAt().isAfter(now.minus(Duration.ofDays(7).plusMinutes(1))));
        assertThat(Past.calls(SEED, number(EdgeCases.COOLING_DOWN), zone, now))
                .singleElement()
                .matches(call -> call.placedAt().isAfter(now.minus(Duration.ofDays(4))));
    }

    /// The hard cases are the first of the portfolio, in their order.
    private static long number(EdgeCases edge) {
        return List.of(EdgeCases.values()).indexOf(edge);
    }

    private static boolean open(ZoneId zone, Call call) {
        LocalTime begun = LocalTime.ofInstant(call.placedAt(), zone);
        return !begun.isBefore(LocalTime.of(8, 0)) && begun.isBefore(LocalTime.of(20, 0));
    }
}
