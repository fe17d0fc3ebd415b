package org.rightparty.compliance.gate;

import java.time.Instant;
import java.util.Optional;

/// A rule refuses.
///
/// @param clearsAt no earlier than this can the rule let the call pass, nothing else changing;
///     always after the instant that was asked; empty when waiting does not help
record Finding(Optional<Instant> clearsAt) {
    static final Finding NEVER = new Finding(Optional.empty());
}
