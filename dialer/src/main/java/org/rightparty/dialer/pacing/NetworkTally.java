package org.rightparty.dialer.pacing;

import java.util.Map;

/// What the network did with the calls of one trunk, caller-ID, hour or list, older calls counting
/// less.
///
/// @param counts calls of each result, those not named 0
/// @param odds answers beside those usual for the same numbers: 1 when as usual, pulled to 1 while
///     few were expected
/// @param expected answers that were usual
public record NetworkTally(
        Kind kind,
        String key,
        Map<NetworkResult, Double> counts,
        double odds,
        double expected,
        Standing standing,
        String reason) {
    public NetworkTally {
        counts = Map.copyOf(counts);
    }

    /// By what calls are told apart.
    public enum Kind {
        /// A key is the trunk's name.
        TRUNK(600),
        /// A key is the number shown.
        CALLER_ID(86_400),
        /// A key is the hour of the day on the consumer's clock, `0` to `23`; in UTC where that is
        /// not known.
        HOUR(14 * 86_400),
        /// A key is the portfolio's name.
        LIST(7 * 86_400);

        final double halfLifeSeconds;

        Kind(double halfLifeSeconds) {
            this.halfLifeSeconds = halfLifeSeconds;
        }
    }

    public double count(NetworkResult result) {
        return counts.getOrDefault(result, 0.0);
    }

    public double calls() {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
