package org.rightparty.compliance.zones;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which codes name a place at all. A code that names none hides the law of the place that was
/// meant, so nobody is called there.
///
/// Countries are those of ISO 3166-1. Of the United States, Canada, Australia and Brazil the
/// states, provinces and territories of ISO 3166-2 are known; in other countries, and below a
/// state, the form is all that is asked for.
public final class Jurisdictions {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> STATES =
            words(
                    """
                    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT
                    NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY
                    DC AS GU MP PR UM VI FM MH PW
                    """);
    private static final Set<String> PROVINCES = words("AB BC MB NB NL NS NT NU ON PE QC SK YT");
    private static final Set<String> AUSTRALIAN = words("ACT NSW NT QLD SA TAS VIC WA");
    private static final Set<String> BRAZILIAN =
            words(
                    """
                    AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO
                    """);
    private static final Pattern PART = Pattern.compile("[A-Z0-9]{1,12}");

    private Jurisdictions() {}

    public static boolean known(String code) {
        List<String> parts = List.of(code.split("-", -1));
        return COUNTRIES.contains(parts.getFirst())
                && parts.stream().allMatch(part -> PART.matcher(part).matches())
                && (parts.size() == 1 || knownIn(parts.getFirst(), parts.get(1)));
    }

    /// Whether the codes say where somebody is: there are some, and each names a place.
    public static boolean say(Collection<String> codes) {
        return !codes.isEmpty() && codes.stream().allMatch(Jurisdictions::known);
    }

    /// The place and all it lies in: `US-NY-NYC`, `US-NY`, `US`.
    public static Stream<String> withParents(String code) {
        return Stream.iterate(
                code, place -> !place.isEmpty(), place -> place.substring(0, dash(place)));
    }

    private static int dash(String place) {
        return Math.max(0, place.lastIndexOf('-'));
    }

    private static boolean knownIn(String country, String part) {
        return switch (country) {
            case "US" -> STATES.contains(part);
            case "CA" -> PROVINCES.contains(part);
            case "AU" -> AUSTRALIAN.contains(part);
            case "BR" -> BRAZILIAN.contains(part);
            default -> true;
        };
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
