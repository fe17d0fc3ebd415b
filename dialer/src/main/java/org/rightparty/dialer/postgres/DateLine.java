package org.rightparty.dialer.postgres;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Days when nobody's zone is asked: the day that has begun nowhere later, and the one that is over
/// everywhere.
final class DateLine {
    private static final ZoneOffset LAST_TO_END = ZoneOffset.ofHours(-12);

    private DateLine() {}

    /// The date where the day ends last: a day before it is over for everybody.
    static LocalDate firstDay(Instant now) {
        return LocalDate.ofInstant(now, LAST_TO_END);
    }
}
