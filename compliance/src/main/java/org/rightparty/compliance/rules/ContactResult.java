package org.rightparty.compliance.rules;

/// What came of a contact, as far as counting goes: the call's outcome, sharpened by the
/// disposition.
public enum ContactResult {
    BUSY,
    NOT_IN_SERVICE,
    NETWORK_BLOCKED,
    RING_NO_ANSWER,
    VOICEMAIL_NO_MESSAGE,
    VOICEMAIL_LEFT,
    ANSWERED_DROPPED,
    ABANDONED,
    /// Somebody else spoke with us.
    ANSWERED_THIRD_PARTY,
    /// A telephone conversation with the consumer, or one not yet proven to be with somebody else.
    CONVERSATION,
    IN_PROGRESS,
    UNKNOWN,
    NEVER_PLACED,
    /// A text or an e-mail left.
    SENT
}
