package org.rightparty.dialer.placement;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// States, territories and provinces by code and by name.
final class Regions {
    private static final String UNITED_STATES =
            """
            AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,
            DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,
            IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,
            MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,
            NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,
            NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,
            RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,
            VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,
            PR Puerto Rico,VI Virgin Islands,GU Guam,AS American Samoa,MP Northern Mariana Islands,
            AA Armed Forces Americas,AE Armed Forces Europe,AP Armed Forces Pacific\
            """;
    private static final String CANADA =
            """
            AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,
            NL Newfoundland and Labrador,
            NS Nova Scotia,NT Northwest Territories,NU Nunavut,ON Ontario,PE Prince Edward Island,
            QC Quebec,SK Saskatchewan,YT Yukon\
            """;
    private static final Map<String, Map<String, String>> BY_COUNTRY =
            Map.of("US", byName(UNITED_STATES), "CA", byName(CANADA));
    private static final Set<String> COUNTRY_NAMES =
            Set.of("UNITEDSTATES", "USA", "UNITEDSTATESOFAMERICA");

    private Regions() {}

    /// The code of a region of a country; empty when there is no such region.
    static Optional<String> code(String country, String written) {
        Map<String, String> known = BY_COUNTRY.getOrDefault(country, Map.of());
        return Optional.ofNullable(known.get(Field.bare(written)));
    }

    /// The ISO 3166-1 code of a country we have addresses in; empty for any other.
    static Optional<String> country(String written) {
        String name = Field.bare(written).toUpperCase(Locale.ROOT);
        if (COUNTRY_NAMES.contains(name)) {
            return Optional.of("US");
        } else if (name.equals("CANADA") || name.equals("CAN")) {
            return Optional.of("CA");
        } else {
            return BY_COUNTRY.containsKey(name) ? Optional.of(name) : Optional.empty();
        }
    }

    private static Map<String, String> byName(String list) {
        Map<String, String> codes = new HashMap<>();
        for (String entry : list.split(",")) {
            String region = entry.strip();
            codes.put(Field.bare(region.substring(0, 2)), region.substring(0, 2));
            codes.put(Field.bare(region.substring(3)), region.substring(0, 2));
        }
        return Map.copyOf(codes);
    }
}
