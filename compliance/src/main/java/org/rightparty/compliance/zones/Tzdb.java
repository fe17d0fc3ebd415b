package org.rightparty.compliance.zones;

import java.time.zone.ZoneRulesProvider;

/// The version of the time-zone rules that this Java carries, `2026b`: part of every decision,
/// because governments move their clocks.
public final class Tzdb {
    public static final String VERSION =
            ZoneRulesProvider.getVersions("America/New_York").lastEntry().getKey();

    private Tzdb() {}
}
