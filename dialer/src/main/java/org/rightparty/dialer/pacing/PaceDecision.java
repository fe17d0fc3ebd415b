package org.rightparty.dialer.pacing;

import java.util.Map;

/// How many to dial and why.
///
/// @param dials calls to place now, 0 or more
/// @param reason one sentence that a supervisor understands
/// @param numbers what it was computed from, by name
public record PaceDecision(int dials, String reason, Map<String, Double> numbers) {
    public PaceDecision {
        if (dials < 0) {
            throw new IllegalArgumentException("cannot dial " + dials);
        }
        numbers = Map.copyOf(numbers);
    }
}
