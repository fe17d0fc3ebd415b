package org.rightparty.compliance.zones;

import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What numbers, addresses and statements prove about time zones and places, from reference tables.
///
/// No library answers this safely for one number: for area codes that a zone's border divides they
/// name one side. So an area code stands for the union over all its prefixes, and an overlay for
/// its parent's union. One thing that points to several places is one piece of evidence for each.
///
/// @param areaCodes by area code; one that says nothing of the place (toll-free) has no zones
/// @param numbers by how numbers outside North America begin, see [#prefix]
/// @param postal by five-digit ZIP code or its first three digits
/// @param regions by `country-region`, `US-IN`, or by country alone, `GB`
public record ZoneTables(
        Map<String, Area> areaCodes,
        Map<String, Area> numbers,
        Map<String, Postal> postal,
        Map<String, Set<ZoneId>> regions) {
    private static final String UNITED_STATES = "US";
    private static final int ZIP = 5;
    private static final int ZIP_PREFIX = 3;

    /// Where numbers that begin alike may be.
    ///
    /// @param country ISO 3166-1
    /// @param regions states, or cities within them, as in ISO 3166-2 without the country; empty
    ///     where the country alone is known
    public record Area(String country, Set<String> regions, Set<ZoneId> zones) {
        public Area {
            regions = Set.copyOf(regions);
            zones = Set.copyOf(zones);
        }

        private Set<String> places() {
            return regions.isEmpty() ? Set.of(country) : within(country, regions);
        }
    }

    /// @param region state or territory, as in ISO 3166-2 without the country
    /// @param locality the city with a law of its own, `NYC`; empty for none
    public record Postal(String region, String locality, Set<ZoneId> zones) {
        private String place() {
            return ZoneTables.place(ZoneTables.place(UNITED_STATES, region), locality);
        }
    }

    public ZoneTables {
        areaCodes = Map.copyOf(areaCodes);
        numbers = Map.copyOf(numbers);
        postal = Map.copyOf(postal);
        regions = Map.copyOf(regions);
    }

    /// What the number's area code proves, or the beginning of a foreign number; nothing for
    /// toll-free and unknown ones.
    public List<Evidence> of(PhoneNumber number) {
        String code = number.areaCode();
        Area area = code.isEmpty() ? numbers.get(prefix(number)) : areaCodes.get(code);
        return area == null
                ? List.of()
                : evidence(Evidence.Kind.NUMBER, area.zones(), area.places());
    }

    /// How a number outside North America begins: the country code and, in Australia (one digit)
    /// and Brazil (two), the area.
    private static String prefix(PhoneNumber number) {
        String e164 = number.e164();
        int digits =
                switch (e164.substring(0, 3)) {
                    case "+55" -> 5;
                    case "+61" -> 4;
                    default -> 3;
                };
        return e164.substring(0, digits);
    }

    /// What an address proves. Its zones are those of its ZIP code, else of the ZIP code's first
    /// three digits, else of its state, else of its country; its places those that state and ZIP
    /// code name.
    ///
    /// @param country ISO 3166-1
    /// @param region as in ISO 3166-2 without the country
    public List<Evidence> of(String country, String region, String postalCode) {
        String own = place(country, region);
        Optional<Postal> zip =
                country.equals(UNITED_STATES) ? zip(postalCode) : Optional.<Postal>empty();
        Set<ZoneId> zones = zip.map(Postal::zones).orElseGet(() -> around(own));
        return evidence(
                Evidence.Kind.ADDRESS,
                zones,
                zip.map(Postal::place).map(by -> both(own, by)).orElse(Set.of(own)));
    }

    /// What somebody said of where the consumer is; empty for a place whose zones the tables do not
    /// know.
    ///
    /// @param place ISO 3166-2 with local parts below, `US-TX`, `US-NY-NYC`, `GB`
    /// @param authoritative the consumer said so herself
    public Optional<Evidence> stated(
            String place, boolean authoritative, Optional<Instant> expiresAt) {
        Set<ZoneId> zones = around(place);
        return zones.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Evidence(
                                Evidence.Kind.STATED,
                                zones,
                                Optional.of(place),
                                authoritative,
                                expiresAt));
    }

    /// The state or territory a ZIP code is addressed in; empty for those the tables do not know,
    /// military ones among them.
    public Optional<String> regionOfZip(String postalCode) {
        return zip(postalCode).map(Postal::region);
    }

    /// The zones of the place, or of the nearest one around it that the tables know.
    private Set<ZoneId> around(String place) {
        return Jurisdictions.withParents(place)
                .flatMap(each -> Optional.ofNullable(regions.get(each)).stream())
                .findFirst()
                .orElse(Set.of());
    }

    private static Set<String> both(String own, String byZip) {
        return (byZip + "-").startsWith(own + "-") ? Set.of(byZip) : Set.of(own, byZip);
    }

    private Optional<Postal> zip(String postalCode) {
        if (postalCode.length() < ZIP) {
            return Optional.empty();
        }
        Postal prefix = postal.get(postalCode.substring(0, ZIP_PREFIX));
        return Optional.ofNullable(postal.getOrDefault(postalCode.substring(0, ZIP), prefix));
    }

    private static String place(String around, String part) {
        return part.isEmpty() ? around : around + "-" + part;
    }

    private static Set<String> within(String country, Set<String> regions) {
        Set<String> places = new TreeSet<>();
        regions.forEach(region -> places.add(place(country, region)));
        return places;
    }

    private static List<Evidence> evidence(
            Evidence.Kind kind, Set<ZoneId> zones, Set<String> places) {
        return zones.isEmpty()
                ? List.of()
                : places.stream()
                        .sorted()
                        .map(place ->
                                new Evidence(
                                        kind, zones, Optional.of(place), false, Optional.empty()))
                        .toList();
    }
}
