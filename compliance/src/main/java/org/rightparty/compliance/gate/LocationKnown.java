package org.rightparty.compliance.gate;

import java.time.Instant;
import java.util.Optional;

/// LOCATION_UNKNOWN: nobody is called of whom nothing tells where she may be.
final class LocationKnown {
    private LocationKnown() {}

    static Optional<Finding> check(Case call, Instant at) {
        return call.zones(at).isEmpty() ? Optional.of(Finding.NEVER) : Optional.empty();
    }
}
