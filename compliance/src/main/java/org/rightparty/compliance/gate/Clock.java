package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.LocalHours;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// Hours asked in several zones at once: open only when open in each.
final class Clock {
    private Clock() {}

    /// The next instant at which all zones that are closed now may be open; empty when all are
    /// open. No zone at all is closed for good.
    static Optional<Finding> closed(LocalHours.Week week, Set<ZoneId> zones, Instant at) {
        if (zones.isEmpty()) {
            return Optional.of(Finding.NEVER);
        }
        Instant latest = at;
        for (ZoneId zone : zones) {
            LocalHours hours = new LocalHours(week, zone);
            if (!hours.open(at)) {
                Optional<Instant> opens = hours.opensAfter(at);
                if (opens.isEmpty()) {
                    return Optional.of(Finding.NEVER);
                }
                latest = opens.get().isAfter(latest) ? opens.get() : latest;
            }
        }
        return latest.equals(at) ? Optional.empty() : Optional.of(new Finding(Optional.of(latest)));
    }

    /// The next instant at which one of the zones opens; empty when one is open.
    static Optional<Finding> closedEverywhere(LocalHours.Week week, Set<ZoneId> zones, Instant at) {
        if (zones.stream().anyMatch(zone -> new LocalHours(week, zone).open(at))) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        zones.stream()
                                .flatMap(zone -> new LocalHours(week, zone).opensAfter(at).stream())
                                .min(Instant::compareTo)));
    }

    /// The last closing of the zones that are open at `at`.
    static Instant closesEverywhere(LocalHours.Week week, Set<ZoneId> zones, Instant at) {
        return zones.stream()
                .flatMap(zone -> new LocalHours(week, zone).closes(at).stream())
                .max(Instant::compareTo)
                .orElse(at);
    }

    /// The first closing in any of the zones, all being open at `at`.
    static Instant closes(LocalHours.Week week, Set<ZoneId> zones, Instant at) {
        return zones.stream()
                .flatMap(zone -> new LocalHours(week, zone).closes(at).stream())
                .min(Instant::compareTo)
                .orElse(at);
    }
}
