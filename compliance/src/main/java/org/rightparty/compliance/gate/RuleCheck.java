package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.Optional;

/// Sends each row to the one file that knows its type.
final class RuleCheck {
    private RuleCheck() {}

    /// Empty when the rule lets the call pass at `at`.
    static Optional<Finding> of(Case call, Rule rule, Instant at) {
        return switch (rule.terms()) {
            case Terms.StatusBlock terms -> StatusBlock.check(call, terms, at);
            case Terms.NumberCheck terms -> NumberCheck.check(call, terms);
            case Terms.ConsentRequired terms -> ConsentRequired.check(call, terms, at);
            case Terms.LocationKnown _ -> LocationKnown.check(call, at);
            case Terms.OneLiveAttempt _ -> OneLiveAttempt.check(call);
            case Terms.Preference terms -> Inconvenient.check(call, terms, at);
            case Terms.ContactHours terms -> ContactHours.check(call, rule, terms, at);
            case Terms.EndGuard _ -> EndGuard.check(call, at);
            case Terms.Cooldown terms -> Cooldown.check(call, rule, terms, at);
            case Terms.FrequencyCap terms -> FrequencyCap.check(call, rule, terms, at);
        };
    }

    /// Whether the row forbids by the hour of the day.
    static boolean isOfTheClock(Rule rule) {
        return switch (rule.terms()) {
            case Terms.ContactHours _ -> true;
            case Terms.Preference terms -> terms.subject() == Terms.Preference.Subject.TIME;
            case Terms.StatusBlock _,
                    Terms.NumberCheck _,
                    Terms.ConsentRequired _,
                    Terms.LocationKnown _,
                    Terms.OneLiveAttempt _,
                    Terms.EndGuard _,
                    Terms.Cooldown _,
                    Terms.FrequencyCap _ ->
                    false;
        };
    }
}
