package org.rightparty.compliance.rules;

/// When what a permit obliges to is due.
public enum Duty {
    /// Before anything is said of the debt.
    BEFORE_CONTENT,
    /// Before, or as the first thing in, a recording.
    BEFORE_RECORDING,
    /// During the call.
    ON_CALL,
    /// A message left must keep to it.
    ON_MESSAGE,
    /// Within five days of the first communication.
    WITHIN_5_DAYS
}
