package org.rightparty.dialer.simulation;

import java.util.List;

/// A mean over replications with its 95 % confidence interval, mean ± half, by Student's t.
public record Interval(double mean, double half) {
    /// Two-sided 97.5 % quantiles of Student's t for 1, 2, 3, … degrees of freedom.
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
        2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.96;

    public static Interval of(List<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double half = n < 2 ? 0 : t(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new Interval(mean, half);
    }

    private static double t(int degrees) {
        return degrees <= T.length ? T[degrees - 1] : NORMAL;
    }
}
