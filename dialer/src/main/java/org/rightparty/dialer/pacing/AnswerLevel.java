package org.rightparty.dialer.pacing;

/// How the odds of an answer now compare with the long run: answers seen over answers expected,
/// both fading, pulled to what is usual by a prior.
///
///     level = (seen + k · usual) ÷ (expected + k), k = 12, usual: of this hour of the day
///
/// Beside it look-outs for sudden changes, which replace it at once by what was seen since: a short
/// window that is higher than chance explains, and Page's test for half and for twice as many,
///
///     score = max(0, score + answers · ln times − expected · level · (times − 1))
final class AnswerLevel {
    private static final double PRIOR = 12;
    private static final double UP = 3.6;
    private static final double UP_SURER = 0.25;

    /// The flow of answers, in seconds of memory, and from how many a second on a look-out must be
    /// surer: among more answers chance strikes more often.
    private static final double FLOW_SECONDS = 120;

    private static final double USUAL_FLOW = 0.1;
    private static final double LEAST = 0.1;
    private static final double MOST = 8;

    private final Window slow = new Window(400, 1_800);
    private final Shift fall = new Shift(0.5, 6.5);
    private final Shift rise = new Shift(2, 6);
    private final Window fast = new Window(20, 300);
    private double usual = 1;
    private double at = Double.NaN;
    private double flow;
    private long changes;

    /// Answers seen and expected, forgotten by count and by time.
    private static final class Window {
        private final double memoryAnswers;
        private final double memorySeconds;
        private double seen;
        private double expected;

        Window(double memoryAnswers, double memorySeconds) {
            this.memoryAnswers = memoryAnswers;
            this.memorySeconds = memorySeconds;
        }

        void saw(double expectation, int answers, double seconds) {
            double keep = Math.exp(-expectation / memoryAnswers - seconds / memorySeconds);
            seen = seen * keep + answers;
            expected = expected * keep + expectation;
        }

        /// How many standard deviations it lies off such a level.
        double off(double level) {
            double foreseen = level * expected;
            return (seen - foreseen) / Math.sqrt(foreseen + 0.5);
        }
    }

    /// Whether answers have become so many `times` as many, and what was seen since that began.
    private static final class Shift {
        private final double times;
        private final double sure;
        private double score;
        private double seen;
        private double expected;

        Shift(double times, double sure) {
            this.times = times;
            this.sure = sure;
        }

        /// @param surer how much more sure than usual to be
        boolean saw(double expectation, int answers, double level, double surer) {
            score += answers * Math.log(times) - expectation * level * (times - 1);
            seen += answers;
            expected += expectation;
            boolean shifted = score > sure + surer;
            if (score <= 0) {
                forget();
            }
            return shifted;
        }

        void forget() {
            restore(0, 0, 0);
        }

        void restore(double score, double seen, double expected) {
            this.score = score;
            this.seen = seen;
            this.expected = expected;
        }
    }

    /// So many answers came, in a time in which so many were to be expected.
    void saw(double expectation, int answers, double now) {
        double seconds = now > at ? now - at : 0;
        at = now;
        flow = flow * Math.exp(-seconds / FLOW_SECONDS) + answers;
        double surer = Math.log(Math.max(1, flow / FLOW_SECONDS / USUAL_FLOW));
        boolean fell = fall.saw(expectation, answers, value(), surer);
        boolean rose = rise.saw(expectation, answers, value(), surer);
        slow.saw(expectation, answers, seconds);
        fast.saw(expectation, answers, seconds);
        if (fast.off(value()) > UP + UP_SURER * surer) {
            change(fast.seen, fast.expected);
        } else if (rose) {
            change(rise.seen, rise.expected);
        } else if (fell) {
            change(fall.seen, fall.expected);
        }
    }

    private void change(double seen, double expected) {
        slow.seen = seen;
        slow.expected = expected;
        fall.forget();
        rise.forget();
        changes++;
    }

    /// The long run, by which answers are expected, was learned anew: it is now so many times what
    /// it was. What was expected before counts as if it had been known then.
    void measureBy(double ratio) {
        slow.expected *= ratio;
        fall.expected *= ratio;
        rise.expected *= ratio;
        fast.expected *= ratio;
    }

    /// What is usual in this hour of the day: where the level rests when nothing is seen.
    void usually(double level) {
        usual = level;
    }

    double value() {
        return Math.clamp((slow.seen + PRIOR * usual) / (slow.expected + PRIOR), LEAST, MOST);
    }

    /// The variance of the level relative to its square.
    double uncertainty() {
        return 1 / (slow.expected + PRIOR);
    }

    /// All that it holds, to go on from.
    double[] figures() {
        return new double[] {
            slow.seen,
            slow.expected,
            fast.seen,
            fast.expected,
            fall.score,
            fall.seen,
            fall.expected,
            rise.score,
            rise.seen,
            rise.expected,
            usual,
            at,
            flow,
            changes
        };
    }

    void restore(double[] f) {
        slow.seen = f[0];
        slow.expected = f[1];
        fast.seen = f[2];
        fast.expected = f[3];
        fall.restore(f[4], f[5], f[6]);
        rise.restore(f[7], f[8], f[9]);
        usual = f[10];
        at = f[11];
        flow = f[12];
        changes = (long) f[13];
    }

    /// How often a sudden change was found.
    long changes() {
        return changes;
    }
}
