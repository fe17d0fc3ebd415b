package org.rightparty.dialer.simulation;

import static org.rightparty.dialer.simulation.Written.number;
import static org.rightparty.dialer.simulation.Written.perCent;

import org.rightparty.dialer.simulation.Scenario.AnswerRate;
import org.rightparty.vocabulary.Aim;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.Rate;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/// One thing that somebody thinks of changing on a floor.
public sealed interface Change {
    /// A floor and how it dials.
    record Setup(Scenario scenario, Policy policy) {}

    /// What it changes: no two changes of one question have the same.
    String subject();

    /// The same floor with the change.
    ///
    /// @throws IllegalArgumentException saying in words why that cannot be
    Setup in(Setup before);

    /// What becomes of what, as `18 agents rather than 20`.
    String words(Setup before);

    private static IllegalArgumentException impossible(Change change, Setup before, String why) {
        return new IllegalArgumentException(change.words(before) + " cannot be: " + why);
    }

    /// So many agents more; fewer when it is below 0. Lines stay as they are.
    record Agents(int more) implements Change {
        private static final int MOST = 10_000;

        @Override
        public String subject() {
            return "agents";
        }

        @Override
        public Setup in(Setup before) {
            long count = count(before);
            if (count < 1 || count > MOST) {
                throw impossible(this, before, "there must be 1 to " + number(MOST));
            }
            return new Setup(before.scenario().withTeam((int) count), before.policy());
        }

        private long count(Setup before) {
            return (long) before.scenario().agents().count() + more;
        }

        @Override
        public String words(Setup before) {
            int now = before.scenario().agents().count();
            return number((double) count(before)) + " agents rather than " + number(now);
        }
    }

    /// Ringing at most so many seconds longer; shorter when it is below 0.
    record Ring(int moreS) implements Change {
        private static final double LEAST_S = 5;
        private static final double MOST_S = 120;

        @Override
        public String subject() {
            return "ring";
        }

        @Override
        public Setup in(Setup before) {
            double seconds = seconds(before);
            if (seconds < LEAST_S || seconds > MOST_S) {
                throw impossible(this, before, "a call rings for 5 to 120 s");
            }
            return new Setup(before.scenario().withRingTimeout(seconds), before.policy());
        }

        private double seconds(Setup before) {
            return before.scenario().timing().ringTimeoutS() + moreS;
        }

        @Override
        public String words(Setup before) {
            double now = before.scenario().timing().ringTimeoutS();
            return "ringing " + number(seconds(before)) + " s at most rather than " + number(now);
        }
    }

    /// So many lines more; fewer when it is below 0.
    record Lines(int more) implements Change {
        @Override
        public String subject() {
            return "lines";
        }

        @Override
        public Setup in(Setup before) {
            if (before.scenario().trunks().most() == Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "lines cannot be changed: " + before.scenario().name() + " has no limit");
            }
            long count = count(before);
            if (count < 1 || count >= Integer.MAX_VALUE) {
                throw impossible(this, before, "there must be 1 or more");
            }
            return new Setup(before.scenario().withLines((int) count), before.policy());
        }

        private long count(Setup before) {
            return (long) before.scenario().trunks().most() + more;
        }

        @Override
        public String words(Setup before) {
            int now = before.scenario().trunks().most();
            return number((double) count(before)) + " lines rather than " + number(now);
        }
    }

    /// All day as many answers as are usual at this time of the scenario's day.
    record AnswersAt(LocalTime time) implements Change {
        @Override
        public String subject() {
            return "answers";
        }

        @Override
        public Setup in(Setup before) {
            LocalTime opening = VirtualFloor.OPENING.atOffset(ZoneOffset.UTC).toLocalTime();
            double second = time.toSecondOfDay() - (double) opening.toSecondOfDay();
            double end = before.scenario().durationS();
            if (second < 0 || second > end) {
                LocalTime close = opening.plusSeconds(Math.min((long) end, 53_940));
                throw impossible(this, before, "its day is from " + opening + " to " + close);
            }
            AnswerRate rate = before.scenario().answerRate();
            if (rate.steps().isEmpty() && rate.dayCurve().isEmpty()) {
                throw impossible(this, before, "its answers are the same all day");
            }
            return new Setup(
                    before.scenario()
                            .withAnswers(
                                    new AnswerRate(
                                            AnswerCurve.usual(rate, second),
                                            rate.noiseCv(),
                                            rate.noiseS(),
                                            List.of(),
                                            List.of())),
                    before.policy());
        }

        @Override
        public String words(Setup before) {
            return "answers all day as at " + time;
        }
    }

    /// So many times the answers, at every time of the day.
    record AnswersTimes(double factor) implements Change {
        @Override
        public String subject() {
            return "answers";
        }

        @Override
        public Setup in(Setup before) {
            AnswerRate rate = before.scenario().answerRate();
            double base = rate.base() * factor;
            if (base <= 0 || base > 1) {
                throw impossible(this, before, "a share lies above 0 and up to 100 %");
            }
            return new Setup(
                    before.scenario()
                            .withAnswers(
                                    new AnswerRate(
                                            base,
                                            rate.noiseCv(),
                                            rate.noiseS(),
                                            rate.steps(),
                                            rate.dayCurve())),
                    before.policy());
        }

        @Override
        public String words(Setup before) {
            double now = before.scenario().answerRate().base();
            return perCent(now * factor) + " answered rather than " + perCent(now);
        }
    }

    /// As much talk as this share of abandoned answers allows.
    record AimAt(Rate rate) implements Change {
        @Override
        public String subject() {
            return "aim";
        }

        @Override
        public Setup in(Setup before) {
            Policy policy = before.policy();
            if (policy.mode() != Mode.PREDICTIVE || !policy.isGuarded()) {
                throw impossible(this, before, policy.name() + " works for no aim");
            }
            double ceiling = before.scenario().compliance().maxAbandonRate();
            if (rate.value() > ceiling) {
                throw impossible(this, before, "the ceiling is " + perCent(ceiling));
            }
            return new Setup(before.scenario(), policy.withAim(new Aim.MaximiseTalk(rate)));
        }

        @Override
        public String words(Setup before) {
            return "an aim of " + perCent(rate.value()) + " abandoned";
        }
    }
}
