package org.rightparty.dialer.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Instants as a terminal shows them: to the second.
final class Times {
    private Times() {}

    static String at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// The first full second that is not before it, for what holds from then on.
    static String from(Instant instant) {
        Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
        return (second.equals(instant) ? second : second.plusSeconds(1)).toString();
    }
}
