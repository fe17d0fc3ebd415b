package org.rightparty.compliance.rules;

/// What we are to a debt; it switches Regulation F on or off (12 CFR 1006.2(i)).
public enum CollectorRole {
    THIRD_PARTY,
    FIRST_PARTY,
    DEBT_BUYER
}
