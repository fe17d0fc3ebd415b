package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.AgentPaces.Own;
import org.rightparty.dialer.pacing.Floor.Dial;
import org.rightparty.dialer.pacing.Floor.Seat;

/// Answers to come and agents to come free, by slices of the near future, each cumulated: of every
/// call in flight the chance that it is answered by slice `j`, of every busy agent the chance of
/// being free in time for it. One is kept and filled anew for each decision.
final class Forecast {
    private static final int STEP = 64;

    /// One row for each call in flight that may still be answered.
    double[][] answers = new double[STEP][Slices.COUNT];

    int calls;

    /// One row for each busy agent who may come free.
    double[][] frees = new double[STEP][Slices.COUNT];

    int busy;

    final double[] answersMean = new double[Slices.COUNT];
    final double[] answersVariance = new double[Slices.COUNT];
    final double[] freesMean = new double[Slices.COUNT];
    final double[] freesVariance = new double[Slices.COUNT];

    /// Of one more call: the chance that it is answered by slice `j`.
    final double[] fresh = new double[Slices.COUNT];

    /// Agents that other work takes by slice `j`, and how many calls of that are surely due.
    final double[] claimed = new double[Slices.COUNT];

    int ready;
    int waiting;
    int ordered;

    void fill(Floor floor, Learned learned) {
        double level = learned.level().value();
        double stay = 1 - learned.pauses.chance();
        clear();
        waiting = floor.waiting();
        ordered = floor.ordered();
        for (Dial dial : floor.dials()) {
            add(dial, learned, level);
        }
        for (int i = 0; i < floor.agents().size(); i++) {
            add(i, floor.agents().get(i), learned, stay);
        }
        double next = floor.next().odds() * learned.segments.odds(floor.next().segment());
        Outlook outlook = learned.bending.outlook(floor.next().segment());
        answerOf(outlook.answers.fromSetUp, 0, next * level, fresh);
        claim(floor.claims());
    }

    private void clear() {
        calls = 0;
        busy = 0;
        ready = 0;
        for (int j = 0; j < Slices.COUNT; j++) {
            answersMean[j] = 0;
            answersVariance[j] = 0;
            freesMean[j] = 0;
            freesVariance[j] = 0;
        }
    }

    private void add(Dial dial, Learned learned, double level) {
        if (calls == answers.length) {
            answers = grown(answers);
        }
        double[] row = answers[calls];
        double odds = dial.lead().odds() * level * learned.segments.odds(dial.lead().segment());
        double age = Slices.seconds(dial.phaseAge());
        CallCurves c = learned.calls;
        AnswersAhead ahead = learned.bending.outlook(dial.lead().segment()).answers;
        switch (dial.phase()) {
            case SET_UP -> answerOf(ahead.fromSetUp, c.setUpBin(age), odds, row);
            case RINGING -> answerOf(ahead.fromRing, c.ringBin(age), odds, row);
            case SCREENING -> answerOf(c.fromScreening, c.screeningBin(age), 1, row);
        }
        if (row[Slices.COUNT - 1] > 1e-4) {
            calls++;
            count(row, answersMean, answersVariance);
        }
    }

    /// The odds of an answer are those of the usual number at that age, times the call's own.
    private static void answerOf(AnswersAhead.Ahead ahead, int bin, double odds, double[] into) {
        double q = ahead.chance[bin];
        double own = odds * q / (1 - q + odds * q);
        double[] by = ahead.by[bin];
        for (int j = 0; j < Slices.COUNT; j++) {
            into[j] = own * by[j];
        }
    }

    private void add(int place, Seat seat, Learned learned, double stay) {
        if (busy == frees.length) {
            frees = grown(frees);
        }
        double age = Slices.seconds(seat.age());
        FreeAhead free = learned.bending.outlook(seat.segment()).free;
        switch (seat.work()) {
            case READY -> ready++;
            case CONNECTING, OWN_CALL, PAUSED -> {}
            case TALKING -> {
                if (!seat.leaving()) {
                    Own own = learned.agents.of(place, seat.agent());
                    free.talking(seat, own, stay, frees[busy]);
                    addFree();
                }
            }
            case WRAPPING_UP -> {
                if (!seat.leaving()) {
                    Own own = learned.agents.of(place, seat.agent());
                    free.wrapping(age, own, stay, frees[busy]);
                    addFree();
                }
            }
        }
    }

    private void addFree() {
        double[] row = frees[busy];
        if (row[Slices.COUNT - 1] > 1e-4) {
            busy++;
            count(row, freesMean, freesVariance);
        }
    }

    private static void count(double[] row, double[] mean, double[] variance) {
        for (int j = 0; j < Slices.COUNT; j++) {
            double p = row[j];
            mean[j] += p;
            variance[j] += p * (1 - p);
        }
    }

    private static double[][] grown(double[][] rows) {
        double[][] more = new double[rows.length * 2][];
        System.arraycopy(rows, 0, more, 0, rows.length);
        for (int i = rows.length; i < more.length; i++) {
            more[i] = new double[Slices.COUNT];
        }
        return more;
    }

    private void claim(Floor.Claims claims) {
        for (int j = 0; j < Slices.COUNT; j++) {
            double ahead = (j + 0.5) * Slices.SECONDS;
            claimed[j] = claims.perSecond() * ahead;
            for (var due : claims.due()) {
                claimed[j] += Slices.seconds(due) <= ahead ? 1 : 0;
            }
        }
    }

    /// Agents expected to come free within so many seconds.
    double freeWithin(double seconds) {
        int j = Math.clamp((int) (seconds / Slices.SECONDS) - 1, 0, Slices.COUNT - 1);
        return freesMean[j];
    }

    double answersComing() {
        return answersMean[Slices.COUNT - 1] + ordered * fresh[Slices.COUNT - 1];
    }
}
