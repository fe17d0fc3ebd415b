package org.rightparty.compliance.rules;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// How far back a frequency rule looks. An event is in the window from when it happens until it
/// *leaves*, and that instant says everything about the window.
///
/// @param n how many days, hours, minutes or seconds; 1 for calendar units
public record Window(Kind kind, int n) {
    public enum Kind {
        /// `n` calendar days, the day of the event being the first (comment 14(b)(2)(ii)-1).
        ROLLING_CALENDAR_DAYS,
        ROLLING_HOURS,
        ROLLING_MINUTES,
        ROLLING_SECONDS,
        CALENDAR_DAY,
        /// Monday to Sunday.
        CALENDAR_WEEK,
        CALENDAR_MONTH,
        LIFETIME
    }

    public Window {
        if (n < 1) {
            throw new IllegalArgumentException("a window needs a length: " + n);
        }
    }

    /// The first instant at which an event of `event` no longer counts by the calendar of `zone`;
    /// empty when it always will.
    public Optional<Instant> leaves(Instant event, ZoneId zone) {
        LocalDate day = event.atZone(zone).toLocalDate();
        return switch (kind) {
            case ROLLING_CALENDAR_DAYS -> Optional.of(startOf(day.plusDays(n), zone));
            case ROLLING_HOURS -> Optional.of(event.plus(Duration.ofHours(n)));
            case ROLLING_MINUTES -> Optional.of(event.plus(Duration.ofMinutes(n)));
            case ROLLING_SECONDS -> Optional.of(event.plusSeconds(n));
            case CALENDAR_DAY -> Optional.of(startOf(day.plusDays(1), zone));
            case CALENDAR_WEEK ->
                    Optional.of(startOf(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), zone));
            case CALENDAR_MONTH -> Optional.of(startOf(day.withDayOfMonth(1).plusMonths(1), zone));
            case LIFETIME -> Optional.empty();
        };
    }

    /// At least as long as the window is, anywhere; empty when it has no end.
    public Optional<Duration> lengthMax() {
        return switch (kind) {
            case ROLLING_CALENDAR_DAYS -> Optional.of(Duration.ofDays(n + 1L));
            case ROLLING_HOURS -> Optional.of(Duration.ofHours(n));
            case ROLLING_MINUTES -> Optional.of(Duration.ofMinutes(n));
            case ROLLING_SECONDS -> Optional.of(Duration.ofSeconds(n));
            case CALENDAR_DAY -> Optional.of(Duration.ofDays(2));
            case CALENDAR_WEEK -> Optional.of(Duration.ofDays(8));
            case CALENDAR_MONTH -> Optional.of(Duration.ofDays(32));
            case LIFETIME -> Optional.empty();
        };
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
