package org.rightparty.dialer.pacing;

/// When calls in set-up and ringing ones will be answered, at the long run's level: tables made
/// from the campaign's races, as they bend for a part of the list in an hour.
final class AnswersAhead {
    final Ahead fromSetUp = new Ahead(CallCurves.SET_UP_BINS);
    final Ahead fromRing = new Ahead(CallCurves.RING_BINS);
    private final Hazards setUp = new Hazards(CallCurves.SET_UP_BINS);
    private final Hazards ring = new Hazards(CallCurves.RING_BINS);
    private final double[] answersBefore = new double[CallCurves.RING_BINS];
    private final double[] fresh = new double[CallCurves.RING_BINS];

    /// For each bin of age: the chance of an answer at the long run's level for a usual number, and
    /// of those answers the share that has come by the end of each slice.
    static final class Ahead {
        final double[] chance;
        final double[][] by;

        Ahead(int bins) {
            chance = new double[bins];
            by = new double[bins][Slices.COUNT];
        }

        private void clear(int b) {
            chance[b] = 0;
            java.util.Arrays.fill(by[b], 0);
        }

        private void add(int b, double seconds, double probability) {
            chance[b] += probability;
            int j = Slices.of(seconds);
            if (j < Slices.COUNT) {
                by[b][j] += probability;
            }
        }

        private void finish(int b) {
            double sum = 0;
            double whole = Math.max(chance[b], 1e-12);
            for (int j = 0; j < Slices.COUNT; j++) {
                sum += by[b][j];
                by[b][j] = sum / whole;
            }
        }

        /// From each age of a race on, as it stands.
        void run(Race race) {
            Hazards hazards = new Hazards(race.bins);
            hazards.of(race);
            run(hazards, 0);
        }

        /// @param shift how much later than the race's end
        private void run(Hazards race, double shift) {
            for (int from = 0; from < chance.length; from++) {
                clear(from);
                double alive = 1;
                for (int b = from; b < chance.length; b++) {
                    double seconds = (b - from) * race.width + shift;
                    add(from, seconds, alive * race.wins(b));
                    alive *= 1 - race.ends[b];
                }
                finish(from);
            }
        }
    }

    /// The two ways out of a race in each bin.
    private static final class Hazards {
        private double width;
        private final double[] win;
        private final double[] lose;

        /// The chance that it ends within the bin.
        private final double[] ends;

        Hazards(int bins) {
            win = new double[bins];
            lose = new double[bins];
            ends = new double[bins];
        }

        void of(Race race) {
            width = race.width;
            for (int b = 0; b < win.length; b++) {
                set(b, race.winHazard(b), race.loseHazard(b));
            }
        }

        void set(int b, double wins, double loses) {
            win[b] = wins;
            lose[b] = loses;
            ends[b] = 1 - Math.exp(-width * (wins + loses));
        }

        /// The chance that it ends there the first way.
        double wins(int b) {
            return ends[b] * (win[b] / (win[b] + lose[b]));
        }
    }

    /// @param shift how long machine detection takes
    void rebuild(CallCurves calls, double shift, Bends part, Bends hour) {
        setUp.of(calls.setUp);
        ring.width = calls.ring.width;
        double whole = part.answered.whole() * hour.answered.whole();
        double sum = 0;
        for (int b = 0; b < fresh.length; b++) {
            double age = b * ring.width;
            double win = part.answered.at(age) * hour.answered.at(age) / whole;
            double lose = part.missed.at(age) * hour.missed.at(age);
            ring.set(b, calls.ring.winHazard(b) * win, calls.ring.loseHazard(b) * lose);
            answersBefore[b] = sum;
            sum += ring.win[b] * ring.width;
        }
        fromRing.run(ring, shift);
        throughSetUp(shift);
    }

    /// How many answers were to be expected of a usual number that rang so long.
    double expected(double ringSeconds) {
        int b = Math.clamp((int) (ringSeconds / ring.width), 0, fresh.length - 1);
        double within = Math.min(ringSeconds - b * ring.width, ring.width);
        return answersBefore[b] + ring.win[b] * within;
    }

    private void throughSetUp(double shift) {
        double ringing = 1;
        for (int r = 0; r < fresh.length; r++) {
            fresh[r] = ringing * ring.wins(r);
            ringing *= 1 - ring.ends[r];
        }
        for (int from = 0; from < fromSetUp.chance.length; from++) {
            fromSetUp.clear(from);
            double alive = 1;
            for (int b = from; b < fromSetUp.chance.length; b++) {
                double rings = alive * setUp.wins(b);
                double seconds = (b - from) * setUp.width + shift;
                for (int r = 0; rings > 1e-9 && r < fresh.length; r++) {
                    fromSetUp.add(from, seconds + (r + 0.5) * ring.width, rings * fresh[r]);
                }
                alive *= 1 - setUp.ends[b];
            }
            fromSetUp.finish(from);
        }
    }
}
