package org.rightparty.compliance.rules;

/// What stands behind a rule, the strongest first.
public enum Strength {
    STATUTE,
    PRESUMPTION,
    GUIDELINE,
    POLICY
}
