package org.rightparty.compliance.gate;

import java.time.Instant;
import java.util.Optional;

/// What became of one request to dial, after its transaction committed.
public sealed interface Reservation {
    DialRequest request();

    /// Decision, attempt and audit entry are committed.
    record Granted(DialRequest request, Attempt attempt) implements Reservation {}

    /// The refusal and its audit entry are committed; nothing may be dialed.
    record Denied(DialRequest request, Refusal reason, Optional<Instant> nextAllowedAt)
            implements Reservation {}

    /// Another transaction holds this consumer now; nothing was recorded, ask again later.
    record Busy(DialRequest request) implements Reservation {}
}
