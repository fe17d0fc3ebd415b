package org.rightparty.compliance.zones;

import org.rightparty.vocabulary.PhoneNumber;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What numbers and addresses prove about time zones, from reference tables.
///
/// No library answers this safely for one number: for area codes that a zone's border divides they
/// name one side. So an area code stands for the union over all its prefixes, and an overlay for
/// its parent's union.
///
/// @param areaCodes by area code; one that says nothing of the place (toll-free) has no zones
/// @param postal by five-digit ZIP code or its first three digits
/// @param regions by `country-region`, `US-IN`
public record ZoneTables(
        Map<String, Area> areaCodes, Map<String, Postal> postal, Map<String, Set<ZoneId>> regions) {
    private static final int ZIP = 5;
    private static final int ZIP_PREFIX = 3;

    /// @param country ISO 3166-1
    public record Area(String country, Set<ZoneId> zones) {}

    /// @param region state or territory, as in ISO 3166-2 without the country
    public record Postal(String region, Set<ZoneId> zones) {}

    public ZoneTables {
        areaCodes = Map.copyOf(areaCodes);
        postal = Map.copyOf(postal);
        regions = Map.copyOf(regions);
    }

    /// What the number's area code proves; empty for toll-free, foreign and unknown ones.
    public Optional<Evidence> of(PhoneNumber number) {
        Area area = areaCodes.get(number.areaCode());
        return area == null
                ? Optional.empty()
                : evidence(Evidence.Kind.NUMBER, area.zones(), area.country());
    }

    /// What an address proves: its ZIP code, else the ZIP code's first three digits, else its
    /// state.
    ///
    /// @param country ISO 3166-1
    /// @param region as in ISO 3166-2 without the country
    public Optional<Evidence> of(String country, String region, String postalCode) {
        String place = region.isEmpty() ? country : country + "-" + region;
        Set<ZoneId> zones =
                country.equals("US")
                        ? zip(postalCode).map(Postal::zones).orElse(Set.of())
                        : Set.of();
        return evidence(
                Evidence.Kind.ADDRESS,
                zones.isEmpty() ? regions.getOrDefault(place, Set.of()) : zones,
                place);
    }

    /// The state or territory a ZIP code is addressed in; empty for those the tables do not know,
    /// military ones among them.
    public Optional<String> regionOfZip(String postalCode) {
        return zip(postalCode).map(Postal::region);
    }

    private Optional<Postal> zip(String postalCode) {
        if (postalCode.length() < ZIP) {
            return Optional.empty();
        }
        Postal prefix = postal.get(postalCode.substring(0, ZIP_PREFIX));
        return Optional.ofNullable(postal.getOrDefault(postalCode.substring(0, ZIP), prefix));
    }

    private static Optional<Evidence> evidence(
            Evidence.Kind kind, Set<ZoneId> zones, String jurisdiction) {
        return zones.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Evidence(
                                kind, zones, Optional.of(jurisdiction), false, Optional.empty()));
    }
}
