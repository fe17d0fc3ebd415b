package org.rightparty.compliance.rules;

/// The types of row that the gate knows. Their order is the precedence of refusals: what cannot be
/// waited out comes before what can, and what the clock forbids before what was used up. The last
/// three never refuse a call: the pace keeps the first, the permit carries the other two.
public enum RuleType {
    STATUS_BLOCK,
    LICENCE,
    NUMBER_CHECK,
    CONSENT_REQUIRED,
    LOCATION_UNKNOWN,
    CONCURRENT_ATTEMPT,
    LIFETIME_CAP,
    WAIT_AFTER_NOTICE,
    PREFERENCE,
    CONTACT_HOURS,
    END_GUARD,
    COOLDOWN,
    FREQUENCY_CAP,
    ABANDONMENT,
    RECORDING,
    OBLIGATION
}
