package org.rightparty.compliance.zones;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// One thing that points to where a consumer is.
///
/// @param zones the zones it allows; never empty
/// @param jurisdiction ISO 3166-2 code of the place; empty when only the zone is known
/// @param authoritative the consumer said so: then only such evidence counts for the clock
/// @param expiresAt when it stops counting; empty when it does not
public record Evidence(
        Kind kind,
        Set<ZoneId> zones,
        Optional<String> jurisdiction,
        boolean authoritative,
        Optional<Instant> expiresAt) {
    public enum Kind {
        ADDRESS,
        NUMBER,
        STATED,
        EMPLOYER
    }

    public Evidence {
        zones = Set.copyOf(zones);
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("evidence that points nowhere is none");
        }
    }

    public boolean counts(Instant at) {
        return expiresAt.filter(end -> !at.isBefore(end)).isEmpty();
    }
}
