package org.rightparty.dialer.simulation.file;

import java.util.Map;
import java.util.Optional;

/// What no dialer can reach: occupancy in per cent, at 3 % abandonment, of one that knows of every
/// dial whether and when a person will answer it, though not when agents finish. Measured once, in
/// an independent simulation of the same scenarios over 20 to 24 days each.
final class Bounds {
    private static final Map<String, Double> KNOWN =
            Map.ofEntries(
                    Map.entry("01-steady-20", 95.3),
                    Map.entry("02-low-rate-100", 97.8),
                    Map.entry("03-tiny-4", 94.4),
                    Map.entry("04-answer-drop", 96.6),
                    Map.entry("06-lunch-half", 96.1),
                    Map.entry("07-gradual-login", 96.6),
                    Map.entry("09-heavy-tail", 95.4),
                    Map.entry("10-amd-errors", 94.5),
                    Map.entry("grid/n005-p15", 94.5),
                    Map.entry("grid/n010-p15", 94.8),
                    Map.entry("grid/n020-p15", 95.3),
                    Map.entry("grid/n050-p15", 96.6),
                    Map.entry("grid/n100-p15", 97.8),
                    Map.entry("grid/n300-p15", 99.2),
                    Map.entry("grid/n005-p30", 94.5),
                    Map.entry("grid/n010-p30", 94.7),
                    Map.entry("grid/n020-p30", 95.3),
                    Map.entry("grid/n050-p30", 96.6),
                    Map.entry("grid/n100-p30", 97.8),
                    Map.entry("grid/n300-p30", 99.2));

    private Bounds() {}

    /// Empty for a scenario that was not part of it.
    static Optional<Double> of(String scenario) {
        return Optional.ofNullable(KNOWN.get(scenario));
    }
}
