package org.rightparty.dialer.pacing;

import java.util.Locale;

/// What is to be thought of a trunk or a caller-ID, in a sentence. In this order:
///
/// 1. a trunk on which calls get nowhere is dead, or failing: [TrunkHealth] tells;
/// 2. a caller-ID is rejected when 5 or more calls were refused as unwanted or blocked, and these
///    are, less two standard deviations, more than one call in thirty-three;
/// 3. either is failing when its calls are answered at most 0.7 times as often as usual, and that
///    is 3 standard deviations below;
/// 4. with fewer than 5 answers to be expected nothing can be told;
/// 5. else it is sound.
///
/// Hours and lists are neither: they only have odds.
final class NetworkVerdict {
    private static final double REFUSED_LEAST = 5;
    private static final double REFUSED_SHARE = 0.03;
    private static final double SELDOM = 0.7;
    private static final double DEVIATIONS = 3;
    private static final double EXPECTED_LEAST = 5;

    private NetworkVerdict() {}

    static NetworkTally of(NetworkTally t, TrunkHealth health) {
        return switch (t.kind()) {
            case TRUNK -> trunk(t, health);
            case CALLER_ID -> callerId(t);
            case HOUR, LIST -> t;
        };
    }

    private static NetworkTally trunk(NetworkTally t, TrunkHealth health) {
        Standing standing = health.of(t.key());
        return switch (standing) {
            case DEAD ->
                    as(
                            t,
                            standing,
                            "Calls get nowhere and go round it; now and then one tries it.");
            case FAILING -> as(t, standing, "Half of the calls or more get nowhere.");
            case UNTRIED, SOUND, REJECTED -> byAnswers(t);
        };
    }

    private static NetworkTally callerId(NetworkTally t) {
        double refused = t.count(NetworkResult.SPAM) + t.count(NetworkResult.BLOCKED);
        double surely = refused - 2 * Math.sqrt(refused);
        boolean rejected = refused >= REFUSED_LEAST && surely > REFUSED_SHARE * t.calls();
        return rejected
                ? as(
                        t,
                        Standing.REJECTED,
                        String.format(
                                Locale.ROOT,
                                "%.0f of 100 calls are refused as unwanted or blocked.",
                                100 * refused / t.calls()))
                : byAnswers(t);
    }

    private static NetworkTally byAnswers(NetworkTally t) {
        double answered = t.count(NetworkResult.ANSWERED);
        if (isSeldom(answered, t.expected())) {
            return as(
                    t,
                    Standing.FAILING,
                    String.format(
                            Locale.ROOT,
                            "People answer %.1f times as often as usual.",
                            answered / t.expected()));
        } else {
            return t.expected() < EXPECTED_LEAST ? as(t, Standing.UNTRIED, "") : t;
        }
    }

    static boolean isSeldom(double answered, double expected) {
        double deviations = (expected - answered) / Math.sqrt(expected + 0.5);
        return answered <= SELDOM * expected && deviations > DEVIATIONS;
    }

    private static NetworkTally as(NetworkTally t, Standing standing, String reason) {
        return new NetworkTally(
                t.kind(), t.key(), t.counts(), t.odds(), t.expected(), standing, reason);
    }
}
