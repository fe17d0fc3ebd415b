package org.rightparty.dialer.pacing;

/// Answers and abandonments of the last hour, in pieces of five minutes.
final class LastHour {
    private static final int PIECES = 12;
    private static final long SECONDS = 300;

    private final int[] answered = new int[PIECES];
    private final int[] abandoned = new int[PIECES];
    private long piece = -1;

    void tick(long epochSecond) {
        long now = epochSecond / SECONDS;
        long from = Math.max(piece + 1, now - PIECES + 1);
        for (long p = from; p <= now; p++) {
            answered[(int) (p % PIECES)] = 0;
            abandoned[(int) (p % PIECES)] = 0;
        }
        piece = Math.max(piece, now);
    }

    void sawAnswer() {
        answered[(int) (piece % PIECES)]++;
    }

    void sawAbandonment() {
        abandoned[(int) (piece % PIECES)]++;
    }

    int answered() {
        return sum(answered);
    }

    int abandoned() {
        return sum(abandoned);
    }

    /// All that it holds, to go on from.
    double[] figures() {
        double[] all = new double[2 * PIECES + 1];
        for (int p = 0; p < PIECES; p++) {
            all[p] = answered[p];
            all[PIECES + p] = abandoned[p];
        }
        all[2 * PIECES] = piece;
        return all;
    }

    void restore(double[] figures) {
        for (int p = 0; p < PIECES; p++) {
            answered[p] = (int) figures[p];
            abandoned[p] = (int) figures[PIECES + p];
        }
        piece = (long) figures[2 * PIECES];
    }

    private static int sum(int[] pieces) {
        int sum = 0;
        for (int piece : pieces) {
            sum += piece;
        }
        return sum;
    }
}
