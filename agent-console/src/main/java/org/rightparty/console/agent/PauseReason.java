package org.rightparty.console.agent;

/// Why an agent is not ready.
public enum PauseReason {
    LOGGED_IN,
    BREAK,
    LUNCH,
    COACHING,
    MEETING,
    TRAINING,
    BACK_OFFICE,
    COOL_DOWN,
    TECHNICAL,
    /// The line was lost or never came up.
    LINE_LOST,
    /// A supervisor took the agent out.
    SUPERVISOR
}
