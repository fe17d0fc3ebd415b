package org.rightparty.compliance.rules;

/// Whose voice the person who answers hears. The law treats a recorded or made-up voice apart
/// (47 USC 227(b)(1)(A)(iii); FCC 24-17).
public enum Voice {
    LIVE,
    PRERECORDED,
    ARTIFICIAL
}
