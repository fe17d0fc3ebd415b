package org.rightparty.dialer.pacing;

import java.util.Arrays;

/// [Shortage] by the exact distribution: a person is left without an agent when answers, and busy
/// agents who do not come free, together reach the number of agents there are. That sum of
/// independent chances is convolved, one by one, as far as it matters. For teams up to some thirty.
final class ExactShortage implements Shortage {
    private double[][] spread = new double[Slices.COUNT][64];
    private final int[] agents = new int[Slices.COUNT];
    private final double[] chance = new double[Slices.COUNT];

    @Override
    public Answer most(Forecast f, double price, int most) {
        prepare(f);
        for (int i = 0; i < f.ordered; i++) {
            addFresh(f);
        }
        double sum = 0;
        double risk = risk(f);
        int dials = 0;
        double last = risk;
        while (dials < most && risk <= price) {
            dials++;
            sum += risk;
            last = risk;
            addFresh(f);
            risk = risk(f);
        }
        return new Answer(dials, dials == 0 ? risk : last, dials == 0 ? 0 : sum / dials);
    }

    private void prepare(Forecast f) {
        int size = f.ready + f.busy + 1;
        if (spread[0].length < size) {
            spread = new double[Slices.COUNT][2 * size];
        }
        for (int j = 0; j < Slices.COUNT; j++) {
            prepare(f, j);
        }
    }

    private void prepare(Forecast f, int j) {
        double[] p = spread[j];
        int n = f.ready + f.busy - f.waiting - (int) Math.round(f.claimed[j]);
        agents[j] = n;
        if (n > 0) {
            Arrays.fill(p, 0, n, 0);
            p[0] = 1;
            int top = 0;
            for (int i = 0; i < f.busy; i++) {
                top = convolve(p, n, top, 1 - f.frees[i][j]);
            }
            for (int i = 0; i < f.calls; i++) {
                top = convolve(p, n, top, f.answers[i][j]);
            }
        }
    }

    /// Adds one chance to the distribution below `n`; what reaches `n` is a shortage and drops out.
    private static int convolve(double[] p, int n, int top, double q) {
        if (q < 1e-5) {
            return top;
        }
        int to = Math.min(top + 1, n - 1);
        double stay = 1 - q;
        for (int i = to; i > 0; i--) {
            p[i] = p[i] * stay + p[i - 1] * q;
        }
        p[0] *= stay;
        return to;
    }

    private void addFresh(Forecast f) {
        for (int j = 0; j < Slices.COUNT; j++) {
            int n = agents[j];
            if (n > 0) {
                convolve(spread[j], n, n - 1, f.fresh[j]);
            }
        }
    }

    private double risk(Forecast f) {
        for (int j = 0; j < Slices.COUNT; j++) {
            double enough = 0;
            for (int i = 0; i < agents[j]; i++) {
                enough += spread[j][i];
            }
            chance[j] = Math.clamp(1 - enough, 0, 1);
        }
        return Shortage.weigh(f, chance);
    }
}
