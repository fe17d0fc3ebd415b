package org.rightparty.compliance.rules;

/// What a contact is for. Most telephone law speaks of selling, and does not reach a collection
/// call.
public enum Purpose {
    COLLECTION,
    /// To learn from a third party where the consumer is (12 CFR 1006.10).
    LOCATION,
    SOLICITATION
}
