package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// PREFERENCE: no call when, or where, the consumer said it is inconvenient (12 CFR 1006.6(b)(1)),
/// in whichever of the possible zones she may have meant it.
final class Inconvenient {
    private Inconvenient() {}

    static Optional<Finding> check(Case call, Terms.Preference terms, Instant at) {
        return switch (terms.subject()) {
            case TIME -> time(call, at);
            case PLACE -> place(call);
        };
    }

    private static Optional<Finding> time(Case call, Instant at) {
        List<Finding> closed =
                badTimes(call.facts()).stream()
                        .flatMap(bad -> Clock.closed(bad, call.zones(at), at).stream())
                        .toList();
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        return closed.stream().anyMatch(finding -> finding.clearsAt().isEmpty())
                ? Optional.of(Finding.NEVER)
                : Optional.of(
                        new Finding(
                                closed.stream()
                                        .flatMap(finding -> finding.clearsAt().stream())
                                        .max(Comparator.naturalOrder())));
    }

    static List<Preference.BadTime> badTimes(DialFacts facts) {
        return facts.preferences().stream()
                .filter(Preference.BadTime.class::isInstance)
                .map(Preference.BadTime.class::cast)
                .toList();
    }

    private static Optional<Finding> place(Case call) {
        Preference here = new Preference.BadPlace(call.facts().phone().place());
        return call.facts().preferences().contains(here)
                ? Optional.of(Finding.NEVER)
                : Optional.empty();
    }
}
