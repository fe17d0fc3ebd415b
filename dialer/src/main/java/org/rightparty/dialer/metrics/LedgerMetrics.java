package org.rightparty.dialer.metrics;

import java.time.Duration;
import java.util.Optional;

/// What is counted of the ledger's seals.
public interface LedgerMetrics {
    /// Entries that are committed and not sealed yet, and how long the oldest has waited.
    void unsealed(long entries, Duration oldest);

    /// How long ago the newest checkpoint was signed.
    void checkpointAge(Duration age);

    /// Failures in a row of an outlet, and how long ago a checkpoint arrived there; empty when none
    /// has.
    void copies(String outlet, int failures, Optional<Duration> age);
}
