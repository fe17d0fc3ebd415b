package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.Floor.Dial;

import java.util.List;

/// When a call in flight will be answered by a person: learned races of set-up (rings or fails),
/// ring (a person picks up, or anything else) and screening (a person or a machine), and from them,
/// for each phase and age, the chance of an answer and when it comes.
final class CallCurves {
    private static final double MEMORY_ANSWERS = 6_000;
    private static final double SCREENING_LONGEST = 10;
    private static final double USUAL_SET_UP_SECONDS = 2.5;

    final Race setUp = new Race(24, 0.5);
    final Race ring = new Race(41, 1);
    final Race screening = new Race(20, 0.5);
    private final double[] answerHazard = new double[ring.bins];
    private final double[] answersBefore = new double[ring.bins];
    private double screenings;
    private double screeningSeconds;

    final Ahead fromSetUp = new Ahead(setUp.bins);
    final Ahead fromRing = new Ahead(ring.bins);
    final Ahead fromScreening = new Ahead(screening.bins);

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
    }

    CallCurves() {
        setUp.suppose(40, 0.9, 2.5, 1);
        ring.suppose(40, 0.15, 9, 24);
        screening.suppose(10, 0.5, 1.5, 2);
        rebuild();
    }

    int setUpBin(double age) {
        return setUp.bin(age);
    }

    int ringBin(double age) {
        return ring.bin(age);
    }

    int screeningBin(double age) {
        return screening.bin(age);
    }

    /// A person picked up.
    void answered(Lead lead, double setUpSeconds, double ringSeconds, double screened) {
        double keep = 1 - 1 / MEMORY_ANSWERS;
        setUp.fade(keep);
        ring.fade(keep);
        setUp.saw(setUpSeconds, true, 1);
        ring.saw(ringSeconds, true, odds(lead, ringSeconds));
        if (screened > 0) {
            screening.fade(1 - 1 / 500.0);
            screening.saw(screened, true, 1);
            screenings = screenings * 0.995 + 1;
            screeningSeconds = screeningSeconds * 0.995 + screened;
        }
    }

    /// The call ended without a person.
    void unanswered(
            Lead lead, Floor.Phase phase, double setUpSeconds, double rung, double screened) {
        switch (phase) {
            case SET_UP -> setUp.saw(setUpSeconds, false, 1);
            case RINGING -> {
                setUp.saw(setUpSeconds, true, 1);
                ring.saw(rung, false, odds(lead, rung));
            }
            case SCREENING -> {
                setUp.saw(setUpSeconds, true, 1);
                ring.saw(rung, false, odds(lead, rung));
                screening.saw(Math.min(screened, SCREENING_LONGEST), false, 1);
            }
        }
    }

    /// How many answers were to be expected of a call that rang so long, at the long run's level.
    double expected(Lead lead, double ringSeconds) {
        int b = ring.bin(ringSeconds);
        double within = Math.min(ringSeconds - b * ring.width, ring.width);
        return (answersBefore[b] + answerHazard[b] * within) * odds(lead, ringSeconds);
    }

    /// How long a call in flight has rung.
    double rung(Dial dial) {
        return switch (dial.phase()) {
            case SET_UP -> 0;
            case RINGING -> Slices.seconds(dial.phaseAge());
            case SCREENING ->
                    Math.max(
                            0,
                            Slices.seconds(dial.age())
                                    - Slices.seconds(dial.phaseAge())
                                    - USUAL_SET_UP_SECONDS);
        };
    }

    /// How much likelier an answer at any moment is than from the usual number: half-way through
    /// the ring stands for all of it.
    private double odds(Lead lead, double ringSeconds) {
        if (lead.odds() == 1) {
            return 1;
        }
        double q = fromRing.chance[ring.bin(ringSeconds / 2)];
        return lead.odds() / (1 - q + q * lead.odds());
    }

    /// How many were screened of late, and for how long together.
    double[] screened() {
        return new double[] {screenings, screeningSeconds};
    }

    void restoreScreened(double[] figures) {
        screenings = figures[0];
        screeningSeconds = figures[1];
    }

    /// Makes the tables anew from what was learned.
    ///
    /// @param dials calls in flight, whose time so far counts
    final void rebuild(List<Dial> dials) {
        setUp.clearUnderWay();
        ring.clearUnderWay();
        for (Dial dial : dials) {
            switch (dial.phase()) {
                case SET_UP -> setUp.goesOn(Slices.seconds(dial.phaseAge()), 1);
                case RINGING -> {
                    double rung = rung(dial);
                    ring.goesOn(rung, odds(dial.lead(), rung));
                }
                case SCREENING -> {}
            }
        }
        rebuild();
    }

    private void rebuild() {
        double sum = 0;
        for (int b = 0; b < ring.bins; b++) {
            answerHazard[b] = ring.winHazard(b);
            answersBefore[b] = sum;
            sum += answerHazard[b] * ring.width;
        }
        double shift = screenings < 1 ? 0 : screeningSeconds / screenings;
        for (int b = 0; b < ring.bins; b++) {
            run(ring, fromRing, b, shift);
        }
        for (int b = 0; b < screening.bins; b++) {
            run(screening, fromScreening, b, 0);
        }
        double[] fresh = fresh();
        for (int b = 0; b < setUp.bins; b++) {
            throughSetUp(b, fresh, shift);
        }
    }

    /// The chance of an answer in each second of the ring.
    private double[] fresh() {
        double[] fresh = new double[ring.bins];
        double alive = 1;
        for (int b = 0; b < ring.bins; b++) {
            double end = end(ring, b);
            fresh[b] = alive * end * winShare(ring, b);
            alive *= 1 - end;
        }
        return fresh;
    }

    private static double end(Race race, int b) {
        return 1 - Math.exp(-race.width * (race.winHazard(b) + race.loseHazard(b)));
    }

    private static double winShare(Race race, int b) {
        double win = race.winHazard(b);
        return win / (win + race.loseHazard(b));
    }

    private static void run(Race race, Ahead ahead, int from, double shift) {
        ahead.clear(from);
        double alive = 1;
        for (int b = from; b < race.bins; b++) {
            double end = end(race, b);
            double seconds = (b - from) * race.width + shift;
            ahead.add(from, seconds, alive * end * winShare(race, b));
            alive *= 1 - end;
        }
        ahead.finish(from);
    }

    private void throughSetUp(int from, double[] fresh, double shift) {
        fromSetUp.clear(from);
        double alive = 1;
        for (int b = from; b < setUp.bins; b++) {
            double end = end(setUp, b);
            double rings = alive * end * winShare(setUp, b);
            double seconds = (b - from) * setUp.width + shift;
            for (int r = 0; rings > 1e-9 && r < fresh.length; r++) {
                fromSetUp.add(from, seconds + (r + 0.5) * ring.width, rings * fresh[r]);
            }
            alive *= 1 - end;
        }
        fromSetUp.finish(from);
    }
}
