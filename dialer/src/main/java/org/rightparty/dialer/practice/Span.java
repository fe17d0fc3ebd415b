package org.rightparty.dialer.practice;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// A length of time drawn by chance: log-normal about its median, cut off at both ends.
///
/// @param spread standard deviation of the logarithm; 0 gives the median always
public record Span(Duration median, double spread, Duration least, Duration most) {
    public Span {
        if (least.compareTo(most) > 0 || median.isNegative() || spread < 0) {
            throw new IllegalArgumentException("impossible span: " + least + " to " + most);
        }
    }

    public static Span always(Duration length) {
        return new Span(length, 0, length, length);
    }

    Duration draw(RandomGenerator chance) {
        double factor = Math.exp(spread * chance.nextGaussian());
        long millis = Math.round(median.toMillis() * factor);
        return Duration.ofMillis(Math.clamp(millis, least.toMillis(), most.toMillis()));
    }
}
