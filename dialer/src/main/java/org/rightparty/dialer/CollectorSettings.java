package org.rightparty.dialer;

import org.rightparty.compliance.zones.Jurisdictions;

import java.util.Set;

/// Where the house works from, among the settings.
final class CollectorSettings {
    private static final String KEY = "compliance.collector";

    private CollectorSettings() {}

    static Set<String> read(Settings all) {
        Set<String> places = Set.copyOf(all.texts(KEY));
        if (Jurisdictions.say(places)) {
            return places;
        }
        throw all.bad(KEY, "name states or countries by ISO 3166-2, such as US-TX or GB");
    }
}
