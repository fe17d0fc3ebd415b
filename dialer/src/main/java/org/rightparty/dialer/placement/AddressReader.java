package org.rightparty.dialer.placement;

import org.rightparty.dialer.placement.Placement.Address;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a postal address of the United States or Canada and checks that state and ZIP agree.
///
/// Spreadsheets drop the leading zero of a ZIP, so three and four digits get theirs back; the check
/// against the state catches what that might hide.
final class AddressReader {
    private static final Pattern ZIP = Pattern.compile("([0-9]{3,5})(?:[- ]?([0-9]{4}))?");
    private static final Pattern CANADIAN =
            Pattern.compile("(?i)([A-Z][0-9][A-Z]) ?([0-9][A-Z][0-9])");

    private final Cells cells;
    private final PostalRegions regions;

    AddressReader(Cells cells, PostalRegions regions) {
        this.cells = cells;
        this.regions = regions;
    }

    Address address() {
        String line1 = cells.requiredText("address1");
        String line2 = cells.text("address2");
        String city = cells.requiredText("city");
        String country = country();
        String region = region(country);
        String code = postalCode(country);
        if (country.equals("US") && !region.isEmpty() && code.length() >= 5) {
            match(region, code.substring(0, 5));
        }
        return new Address(line1, line2, city, region, code, country);
    }

    private String country() {
        if (!cells.has("country")) {
            return "US";
        }
        return Regions.country(cells.text("country"))
                .orElseGet(() -> {
                    cells.refuse("country", "unknown country", "US and CA can be called from here");
                    return "";
                });
    }

    private String region(String country) {
        String written = cells.requiredText("state");
        if (written.isEmpty() || country.isEmpty()) {
            return "";
        }
        return Regions.code(country, written)
                .orElseGet(() -> {
                    cells.refuse("state", "unknown state", "use two letters, such as OH");
                    return "";
                });
    }

    private String postalCode(String country) {
        String written = cells.requiredText("zip");
        if (written.isEmpty() || country.isEmpty()) {
            return "";
        }
        return country.equals("CA") ? canadian(written) : zip(written);
    }

    private String canadian(String written) {
        Matcher matcher = CANADIAN.matcher(written);
        if (!matcher.matches()) {
            cells.refuse("zip", "not a postal code", "write it as K1A 0B1");
            return "";
        }
        return (matcher.group(1) + " " + matcher.group(2)).toUpperCase(Locale.ROOT);
    }

    private String zip(String written) {
        Matcher matcher = ZIP.matcher(written);
        if (!matcher.matches() || (matcher.group(1).length() < 5 && matcher.group(2) != null)) {
            cells.refuse("zip", "not a ZIP code", "write five digits, or nine with a hyphen");
            return "";
        }
        String five = "0".repeat(5 - matcher.group(1).length()) + matcher.group(1);
        return matcher.group(2) == null ? five : five + "-" + matcher.group(2);
    }

    private void match(String region, String zip) {
        regions.of(zip)
                .filter(state -> !state.equals(region))
                .ifPresent(state ->
                        cells.refuse(
                                "zip",
                                "lies in " + state + ", not in " + region,
                                "correct the state or the ZIP"));
    }
}
