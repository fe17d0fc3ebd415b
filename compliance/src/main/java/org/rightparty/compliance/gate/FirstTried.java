package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.LocalHours;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/// Whether the consumer was tried in vain where and when a row wants it first, before the place
/// that the row guards may be called (ORS 646.639(2)).
final class FirstTried {
    private FirstTried() {}

    static boolean excuses(Case call, Rule rule, Terms.FrequencyCap terms, Instant at) {
        return rule.excuses().contains(Excuse.HOME_ATTEMPT_FAILED)
                && terms.firstTried().filter(tried -> tried(call, tried, at)).isPresent();
    }

    private static boolean tried(Case call, Terms.FrequencyCap.Tried tried, Instant at) {
        Set<ZoneId> zones = call.zones(at);
        return call.facts().history().stream()
                .filter(event -> tried.failed().counts(event.kind(), event.result(), event.voice()))
                .filter(event -> event.place().filter(tried.places()::contains).isPresent())
                .anyMatch(event ->
                        zones.stream().allMatch(zone -> counts(event.at(), tried, zone, at)));
    }

    private static boolean counts(
            Instant made, Terms.FrequencyCap.Tried tried, ZoneId zone, Instant at) {
        return new LocalHours(_ -> tried.hours(), zone).open(made)
                && tried.window().leaves(made, zone).map(at::isBefore).orElse(true);
    }
}
