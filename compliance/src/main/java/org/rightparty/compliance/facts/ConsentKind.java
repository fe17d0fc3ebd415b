package org.rightparty.compliance.facts;

/// What somebody can consent to, by the names that rulebooks use.
public enum ConsentKind {
    TCPA_PRIOR_EXPRESS("Dialing by machine, and played messages"),
    EXTRA_CALLS("More calls than the limits allow"),
    TIME("Calls at hours that are otherwise closed"),
    TEXT("Text messages"),
    EMAIL("E-mail"),
    RECORDING("Recording"),
    THIRD_PARTY("Speaking with somebody else about the debt"),
    FTSA_WRITTEN("Sales calls dialed by machine, in writing (Florida)");

    private final String label;

    ConsentKind(String label) {
        this.label = label;
    }

    /// What staff call it.
    public String label() {
        return label;
    }

    /// Whether only what was given to us directly counts (12 CFR 1006.6(b)(4)(i) and
    /// 1006.14(b)(3)(i)).
    public boolean isDirectOnly() {
        return this == TIME || this == EXTRA_CALLS;
    }
}
