package org.rightparty.compliance.rules;

/// Where a telephone number rings (12 CFR 1006.6(b)(1)(ii)).
public enum Place {
    HOME,
    WORK,
    MOBILE,
    OTHER
}
