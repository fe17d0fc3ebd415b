package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.Optional;

/// Sends each row to the one file that knows its type.
final class RuleCheck {
    private RuleCheck() {}

    /// Empty when the rule lets the call pass at `at`, or when it refuses no single call.
    static Optional<Finding> of(Case call, Rule rule, Instant at) {
        return switch (rule.terms()) {
            case Terms.StatusBlock terms ->
                    unlessExcused(call, rule, at, StatusBlock.check(call, terms, at));
            case Terms.Licence terms -> Licensed.check(call, terms, at);
            case Terms.NumberCheck terms -> NumberCheck.check(call, rule, terms, at);
            case Terms.ConsentRequired terms -> ConsentRequired.check(call, rule, terms, at);
            case Terms.LocationKnown _ -> LocationKnown.check(call, at);
            case Terms.OneLiveAttempt _ -> OneLiveAttempt.check(call);
            case Terms.LifetimeCap terms -> LifetimeCap.check(call, rule, terms, at);
            case Terms.WaitAfterNotice terms -> WaitAfterNotice.check(call, terms, at);
            case Terms.Preference terms ->
                    unlessExcused(call, rule, at, Inconvenient.check(call, terms, at));
            case Terms.ContactHours terms -> ContactHours.check(call, rule, terms, at);
            case Terms.EndGuard terms -> EndGuard.check(call, terms, at);
            case Terms.Cooldown terms -> Cooldown.check(call, rule, terms, at);
            case Terms.FrequencyCap terms -> FrequencyCap.check(call, rule, terms, at);
            case Terms.Abandonment _, Terms.Recording _, Terms.Obligation _ -> Optional.empty();
        };
    }

    /// An answer to the consumer's own contact, where the row knows that excuse (12 CFR
    /// 1006.6(b)(2), comment 6(b)(1)-2).
    private static Optional<Finding> unlessExcused(
            Case call, Rule rule, Instant at, Optional<Finding> finding) {
        return Contacts.excused(call, rule, at) ? Optional.empty() : finding;
    }

    /// Whether the row forbids by the hour of the day.
    static boolean isOfTheClock(Rule rule) {
        return rule.terms().type() == RuleType.CONTACT_HOURS
                || (rule.terms() instanceof Terms.Preference preference
                        && preference.subject() == Terms.Preference.Subject.TIME);
    }
}
