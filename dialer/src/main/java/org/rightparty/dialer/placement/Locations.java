package org.rightparty.dialer.placement;

import org.rightparty.vocabulary.PhoneNumber;

import java.util.List;
import java.util.Optional;

/// What a number or an address proves about where a person may be.
public interface Locations {
    Optional<Place> of(PhoneNumber number);

    Optional<Place> of(Placement.Address address);

    /// @param zones names of time zones; never empty
    /// @param jurisdiction ISO 3166-2 code; empty when only the zone is known
    record Place(List<String> zones, String jurisdiction) {
        public Place {
            zones = List.copyOf(zones);
        }
    }
}
