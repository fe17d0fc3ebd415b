package org.rightparty.dialer.pacing;

/// [Shortage] by the normal distribution, for large teams: independent chances, and besides them
/// what is not known of the answer level, which moves all answers together.
final class NormalShortage implements Shortage {
    private final double[] mean = new double[Slices.COUNT];
    private final double[] variance = new double[Slices.COUNT];
    private final double[] chance = new double[Slices.COUNT];
    private double uncertainty;

    /// @param levelVariance variance of the answer level, relative to its square
    void unsure(double levelVariance) {
        uncertainty = levelVariance;
    }

    @Override
    public Answer most(Forecast f, double price, int most) {
        for (int j = 0; j < Slices.COUNT; j++) {
            mean[j] = f.waiting + f.claimed[j] + f.answersMean[j] - f.ready - f.freesMean[j] + 0.5;
            variance[j] = f.answersVariance[j] + f.freesVariance[j] + f.claimed[j];
        }
        double first = risk(f, 1);
        if (most <= 0 || first > price) {
            return new Answer(0, first, 0);
        }
        int low = 1;
        int high = 2;
        while (high <= most && risk(f, high) <= price) {
            low = high;
            high *= 2;
        }
        high = Math.min(high, most + 1);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (risk(f, middle) <= price) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double last = low == 1 ? first : risk(f, low);
        return new Answer(low, last, low == 1 ? first : meanRisk(f, first, last, low));
    }

    /// Simpson over the calls: M is smooth in k.
    private double meanRisk(Forecast f, double first, double last, int dials) {
        return dials < 3 ? (first + last) / 2 : (first + 4 * risk(f, (1 + dials) / 2) + last) / 6;
    }

    private double risk(Forecast f, int k) {
        int others = k - 1 + f.ordered;
        for (int j = 0; j < Slices.COUNT; j++) {
            double g = f.fresh[j];
            double answers = f.answersMean[j] + others * g;
            double m = mean[j] + others * g;
            double v = variance[j] + others * g * (1 - g) + answers * answers * uncertainty;
            chance[j] = above(-m / Math.sqrt(v + 1e-6));
        }
        return Shortage.weigh(f, chance);
    }

    /// P(Z > z) of the standard normal; Abramowitz and Stegun 26.2.17, error below 7.5e-8.
    static double above(double z) {
        double x = Math.abs(z);
        if (x > 8) {
            return z > 0 ? 0 : 1;
        }
        double t = 1 / (1 + 0.2316419 * x);
        double poly = 1.330274429;
        poly = poly * t - 1.821255978;
        poly = poly * t + 1.781477937;
        poly = poly * t - 0.356563782;
        poly = (poly * t + 0.319381530) * t;
        double tail = 0.3989422804 * Math.exp(-x * x / 2) * poly;
        return z > 0 ? tail : 1 - tail;
    }
}
