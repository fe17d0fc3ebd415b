package org.rightparty.dialer.pacing;

import java.time.Duration;

/// The mean length of something, learned with a prior worth ten observations and forgotten by
/// count.
final class MeanLength {
    private static final double PRIOR_WEIGHT = 10;
    private static final double MEMORY = 300;

    private final double prior;
    private double sum;
    private double count;

    MeanLength(Duration prior) {
        this.prior = prior.toMillis() / 1000.0;
    }

    void saw(Duration length) {
        double keep = 1 - 1 / MEMORY;
        sum = sum * keep + length.toMillis() / 1000.0;
        count = count * keep + 1;
    }

    double seconds() {
        return (sum + PRIOR_WEIGHT * prior) / (count + PRIOR_WEIGHT);
    }
}
