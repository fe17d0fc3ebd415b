package org.rightparty.dialer.pacing;

/// How much sooner or later than usual something ends at each age, for one part of the list or one
/// hour of the day: ends seen over ends expected by all else that is known, in a few bands of age.
///
///     ratio = (seen + k) ÷ (expected + k), k ends of prior
///
/// Gamma and Poisson: with nothing seen it is 1, and the campaign's own curve holds as it is. Time
/// that is being spent counts as well: the first to end are the short ones.
final class Bend {
    static final int BANDS = 7;
    static final int FIGURES = 2 * BANDS;
    private static final double LEAST = 0.2;
    private static final double MOST = 5;

    /// Takes ends that were to be expected at an age.
    @FunctionalInterface
    interface Sum {
        void add(double age, double ends);
    }

    private final double[] edges;
    private final double prior;
    private final double memory;
    private final double[] seen = new double[BANDS];
    private final double[] expected = new double[BANDS];
    private final double[] underWay = new double[BANDS];

    /// @param edges where the second and each further band of age begins
    /// @param prior ends in each band that what is usual is worth
    /// @param memory forgets by so many pieces
    Bend(double[] edges, double prior, double memory) {
        this.edges = edges;
        this.prior = prior;
        this.memory = memory;
    }

    private int band(double age) {
        int band = 0;
        while (band < BANDS - 1 && edges[band] <= age) {
            band++;
        }
        return band;
    }

    /// One more piece is over, so older ones count less.
    void fade() {
        double keep = 1 - 1 / memory;
        for (int b = 0; b < BANDS; b++) {
            seen[b] *= keep;
            expected[b] *= keep;
        }
    }

    void ended(double age) {
        seen[band(age)]++;
    }

    void expects(double age, double ends) {
        expected[band(age)] += ends;
    }

    void clearUnderWay() {
        java.util.Arrays.fill(underWay, 0);
    }

    void goesOn(double age, double ends) {
        underWay[band(age)] += ends;
    }

    double at(double age) {
        return ratio(band(age));
    }

    private double ratio(int b) {
        return Math.clamp((seen[b] + prior) / (expected[b] + underWay[b] + prior), LEAST, MOST);
    }

    /// What [#at] comes to over all ages: to tell when from how often.
    double whole() {
        double bent = 0;
        double sum = 0;
        for (int b = 0; b < BANDS; b++) {
            double weight = expected[b] + underWay[b];
            bent += weight * ratio(b);
            sum += weight;
        }
        return sum == 0 ? 1 : bent / sum;
    }

    void figures(double[] into, int from) {
        System.arraycopy(seen, 0, into, from, BANDS);
        System.arraycopy(expected, 0, into, from + BANDS, BANDS);
    }

    void restore(double[] figures, int from) {
        System.arraycopy(figures, from, seen, 0, BANDS);
        System.arraycopy(figures, from + BANDS, expected, 0, BANDS);
    }
}
