package org.rightparty.dialer.pacing;

/// The share of dials that a person answers, learned with a prior and forgotten by count:
///
///     rate = (answered + 40 · 0.15) ÷ (resolved + 40), both sums fading with a memory of 600 dials
final class AnswerRate {
    private static final double PRIOR_DIALS = 40;
    private static final double PRIOR_RATE = 0.15;
    private static final double MEMORY_DIALS = 600;

    private double answered;
    private double resolved;
    private long answeredEver;
    private long resolvedEver;

    void sawAnswer() {
        fade();
        answered++;
        resolved++;
        answeredEver++;
        resolvedEver++;
    }

    void sawNone() {
        fade();
        resolved++;
        resolvedEver++;
    }

    double rate() {
        return (answered + PRIOR_DIALS * PRIOR_RATE) / (resolved + PRIOR_DIALS);
    }

    /// Whether enough was seen to dial ahead on it: 40 dials with 10 answers, or 120 dials.
    boolean isKnown() {
        return (resolvedEver >= 40 && answeredEver >= 10) || resolvedEver >= 120;
    }

    private void fade() {
        double keep = 1 - 1 / MEMORY_DIALS;
        answered *= keep;
        resolved *= keep;
    }
}
