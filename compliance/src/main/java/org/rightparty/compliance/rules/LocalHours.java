package org.rightparty.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The open hours of one zone: which spans of each day, asked at an instant.
public final class LocalHours {
    /// Longer than any run of closed days that a calendar of holidays makes.
    private static final int DAYS_AHEAD_MAX = 31;

    /// The spans that are open on a local day, in order, not overlapping.
    @FunctionalInterface
    public interface Week {
        List<Span> on(LocalDate day);
    }

    private final Week week;
    private final ZoneId zone;

    public LocalHours(Week week, ZoneId zone) {
        this.week = week;
        this.zone = zone;
    }

    public boolean open(Instant at) {
        return closes(at).isPresent();
    }

    /// When the stretch that is open at `at` ends; empty when it is closed. Stretches that touch
    /// are one; a stretch that never ends within a month is given as that month.
    public Optional<Instant> closes(Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        Instant end = null;
        for (int ahead = 0; ahead <= DAYS_AHEAD_MAX; ahead++) {
            LocalDate day = today.plusDays(ahead);
            for (Span span : week.on(day)) {
                Instant from = span.opens(day, zone);
                Instant to = span.closes(day, zone);
                if (end == null && !at.isBefore(from) && at.isBefore(to)) {
                    end = to;
                } else if (end != null && from.equals(end)) {
                    end = to;
                } else if (end != null && from.isAfter(end)) {
                    return Optional.of(end);
                }
            }
            if (end == null) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(end);
    }

    /// The first opening after `at`; empty when there is none within a month.
    public Optional<Instant> opensAfter(Instant at) {
        LocalDate today = at.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead <= DAYS_AHEAD_MAX; ahead++) {
            LocalDate day = today.plusDays(ahead);
            for (Span span : week.on(day)) {
                Instant from = span.opens(day, zone);
                if (from.isAfter(at) && from.isBefore(span.closes(day, zone))) {
                    return Optional.of(from);
                }
            }
        }
        return Optional.empty();
    }
}
