package org.rightparty.vocabulary;

/// Why this attempt is made now. Every path goes through the same gate.
public enum DialPath {
    /// The next account of a campaign.
    CAMPAIGN,
    /// The consumer asked to be called at this time.
    CALLBACK,
    /// A supervisor or the program tries an account again.
    RETRY,
    /// An agent asked for this number.
    AGENT,
    /// Somebody else is called so that the consumer, who is on a call, can speak with them.
    TRANSFER
}
