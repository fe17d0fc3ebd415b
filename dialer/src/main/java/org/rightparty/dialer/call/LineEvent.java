package org.rightparty.dialer.call;

import java.time.Instant;

/// What the telephone system told us of an agent's line.
public sealed interface LineEvent {
    /// The line's digits.
    String line();

    Instant at();

    /// The phone answered and stands in its room.
    record LineUp(String line, Instant at) implements LineEvent {}

    /// The phone hung up, broke, or never answered.
    record LineDown(String line, String reason, Instant at) implements LineEvent {}
}
