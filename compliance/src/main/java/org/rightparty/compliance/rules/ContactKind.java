package org.rightparty.compliance.rules;

/// The kinds of contact that rules count.
public enum ContactKind {
    CALL_PLACED,
    INBOUND_CALL,
    TEXT_SENT,
    EMAIL_SENT
}
