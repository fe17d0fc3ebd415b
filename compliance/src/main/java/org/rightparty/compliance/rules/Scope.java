package org.rightparty.compliance.rules;

/// Which contacts a frequency rule counts together. A contact counts when it matches in all.
public enum Scope {
    PERSON,
    DEBT,
    NUMBER,
    CREDITOR,
    CAMPAIGN
}
