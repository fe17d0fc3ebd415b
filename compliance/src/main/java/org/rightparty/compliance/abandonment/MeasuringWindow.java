package org.rightparty.compliance.abandonment;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// Over which time abandonment is measured.
///
/// @param n how many days or hours; 1 for a calendar month
public record MeasuringWindow(Kind kind, int n) {
    public enum Kind {
        /// The last `n` days, or since the campaign began where that is later: the strictest
        /// reading of "each 30-day period".
        CAMPAIGN_PERIOD_OR_DAYS,
        /// The calendar month, by the clock of the call centre.
        CALENDAR_MONTH,
        HOURS
    }

    public MeasuringWindow {
        if (n < 1) {
            throw new IllegalArgumentException("a window needs a length: " + n);
        }
    }

    /// The first instant that is measured at `now`.
    public Instant from(Instant campaignBegan, Instant now, ZoneId zone) {
        Instant start =
                switch (kind) {
                    case CAMPAIGN_PERIOD_OR_DAYS -> now.minus(Duration.ofDays(n));
                    case HOURS -> now.minus(Duration.ofHours(n));
                    case CALENDAR_MONTH ->
                            now.atZone(zone)
                                    .toLocalDate()
                                    .withDayOfMonth(1)
                                    .atStartOfDay(zone)
                                    .toInstant();
                };
        return start.isBefore(campaignBegan) ? campaignBegan : start;
    }
}
