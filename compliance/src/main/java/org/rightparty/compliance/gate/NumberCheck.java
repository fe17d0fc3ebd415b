package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.Optional;

/// NUMBER_CHECK: no contact by a number of which we know that it is wrong, dead, reassigned,
/// protected or unwanted, or of which we would have to know and have not looked lately (12 CFR
/// 1006.6(d)(5)).
final class NumberCheck {
    private NumberCheck() {}

    static Optional<Finding> check(Case call, Rule rule, Terms.NumberCheck terms, Instant at) {
        DialFacts.Phone phone = call.facts().phone();
        boolean known =
                terms.refused().contains(phone.usable())
                        || terms.refused().contains(phone.history().protection());
        boolean unsure =
                terms.lookup().filter(lookup -> !looked(call, phone, lookup, at)).isPresent();
        return (known || unsure) && !Contacts.excused(call, rule, at)
                ? Optional.of(Finding.NEVER)
                : Optional.empty();
    }

    private static boolean looked(
            Case call, DialFacts.Phone phone, Terms.NumberCheck.Lookup lookup, Instant at) {
        Instant since = at.minus(lookup.ageMax());
        return phone.history().lookedUpAt().filter(when -> !when.isBefore(since)).isPresent()
                || call.facts().consents().stream()
                        .filter(consent -> consent.kind().equals(lookup.consent()))
                        .filter(consent -> consent.covers(call.facts()) && consent.stands(at))
                        .anyMatch(consent -> !consent.givenAt().isBefore(since));
    }
}
