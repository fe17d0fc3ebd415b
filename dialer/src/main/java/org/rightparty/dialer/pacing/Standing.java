package org.rightparty.dialer.pacing;

/// What is to be thought of a trunk or a caller-ID.
public enum Standing {
    /// Too few calls to tell.
    UNTRIED,
    SOUND,
    /// A trunk on which half of the calls or more get nowhere; a caller-ID, or a trunk, whose calls
    /// are answered far more seldom than usual.
    FAILING,
    /// A trunk on which hardly any call gets anywhere.
    DEAD,
    /// A caller-ID whose calls are refused as unwanted.
    REJECTED
}
