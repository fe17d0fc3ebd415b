package org.rightparty.dialer.pacing;

/// The chance that an agent takes a pause after wrap-up instead of the next call. A fast count
/// beside the slow one takes over while a team leaves. Of those who announced it
/// the floor tells, so it is no habit of the others.
final class PauseHabit {
    private static final double PRIOR = 0.03;
    private static final double PRIOR_WEIGHT = 20;
    private static final double MEMORY = 400;
    private static final double FAST_MEMORY = 10;

    private double paused;
    private double ended;
    private double pausedFast;
    private double endedFast;

    void saw(News.Next next) {
        switch (next) {
            case CALL -> count(0);
            case PAUSE -> count(1);
            case ANNOUNCED -> {}
        }
    }

    private void count(double one) {
        paused = paused * (1 - 1 / MEMORY) + one;
        ended = ended * (1 - 1 / MEMORY) + 1;
        pausedFast = pausedFast * (1 - 1 / FAST_MEMORY) + one;
        endedFast = endedFast * (1 - 1 / FAST_MEMORY) + 1;
    }

    double chance() {
        double slow = (paused + PRIOR * PRIOR_WEIGHT) / (ended + PRIOR_WEIGHT);
        double foreseen = slow * endedFast;
        boolean leaves = pausedFast > foreseen + 3 * Math.sqrt(foreseen + 0.1) && pausedFast > 1.5;
        return leaves ? pausedFast / endedFast : slow;
    }

    double[] figures() {
        return new double[] {paused, ended};
    }

    void restore(double[] figures) {
        paused = figures[0];
        ended = figures[1];
    }

    /// The last few alone, which nobody asks for after a night.
    double[] lately() {
        return new double[] {pausedFast, endedFast};
    }

    void restoreLately(double[] figures) {
        pausedFast = figures[0];
        endedFast = figures[1];
    }
}
