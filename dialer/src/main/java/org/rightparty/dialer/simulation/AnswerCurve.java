package org.rightparty.dialer.simulation;

import org.rightparty.dialer.simulation.Scenario.AnswerRate;
import org.rightparty.dialer.simulation.Scenario.Point;

import java.util.List;
import java.util.random.RandomGenerator;

/// The chance that a person answers, over one simulated day. The noise is the exponential of an
/// Ornstein-Uhlenbeck process, straight between points half a minute apart.
final class AnswerCurve {
    private static final double GRID_S = 30;
    private static final double MOST = 0.99;

    private final AnswerRate rate;
    private final double[] noise;

    AnswerCurve(AnswerRate rate, double durationS, long seed) {
        this.rate = rate;
        this.noise = noise(rate, (int) Math.ceil(durationS / GRID_S) + 2, seed);
    }

    private static double[] noise(AnswerRate rate, int points, long seed) {
        RandomGenerator chance = Chance.of(seed, Chance.Stream.WEATHER, 0);
        double variance = Math.log1p(rate.noiseCv() * rate.noiseCv());
        double keep = Math.exp(-GRID_S / rate.noiseS());
        double fresh = Math.sqrt(1 - keep * keep);
        double x = chance.nextGaussian();
        double[] noise = new double[points];
        for (int i = 0; i < points; i++) {
            noise[i] = Math.exp(Math.sqrt(variance) * x - variance / 2);
            x = keep * x + fresh * chance.nextGaussian();
        }
        return noise;
    }

    /// @param factor of the number's own
    double at(double second, double factor) {
        double chance = usual(rate, second) * noise(second) * factor;
        return Math.clamp(chance, 0, MOST);
    }

    /// Without the noise.
    static double usual(AnswerRate rate, double second) {
        return rate.base() * curve(rate, second) * step(rate, second);
    }

    private double noise(double second) {
        double place = Math.clamp(second / GRID_S, 0, noise.length - 1.001);
        int left = (int) place;
        double share = place - left;
        return noise[left] * (1 - share) + noise[left + 1] * share;
    }

    private static double step(AnswerRate rate, double second) {
        double multiplier = 1;
        for (Point step : rate.steps()) {
            multiplier = step.atS() <= second ? step.multiplier() : multiplier;
        }
        return multiplier;
    }

    private static double curve(AnswerRate rate, double second) {
        List<Point> points = rate.dayCurve();
        if (points.isEmpty()) {
            return 1;
        }
        Point before = points.getFirst();
        for (Point point : points) {
            if (point.atS() > second) {
                return between(before, point, second);
            }
            before = point;
        }
        return before.multiplier();
    }

    private static double between(Point before, Point after, double second) {
        double width = after.atS() - before.atS();
        double share = width <= 0 ? 0 : Math.max(0, (second - before.atS()) / width);
        return before.multiplier() + share * (after.multiplier() - before.multiplier());
    }
}
