package org.rightparty.dialer.selection;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A stretch of the day in which people live alike. Somebody who does not answer in one is tried in
/// another. This is about habits; whether it is lawful to call then is the gate's to say.
public enum Daypart {
    MORNING(LocalTime.of(8, 0)),
    AFTERNOON(LocalTime.of(12, 0)),
    EVENING(LocalTime.of(17, 0));

    private final LocalTime begins;

    Daypart(LocalTime begins) {
        this.begins = begins;
    }

    /// The daypart in which this time lies; the evening lasts until the morning.
    public static Daypart of(LocalTime time) {
        Daypart found = EVENING;
        for (Daypart part : values()) {
            found = time.isBefore(part.begins) ? found : part;
        }
        return found;
    }

    /// When the daypart after the one of `at` begins, on the clock of `zone`.
    public static Instant nextAfter(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        for (Daypart part : values()) {
            if (local.toLocalTime().isBefore(part.begins)) {
                return local.with(part.begins).toInstant();
            }
        }
        return local.plusDays(1).with(MORNING.begins).toInstant();
    }
}
