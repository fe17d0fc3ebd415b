package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.AgentPaces.Own;
import org.rightparty.dialer.pacing.Floor.Seat;
import org.rightparty.dialer.pacing.Floor.Stage;

/// When an agent will be free: for each age of a talk or a wrap-up the chance of being ready in
/// time for a person who answers in slice `j`. A talk still has its wrap-up before it, and after
/// that the agent may take a pause.
final class FreeAhead {
    private final double[][] talking = new double[WorkCurve.BINS][Slices.COUNT];
    private final double[][] opening = new double[WorkCurve.BINS][Slices.COUNT];
    private final double[][] verified = new double[WorkCurve.BINS][Slices.COUNT];
    private final double[][] wrapping = new double[WorkCurve.BINS][Slices.COUNT];
    private boolean staged;

    void rebuild(TalkCurves talks, WorkCurve wrap) {
        staged = talks.areStaged();
        double[] wrapped = new double[Slices.COUNT];
        double[] after = new double[Slices.COUNT];
        for (int j = 0; j < Slices.COUNT; j++) {
            wrapped[j] = wrap.endsWithin(0, (j + 1) * Slices.SECONDS);
            after[j] = talks.verified.endsWithin(0, (j + 0.5) * Slices.SECONDS);
        }
        for (int b = 0; b < WorkCurve.BINS; b++) {
            double age = WorkCurve.middle(b);
            for (int j = 0; j < Slices.COUNT; j++) {
                wrapping[b][j] = wrap.endsWithin(age, Slices.servedBy(j));
            }
            throughWrapUp(talking[b], ends(talks.whole, age), wrapped);
            if (staged) {
                throughWrapUp(verified[b], ends(talks.verified, age), wrapped);
                throughWrapUp(opening[b], opening(talks, age, after), wrapped);
            }
        }
    }

    private static double[] ends(WorkCurve curve, double age) {
        double[] ends = new double[Slices.COUNT];
        for (int j = 0; j < Slices.COUNT; j++) {
            ends[j] = curve.endsWithin(age, (j + 1) * Slices.SECONDS);
        }
        return ends;
    }

    /// A talk in which nobody is verified yet ends, or somebody is verified and it ends later.
    private static double[] opening(TalkCurves talks, double age, double[] after) {
        double[] ends = new double[Slices.COUNT];
        double open = 1;
        for (int s = 0; s < Slices.COUNT; s++) {
            double from = age + s * Slices.SECONDS;
            double end = talks.unverified.hazard(from, Slices.SECONDS);
            double verify = talks.verifying.hazard(from, Slices.SECONDS);
            double gone = open * (1 - Math.exp(-end - verify));
            double share = end / (end + verify + 1e-12);
            for (int j = s; j < Slices.COUNT; j++) {
                ends[j] += gone * (share + (1 - share) * after[j - s]);
            }
            open -= gone;
        }
        return ends;
    }

    /// Talk ends in the middle of a slice, then wrap-up.
    static void throughWrapUp(double[] free, double[] ends, double[] wrapped) {
        for (int j = 0; j < Slices.COUNT; j++) {
            double sum = 0;
            for (int s = 0; s <= j; s++) {
                sum += (ends[s] - (s == 0 ? 0 : ends[s - 1])) * wrapped[j - s];
            }
            free[j] = sum;
        }
    }

    /// Of an agent who talks.
    void talking(Seat seat, Own own, double stay, double[] into) {
        double age = Slices.seconds(seat.age()) / own.talk;
        double stageAge = Slices.seconds(seat.stageAge()) / own.talk;
        double[] row =
                switch (staged ? seat.stage() : Stage.UNKNOWN) {
                    case UNKNOWN -> talking[WorkCurve.bin(age)];
                    case OPENING -> opening[WorkCurve.bin(age)];
                    case VERIFIED -> verified[WorkCurve.bin(stageAge)];
                };
        scaled(row, own.wrap, stay * own.wrap / own.talk, into);
    }

    /// Of an agent who has wrapped up for so long.
    void wrapping(double age, Own own, double stay, double[] into) {
        scaled(wrapping[WorkCurve.bin(age / own.wrap)], own.wrap, stay, into);
    }

    /// The row with its time stretched by the agent's own pace.
    private static void scaled(double[] row, double pace, double factor, double[] into) {
        if (Math.abs(pace - 1) < 0.02) {
            for (int j = 0; j < Slices.COUNT; j++) {
                into[j] = Math.min(0.9999, row[j] * factor);
            }
        } else {
            double step = 1 / pace;
            for (int j = 0; j < Slices.COUNT; j++) {
                into[j] = Math.min(0.9999, at(row, (j + 1.5) * step - 1.5) * factor);
            }
        }
    }

    /// Between slices, straight lines; before the first, down to nothing at once.
    private static double at(double[] row, double slice) {
        if (slice <= 0) {
            return row[0] * Math.max(0, (slice + 1.5) / 1.5);
        }
        int j = Math.min((int) slice, Slices.COUNT - 2);
        double part = Math.min(slice - j, 1);
        return row[j] + part * (row[j + 1] - row[j]);
    }
}
