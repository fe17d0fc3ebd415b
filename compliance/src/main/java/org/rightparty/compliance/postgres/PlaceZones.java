package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.REGION_ZONE;

import org.jooq.DSLContext;
import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.facts.FactFaults;
import org.rightparty.compliance.facts.Facts.Outcome.Refused;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The time zones of a place that somebody names: those of its state or province, narrowed to the
/// one that is named.
final class PlaceZones {
    /// Where every state and province is in the table.
    private static final Set<String> LISTED = Set.of("US", "CA");

    private PlaceZones() {}

    static Optional<Refused> fault(DSLContext tx, Fact.StatedPlace place) {
        Optional<String> code = place.jurisdiction();
        List<String> zones = code.map(one -> ofRegion(tx, one)).orElse(List.of());
        if (zones.isEmpty() && code.filter(one -> LISTED.contains(country(one))).isPresent()) {
            return FactFaults.fault(
                    "PLACE_UNKNOWN", "place", "There is no such state or province.", "Correct it.");
        } else if (zones.isEmpty() && place.zone().isEmpty()) {
            return FactFaults.fault(
                    "ZONE_MISSING", "zone", "The zones of this place are not known.", "Name one.");
        } else if (place.zone().filter(zone -> !isNamed(zone)).isPresent()) {
            return FactFaults.fault(
                    "ZONE_UNKNOWN", "zone", "There is no such zone.", "Write America/Toronto.");
        } else if (place.zone().filter(zone -> !within(zone, zones)).isPresent()) {
            return FactFaults.fault(
                    "ZONE_ELSEWHERE",
                    "zone",
                    "The zone does not lie in that place.",
                    "Name one of " + String.join(", ", zones) + ".");
        } else {
            return Optional.empty();
        }
    }

    /// By name, sorted: the form in which tables keep them. Of a place without a fault.
    static String[] of(DSLContext tx, Fact.StatedPlace place) {
        return place.zone()
                .map(zone -> new String[] {zone.getId()})
                .orElseGet(() ->
                        ofRegion(tx, place.jurisdiction().orElseThrow()).stream()
                                .sorted()
                                .toArray(String[]::new));
    }

    /// Parts of a state have its zones.
    private static List<String> ofRegion(DSLContext tx, String code) {
        String[] parts = code.split("-");
        return tx.select(REGION_ZONE.ZONES)
                .from(REGION_ZONE)
                .where(REGION_ZONE.REGION.eq(parts.length < 2 ? code : parts[0] + "-" + parts[1]))
                .fetchOptional(REGION_ZONE.ZONES)
                .map(List::of)
                .orElse(List.of());
    }

    private static String country(String code) {
        return code.split("-")[0];
    }

    /// Not an offset: those know no summer.
    private static boolean isNamed(ZoneId zone) {
        return zone.getId().contains("/") && ZoneId.getAvailableZoneIds().contains(zone.getId());
    }

    private static boolean within(ZoneId zone, List<String> zones) {
        return zones.isEmpty() || zones.contains(zone.getId());
    }
}
