package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rulebooks;

import java.time.Instant;
import java.util.Optional;

/// What one row says of a call.
///
/// @param clearsAt no earlier than this can the row let the call pass; empty when it passes, or
///     when waiting does not help
public record Ruling(Rulebooks.Row row, Result result, Optional<Instant> clearsAt) {
    public enum Result {
        PASSED,
        REFUSED,
        /// It would refuse, but two people of the house set it aside.
        OVERRIDDEN
    }
}
