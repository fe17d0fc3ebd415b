package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Terms;

import java.util.Optional;

/// NUMBER_CHECK: no call to a number of which we know that it is wrong, dead, reassigned or
/// unwanted.
final class NumberCheck {
    private NumberCheck() {}

    static Optional<Finding> check(Case call, Terms.NumberCheck terms) {
        return terms.refused().contains(call.facts().phone().usable())
                ? Optional.of(Finding.NEVER)
                : Optional.empty();
    }
}
