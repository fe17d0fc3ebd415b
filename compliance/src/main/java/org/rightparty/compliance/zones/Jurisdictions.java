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
/// Countries are those of ISO 3166-1. Of the United States and Canada the states, provinces and
/// territories of ISO 3166-2 are known; in other countries, and below a state, the form is all that
/// is asked for.
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

    private static boolean knownIn(String country, String part) {
        return switch (country) {
            case "US" -> STATES.contains(part);
            case "CA" -> PROVINCES.contains(part);
            default -> true;
        };
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
