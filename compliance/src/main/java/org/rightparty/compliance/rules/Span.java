package org.rightparty.compliance.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A stretch of a local day, `[from, to)` in seconds after midnight; 86,400 is the end of the day.
///
/// Where clocks are put back, the later start and the earlier end are taken, so that the stretch is
/// never longer than any reading of the law.
public record Span(int from, int to) implements Comparable<Span> {
    public static final int DAY = 86_400;

    public Span {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("not a span of a day: " + from + " to " + to);
        }
    }

    /// From `08:00` and `21:00`; `24:00` ends the day.
    public static Span of(String from, String to) {
        return new Span(second(from), second(to));
    }

    public Instant opens(LocalDate day, ZoneId zone) {
        return at(day, from, zone).withLaterOffsetAtOverlap().toInstant();
    }

    public Instant closes(LocalDate day, ZoneId zone) {
        return at(day, to, zone).withEarlierOffsetAtOverlap().toInstant();
    }

    @Override
    public int compareTo(Span other) {
        return Integer.compare(from, other.from);
    }

    private static ZonedDateTime at(LocalDate day, int second, ZoneId zone) {
        LocalDateTime local =
                second == DAY
                        ? day.plusDays(1).atStartOfDay()
                        : day.atTime(LocalTime.ofSecondOfDay(second));
        return local.atZone(zone);
    }

    private static int second(String time) {
        return time.equals("24:00") ? DAY : LocalTime.parse(time).toSecondOfDay();
    }
}
