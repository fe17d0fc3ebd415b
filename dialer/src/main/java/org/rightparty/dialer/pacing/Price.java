package org.rightparty.dialer.pacing;

/// The highest chance of abandonment at which one more call is worth it, steered so that the
/// abandonment rate of the window meets its target. With M̄ the mean chance over the calls placed
/// and w the answers expected of them:
///
///     outer:  α = target + surplus ÷ 250 answers, within [0.05, 1.5] × target
///     bias    = abandonments seen ÷ foreseen
///     inner:  log θ moves by 0.04 · w · (α ÷ bias − M̄) ÷ target, within ± 3 × 0.04 · w
///
/// Calls that were not placed do not count, so nothing winds up while trunks or the list are short.
final class Price {
    private static final double GAIN = 0.04;
    private static final double SURPLUS_ANSWERS = 250;

    /// More are abandoned than foreseen, until a campaign shows otherwise: five for three.
    private static final double BIAS_PRIOR = 5;

    private static final double BIAS_PRIOR_FORESEEN = 3;
    private static final double FIRST = 0.015;
    private static final double BIAS_MEMORY = 2_500;
    static final double LEAST = 0.002;
    private static final double MOST = 0.95;

    private double logPrice = Math.log(FIRST);
    private double foreseen;
    private double seen;

    double value() {
        return Math.exp(logPrice);
    }

    void abandoned() {
        seen++;
    }

    double bias() {
        return Math.clamp((seen + BIAS_PRIOR) / (foreseen + BIAS_PRIOR_FORESEEN), 0.2, 8);
    }

    /// The abandonment rate to work for now.
    static double wanted(double target, double surplus) {
        return Math.clamp(target + surplus / SURPLUS_ANSWERS, 0.05 * target, 1.5 * target);
    }

    /// Calls were placed from which so many answers are expected.
    void placed(double answers, double meanRisk, double wanted, double target) {
        double keep = Math.exp(-answers / BIAS_MEMORY);
        foreseen = foreseen * keep + answers * meanRisk;
        seen *= keep;
        double off = Math.clamp((wanted / bias() - meanRisk) / target, -3, 3);
        logPrice = Math.clamp(logPrice + GAIN * answers * off, Math.log(LEAST), Math.log(MOST));
    }

    double[] figures() {
        return new double[] {logPrice, foreseen, seen};
    }

    void restore(double[] figures) {
        logPrice = Math.clamp(figures[0], Math.log(LEAST), Math.log(MOST));
        foreseen = figures[1];
        seen = figures[2];
    }
}
