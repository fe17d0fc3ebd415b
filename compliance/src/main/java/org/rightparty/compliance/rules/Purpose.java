package org.rightparty.compliance.rules;

/// What a contact is for. Most telephone law speaks of selling, and does not reach a collection
/// call.
public enum Purpose {
    COLLECTION,
    /// To learn from a third party where the consumer is (12 CFR 1006.10).
    LOCATION,
    SOLICITATION,
    /// To connect a consumer who speaks with us to somebody who may hear of the debt and is no
    /// consumer of it (15 U.S.C. 1692c(b)).
    TRANSFER
}
