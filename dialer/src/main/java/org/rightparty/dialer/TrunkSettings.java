package org.rightparty.dialer;

import org.rightparty.dialer.DialerConfig.TrunkLine;
import org.rightparty.dialer.asterisk.Trunk;

import java.util.List;
import java.util.Set;

/// The trunks among the settings.
final class TrunkSettings {
    private static final String KEY = "telephone.trunks";
    private static final Set<String> KEYS =
            Set.of("name", "address", "channels", "calls-per-second", "loopback");

    private TrunkSettings() {}

    static List<TrunkLine> read(Settings all) {
        List<TrunkLine> trunks = all.list(KEY, KEYS).stream().map(TrunkSettings::one).toList();
        if (trunks.isEmpty()) {
            throw all.bad(KEY, "at least one trunk is needed");
        }
        if (trunks.stream().map(TrunkLine::name).distinct().count() < trunks.size()) {
            throw all.bad(KEY, "each trunk needs a name of its own");
        }
        if (trunks.stream().map(TrunkLine::loopback).distinct().count() > 1) {
            throw all.bad(
                    KEY, "a loopback trunk is for practice alone; take it out beside real ones");
        }
        return trunks;
    }

    private static TrunkLine one(Settings trunk) {
        return new TrunkLine(
                trunk.text(
                        "name",
                        Trunk.NAME.pattern(),
                        "begin with a letter; use letters, digits, hyphens and underscores"),
                trunk.text("address", "\\S+:[0-9]{1,5}", "write it as host:port"),
                trunk.whole("channels", 1, 10_000),
                trunk.whole("calls-per-second", 1, 1_000),
                trunk.flag("loopback"));
    }
}
