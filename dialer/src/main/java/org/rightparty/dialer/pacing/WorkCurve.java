package org.rightparty.dialer.pacing;

/// How long a piece of an agent's work lasts, by how long it has lasted: ends seen and time spent
/// in bins of age that widen, forgotten by count, with a prior of some completed pieces.
final class WorkCurve {
    static final int BINS = 37;
    private static final double MEMORY = 1_500;
    private static final double PRIOR_WEIGHT = 8;
    private static final double[] EDGES = edges();

    private final double mean;
    private final double[] ended = new double[BINS];
    private final double[] spent = new double[BINS];

    /// The hazard added up to the edge of each bin, and the hazard in it; made by [#rebuild].
    private final double[] before = new double[BINS];

    private final double[] rate = new double[BINS];

    WorkCurve(double priorMeanSeconds) {
        this.mean = priorMeanSeconds;
        rebuild(new double[BINS]);
    }

    /// 0, 2, 4 … 20 s, then each a fifth wider, to about an hour.
    private static double[] edges() {
        double[] edges = new double[BINS];
        for (int b = 1; b < BINS; b++) {
            edges[b] = b <= 10 ? 2 * b : edges[b - 1] * 1.22;
        }
        return edges;
    }

    static int bin(double age) {
        if (age < 20) {
            return Math.max(0, (int) (age / 2));
        }
        int b = 10;
        while (b < BINS - 1 && EDGES[b + 1] <= age) {
            b++;
        }
        return b;
    }

    /// An age that stands for the bin.
    static double middle(int b) {
        return b == BINS - 1 ? EDGES[b] * 1.1 : (EDGES[b] + EDGES[b + 1]) / 2;
    }

    void saw(double length) {
        left(length);
        ended[bin(length)]++;
    }

    /// A piece that became something else after so long: time spent, and no end.
    void left(double length) {
        double keep = 1 - 1 / MEMORY;
        for (int b = 0; b < BINS; b++) {
            ended[b] *= keep;
            spent[b] *= keep;
        }
        spend(spent, length);
    }

    /// Adds the time that a piece of such a length spent in each bin.
    static void spend(double[] spent, double length) {
        int last = bin(length);
        for (int b = 0; b < last; b++) {
            spent[b] += EDGES[b + 1] - EDGES[b];
        }
        spent[last] += length - EDGES[last];
    }

    /// Makes the hazards anew, counting the time that pieces still under way have spent: else the
    /// first minutes know only short ones.
    void rebuild(double[] underWay) {
        double sum = 0;
        for (int b = 0; b < BINS; b++) {
            double width = b == BINS - 1 ? 600 : EDGES[b + 1] - EDGES[b];
            double alive = PRIOR_WEIGHT * Math.exp(-EDGES[b] / mean);
            double dies = alive * (1 - Math.exp(-width / mean));
            rate[b] = (ended[b] + dies) / (spent[b] + underWay[b] + dies * mean);
            before[b] = sum;
            sum += rate[b] * width;
        }
    }

    /// Takes over a curve as it bends for a part of the list in an hour.
    void bend(WorkCurve usual, Bend part, Bend hour) {
        double sum = 0;
        for (int b = 0; b < BINS; b++) {
            double width = b == BINS - 1 ? 600 : EDGES[b + 1] - EDGES[b];
            rate[b] = usual.rate[b] * part.at(EDGES[b]) * hour.at(EDGES[b]);
            before[b] = sum;
            sum += rate[b] * width;
        }
    }

    /// A piece of such a length is over: it ended, or became something else.
    ///
    /// @param other what else bends the curve for this piece
    void tell(double length, boolean ended, Bend own, Bend other) {
        own.fade();
        expect(length, other, own::expects);
        if (ended) {
            own.ended(length);
        }
    }

    /// How many ends were to be expected at each age of a piece that has lasted so long.
    void expect(double length, Bend other, Bend.Sum sum) {
        int last = bin(length);
        for (int b = 0; b <= last; b++) {
            double here = (b < last ? EDGES[b + 1] : length) - EDGES[b];
            sum.add(EDGES[b], here * rate[b] * other.at(EDGES[b]));
        }
    }

    /// The hazard added up to an age.
    private double hazard(double age) {
        int b = bin(age);
        return before[b] + rate[b] * (age - EDGES[b]);
    }

    /// The hazard of the next so many seconds, added up.
    double hazard(double age, double seconds) {
        return hazard(age + seconds) - hazard(age);
    }

    /// The chance that a piece of this age ends within so many seconds.
    double endsWithin(double age, double seconds) {
        return 1 - Math.exp(-hazard(age, seconds));
    }

    double mean() {
        double sum = 0;
        for (int b = 0; b < BINS; b++) {
            double alive = Math.exp(-before[b]);
            double width = b == BINS - 1 ? 600 : EDGES[b + 1] - EDGES[b];
            sum += alive * (1 - Math.exp(-rate[b] * width)) / Math.max(rate[b], 1e-9);
        }
        return sum;
    }

    double[] figures() {
        double[] all = new double[2 * BINS];
        System.arraycopy(ended, 0, all, 0, BINS);
        System.arraycopy(spent, 0, all, BINS, BINS);
        return all;
    }

    void restore(double[] all) {
        System.arraycopy(all, 0, ended, 0, BINS);
        System.arraycopy(all, BINS, spent, 0, BINS);
        rebuild(new double[BINS]);
    }
}
