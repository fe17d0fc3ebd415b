package org.rightparty.dialer.pacing;

/// How long agents wait for a person, and the price that makes them wait about as long as is
/// wanted: the time that ready agents spent, over the people they took, both fading.
final class Waits {
    private static final double MEMORY_SERVED = 40;
    private static final double GAIN = 0.03;
    private static final double LEAST = 1e-4;

    private double waited;
    private double served;
    private double logPrice = Math.log(0.015);
    private double wanted = Double.NaN;
    private double at = Double.NaN;

    void followed(Floor floor, double now) {
        if (now > at) {
            waited += (now - at) * floor.ready();
        }
        at = now;
    }

    void served() {
        double keep = 1 - 1 / MEMORY_SERVED;
        waited *= keep;
        served = served * keep + 1;
        if (!Double.isNaN(wanted)) {
            double off = Math.clamp((mean() - wanted) / wanted, -1, 1);
            logPrice = Math.clamp(logPrice + GAIN * off, Math.log(LEAST), 0);
        }
    }

    /// The mean wait in seconds; 0 before anybody was served.
    double mean() {
        return served == 0 ? 0 : waited / served;
    }

    /// All that it holds, to go on from.
    double[] figures() {
        return new double[] {waited, served, logPrice, wanted, at};
    }

    void restore(double[] figures) {
        waited = figures[0];
        served = figures[1];
        logPrice = figures[2];
        wanted = figures[3];
        at = figures[4];
    }

    /// The price that steers the mean wait to so many seconds.
    double price(double seconds) {
        wanted = Math.max(0.1, seconds);
        return Math.exp(logPrice);
    }
}
