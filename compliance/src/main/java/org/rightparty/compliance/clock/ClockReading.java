package org.rightparty.compliance.clock;

import java.time.Instant;
import java.util.Optional;

/// What the clocks said at one moment.
///
/// @param wall the clock that everything is dated by
/// @param nanos a monotonic clock, which nobody sets
/// @param database the database's clock; empty when it was not asked
/// @param lastCheckpoint when the last checkpoint was signed; empty when it was not asked or there
///     is none
/// @param sync whether the clock is kept in step with others; empty when it was not asked
public record ClockReading(
        Instant wall,
        long nanos,
        Optional<Instant> database,
        Optional<Instant> lastCheckpoint,
        Optional<Sync> sync) {
    /// A glance at the two clocks of this process.
    public static ClockReading glance(Instant wall, long nanos) {
        return new ClockReading(wall, nanos, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Whether a time server disciplines the clock.
    public enum Sync {
        SYNCHRONISED,
        UNSYNCHRONISED,
        /// The operating system does not say.
        UNKNOWN
    }
}
