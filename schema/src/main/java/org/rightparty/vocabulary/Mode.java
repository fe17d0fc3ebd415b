package org.rightparty.vocabulary;

/// How a call comes to be placed. The law treats them apart: a machine that dials ahead of its
/// agents may have to play a recorded message, a person who presses a key does not.
public enum Mode {
    /// More calls than ready agents, in the expectation that most will not be answered.
    PREDICTIVE,
    /// One call for each ready agent.
    PROGRESSIVE,
    /// The agent sees the account first and decides to dial.
    PREVIEW,
    /// The agent chose the number.
    MANUAL
}
