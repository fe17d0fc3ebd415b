package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.AnswersAhead.Ahead;
import org.rightparty.dialer.pacing.Floor.Dial;

import java.util.List;

/// When a call in flight will be answered by a person: learned races of set-up (rings or fails),
/// ring (a person picks up, or anything else) and screening (a person or a machine), and from them,
/// for each phase and age, the chance of an answer and when it comes.
final class CallCurves {
    private static final double MEMORY_ANSWERS = 6_000;
    private static final double SCREENING_LONGEST = 10;
    private static final double USUAL_SET_UP_SECONDS = 2.5;

    static final int SET_UP_BINS = 24;
    static final int RING_BINS = 41;

    final Race setUp = new Race(SET_UP_BINS, 0.5);
    final Race ring = new Race(RING_BINS, 1);
    final Race screening = new Race(20, 0.5);
    private final AnswersAhead usual = new AnswersAhead();
    private final Bends straight = Bends.ofPart();
    private double screenings;
    private double screeningSeconds;

    final Ahead fromSetUp = usual.fromSetUp;
    final Ahead fromRing = usual.fromRing;
    final Ahead fromScreening = new Ahead(screening.bins);

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
    double expected(AnswersAhead ahead, Lead lead, double ringSeconds) {
        return ahead.expected(ringSeconds) * odds(lead, ringSeconds);
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
        rebuild(usual, straight, straight);
        fromScreening.run(screening);
    }

    /// Makes the tables of a part of the list in an hour.
    void rebuild(AnswersAhead ahead, Bends part, Bends hour) {
        double shift = screenings < 1 ? 0 : screeningSeconds / screenings;
        ahead.rebuild(this, shift, part, hour);
    }

    /// What a call that rang so long says of how these curves bend.
    ///
    /// @param level how many answers there are now of such numbers, compared with the long run
    /// @param other what else bends the curves for this call
    void tell(Lead lead, double rung, boolean answered, double level, Bends own, Bends other) {
        own.answered.fade();
        own.missed.fade();
        expect(lead, rung, level, other, own.answered::expects, own.missed::expects);
        (answered ? own.answered : own.missed).ended(rung);
    }

    /// The same of a call that goes on ringing.
    void goesOn(Lead lead, double rung, double level, Bends own, Bends other) {
        expect(lead, rung, level, other, own.answered::goesOn, own.missed::goesOn);
    }

    private void expect(
            Lead lead, double rung, double level, Bends other, Bend.Sum answers, Bend.Sum misses) {
        double times = level * odds(lead, rung) / other.answered.whole();
        int last = ring.bin(rung);
        for (int b = 0; b <= last; b++) {
            double age = b * ring.width;
            double here = b < last ? ring.width : Math.min(rung - age, ring.width);
            answers.add(age, here * ring.winHazard(b) * times * other.answered.at(age));
            misses.add(age, here * ring.loseHazard(b) * other.missed.at(age));
        }
    }
}
