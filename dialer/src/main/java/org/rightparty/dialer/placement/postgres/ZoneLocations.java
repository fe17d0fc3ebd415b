package org.rightparty.dialer.placement.postgres;

import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.ZoneTables;
import org.rightparty.dialer.placement.Locations;
import org.rightparty.dialer.placement.Placement;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.ZoneId;
import java.util.Optional;

/// Places as the reference tables of zones know them.
public final class ZoneLocations implements Locations {
    private final ZoneTables tables;

    public ZoneLocations(ZoneTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Place> of(PhoneNumber number) {
        return tables.of(number).map(ZoneLocations::place);
    }

    @Override
    public Optional<Place> of(Placement.Address address) {
        return tables.of(address.country(), address.region(), address.postalCode())
                .map(ZoneLocations::place);
    }

    private static Place place(Evidence evidence) {
        return new Place(
                evidence.zones().stream().map(ZoneId::getId).sorted().toList(),
                evidence.jurisdiction().orElse(""));
    }
}
