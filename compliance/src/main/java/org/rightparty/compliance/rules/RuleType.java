package org.rightparty.compliance.rules;

/// The types of row that the gate knows. Their order is the precedence of refusals: what cannot be
/// waited out comes before what can, and what the clock forbids before what was used up.
public enum RuleType {
    STATUS_BLOCK,
    NUMBER_CHECK,
    CONSENT_REQUIRED,
    LOCATION_UNKNOWN,
    CONCURRENT_ATTEMPT,
    PREFERENCE,
    CONTACT_HOURS,
    END_GUARD,
    COOLDOWN,
    FREQUENCY_CAP
}
