package org.rightparty.dialer.pacing;

/// How many to dial and why.
///
/// @param dials calls to place now, 0 or more
public record PaceDecision(int dials, Reasons reasons) {
    public PaceDecision {
        if (dials < 0) {
            throw new IllegalArgumentException("cannot dial " + dials);
        }
    }

    /// One sentence that a supervisor understands.
    public String reason() {
        return reasons.sentence();
    }
}
