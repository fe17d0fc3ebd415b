package org.rightparty.compliance.retention;

/// The steps of an erasure, in their order: what others lead to comes first.
public enum ErasureStep {
    /// Files of sound.
    RECORDINGS,
    /// Salts and values of the ledger's personal facts.
    PERSONAL_FACTS,
    /// What files said of the person that could not be used.
    REJECTS,
    /// Notes, dispositions, promises, callbacks, tasks, drafts.
    AFTER_CALLS,
    /// Attempts, their ends and events, decisions with their inputs, other contacts.
    CALLS,
    /// Holds, consents, preferences.
    RESTRICTIONS,
    /// Numbers, addresses, e-mail, whereabouts.
    WAYS_TO_REACH,
    /// Name, day of birth, last digits; the client's number of each account.
    PERSON
}
