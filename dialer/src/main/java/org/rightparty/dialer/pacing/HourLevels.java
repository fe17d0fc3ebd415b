package org.rightparty.dialer.pacing;

/// How the answers of each hour of the day compare with the long run, over many days.
final class HourLevels {
    private static final int HOURS = 24;
    private static final double PRIOR = 60;
    private static final double MEMORY_ANSWERS = 3_000;

    private final double[][] sums = new double[HOURS][2];

    static int hour(double epochSeconds) {
        return (int) (Math.floorMod((long) epochSeconds, 86_400L) / 3_600);
    }

    void saw(int hour, double expectation, boolean answered) {
        double[] s = sums[hour];
        double keep = Math.exp(-expectation / MEMORY_ANSWERS);
        s[0] = s[0] * keep + (answered ? 1 : 0);
        s[1] = s[1] * keep + expectation;
    }

    /// What is usual in that hour, 1 when nothing is known of it.
    double usual(int hour) {
        double[] s = sums[hour];
        return (s[0] + PRIOR) / (s[1] + PRIOR);
    }

    double[] figures(int hour) {
        return sums[hour].clone();
    }

    void restore(int hour, double[] figures) {
        sums[hour][0] = figures[0];
        sums[hour][1] = figures[1];
    }
}
