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
    /// The line was lost, never came up, or carries no sound.
    LINE_LOST,
    /// A preview went back because the agent decided on it neither way within its time.
    PREVIEW_RAN_OUT,
    /// Leaves the desk as soon as nothing more is owed: announced during a call, for after it.
    LOGGING_OUT,
    /// A supervisor took the agent out.
    SUPERVISOR;

    /// Whether a pause for this reason goes on when the program is started anew: somebody chose it,
    /// and it does not end by itself.
    public boolean isKept() {
        return switch (this) {
            case BREAK,
                    LUNCH,
                    COACHING,
                    MEETING,
                    TRAINING,
                    BACK_OFFICE,
                    COOL_DOWN,
                    TECHNICAL,
                    SUPERVISOR ->
                    true;
            case LOGGED_IN, LINE_LOST, PREVIEW_RAN_OUT, LOGGING_OUT -> false;
        };
    }
}
