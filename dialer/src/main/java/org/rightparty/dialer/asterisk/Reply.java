package org.rightparty.dialer.asterisk;

/// What came of an action.
enum Reply {
    /// Accepted. For an originate this means queued, no more.
    DONE,
    /// The switch said no.
    REFUSED,
    /// It never left us.
    NOT_SENT,
    /// No answer in time, or the link broke: it may have been done.
    LOST
}
