package org.rightparty.dialer;

import org.rightparty.compliance.zones.Jurisdictions;
import org.rightparty.compliance.zones.Whereabouts;

import java.util.Set;

/// Where the house works from, among the settings. Nobody real is called in a practice, so there
/// the program may suppose a state while none is named; a house that calls people must name its
/// own.
final class CollectorSettings {
    private static final String KEY = "compliance.collector";
    private static final String PRACTICE = "practice.collector";

    private CollectorSettings() {}

    static Set<String> read(Settings all) {
        Set<String> named = places(all, KEY);
        Set<String> supposed = places(all, PRACTICE);
        boolean practice = all.text("telephone.kind").equals("practice");
        return practice && named.equals(Set.of(Whereabouts.HOME)) ? supposed : named;
    }

    private static Set<String> places(Settings all, String key) {
        Set<String> places = Set.copyOf(all.texts(key));
        if (Jurisdictions.say(places)) {
            return places;
        }
        throw all.bad(key, "name states or countries by ISO 3166-2, such as US-TX or GB");
    }
}
