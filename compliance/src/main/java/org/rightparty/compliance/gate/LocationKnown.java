package org.rightparty.compliance.gate;

import org.rightparty.compliance.zones.Jurisdictions;
import org.rightparty.compliance.zones.Whereabouts;

import java.time.Instant;
import java.util.Optional;

/// LOCATION_UNKNOWN: nobody is called of whom nothing tells where she may be, or of whom something
/// names a place that there is not, for then nobody knows whose law would have held.
final class LocationKnown {
    private LocationKnown() {}

    static Optional<Finding> check(Case call, Instant at) {
        Whereabouts where = call.facts().whereabouts(at);
        boolean known = !where.zones().isEmpty() && Jurisdictions.say(where.jurisdictions());
        return known ? Optional.empty() : Optional.of(Finding.NEVER);
    }
}
