package org.rightparty.compliance.postgres;

import java.time.Instant;
import java.util.Optional;

/// A call as somebody else has recorded it: the telephone system or the carrier.
///
/// @param reference the recorder's own name for it
/// @param attempt the attempt it carries the number of; empty when it carries none
/// @param number E.164 of who was called; empty when the record does not tell
public record CallRecord(
        Source source,
        String reference,
        Optional<Long> attempt,
        Optional<String> number,
        Instant startedAt,
        boolean answered) {
    /// Who recorded it.
    public enum Source {
        SWITCH,
        CARRIER
    }
}
