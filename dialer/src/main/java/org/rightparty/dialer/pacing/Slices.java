package org.rightparty.dialer.pacing;

import java.time.Duration;
import java.time.Instant;

/// The near future in steps of two seconds, which is also how long a person who answered may wait:
/// somebody who answers in slice `j` can be served by whoever is free by the end of slice `j + 1`.
final class Slices {
    static final int COUNT = 20;
    static final double SECONDS = 2;

    private Slices() {}

    /// The slice in which a moment so many seconds ahead lies; [#COUNT] when beyond the last.
    static int of(double seconds) {
        return Math.clamp((int) (seconds / SECONDS), 0, COUNT);
    }

    /// By when an agent must be free for a person who answers in the middle of slice `j`.
    static double servedBy(int j) {
        return (j + 1.5) * SECONDS;
    }

    static double seconds(Duration d) {
        return d.toMillis() / 1e3;
    }

    static double seconds(Instant at) {
        return at.toEpochMilli() / 1e3;
    }
}
