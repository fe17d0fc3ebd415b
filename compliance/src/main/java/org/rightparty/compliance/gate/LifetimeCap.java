package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.Optional;

/// LIFETIME_CAP: so many contacts and never another, as with somebody who is only asked where the
/// consumer is (12 CFR 1006.10(c)).
final class LifetimeCap {
    private LifetimeCap() {}

    static Optional<Finding> check(Case call, Rule rule, Terms.LifetimeCap terms, Instant at) {
        if (Contacts.excused(call, rule, at)) {
            return Optional.empty();
        }
        long had =
                Contacts.counted(call, rule, terms.counter(), terms.scope(), false).stream()
                        .filter(event -> !event.at().isAfter(at))
                        .count();
        return had < terms.max() ? Optional.empty() : Optional.of(Finding.NEVER);
    }
}
