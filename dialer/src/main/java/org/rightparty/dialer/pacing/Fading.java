package org.rightparty.dialer.pacing;

/// Sums that halve in a given time.
final class Fading {
    private final double halfLifeSeconds;
    private final double[] sums;
    private double at = Double.NaN;

    Fading(double halfLifeSeconds, int count) {
        this.halfLifeSeconds = halfLifeSeconds;
        this.sums = new double[count];
    }

    /// @param now in seconds; an earlier one than the last changes nothing
    void fade(double now) {
        if (now > at) {
            double keep = Math.exp(-(now - at) * Math.log(2) / halfLifeSeconds);
            for (int i = 0; i < sums.length; i++) {
                sums[i] *= keep;
            }
        }
        at = Double.isNaN(at) ? now : Math.max(at, now);
    }

    void add(int place, double amount) {
        sums[place] += amount;
    }

    double sum(int place) {
        return sums[place];
    }

    /// The sums and behind them their time.
    double[] figures() {
        double[] figures = java.util.Arrays.copyOf(sums, sums.length + 1);
        figures[sums.length] = at;
        return figures;
    }

    void restore(double[] figures) {
        System.arraycopy(figures, 0, sums, 0, sums.length);
        at = figures[sums.length];
    }
}
