package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.Optional;

/// COOLDOWN: no call until so many calendar days after a conversation have passed, its own day
/// being the first (12 CFR 1006.14(b)(2)(i)(B), comment 14(b)(2)(ii)-1).
///
/// Consent excuses the call that is asked for. It does not undo a conversation: one that was held
/// on a call placed with consent starts the cool-down like any other.
final class Cooldown {
    private Cooldown() {}

    static Optional<Finding> check(Case call, Rule rule, Terms.Cooldown terms, Instant at) {
        if (Contacts.excused(call, rule, at)
                || PriorConsent.coversNow(
                        call, rule, Contacts.debts(call, terms.frequencyGroup()), at)) {
            return Optional.empty();
        }
        return Contacts.tooMany(
                Contacts.counted(
                        call, rule, terms.trigger(), terms.scope(), terms.frequencyGroup()),
                ContactEvent::conversedAt,
                1,
                terms.window(),
                call.zones(terms.zones(), at),
                at);
    }
}
