package org.rightparty.compliance.rules;

/// How well a row is founded. Only what was read in the law itself, and the house's own policy,
/// ships switched on.
public enum Provenance {
    /// The primary text was read.
    VERIFIED,
    /// A note about the text was read.
    SECONDARY,
    /// Not read again; to be confirmed before use.
    MEMORY,
    /// The house decided so.
    HOUSE
}
