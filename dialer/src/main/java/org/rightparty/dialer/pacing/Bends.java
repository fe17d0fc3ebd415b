package org.rightparty.dialer.pacing;

import java.util.List;

/// How all curves of the campaign bend for one part of the list or one hour of the day.
final class Bends {
    private static final double[] WORK_AGES = {10, 20, 45, 90, 180, 360};
    private static final double[] RING_AGES = {5, 10, 15, 20, 25, 30};
    private static final double WORK_MEMORY = 2_000;
    private static final double RING_MEMORY = 12_000;

    final Bend talk;
    final Bend unverified;
    final Bend verifying;
    final Bend verified;
    final Bend wrap;

    /// Answers by people while it rings. Only when they come: how many is told by the level.
    final Bend answered;

    /// All other ends while it rings.
    final Bend missed;

    private final List<Bend> all;

    private Bends(double prior) {
        talk = new Bend(WORK_AGES, prior, WORK_MEMORY);
        unverified = new Bend(WORK_AGES, prior, WORK_MEMORY);
        verifying = new Bend(WORK_AGES, prior, WORK_MEMORY);
        verified = new Bend(WORK_AGES, prior, WORK_MEMORY);
        wrap = new Bend(WORK_AGES, prior, WORK_MEMORY);
        answered = new Bend(RING_AGES, prior, RING_MEMORY);
        missed = new Bend(RING_AGES, prior, RING_MEMORY);
        all = List.of(talk, unverified, verifying, verified, wrap, answered, missed);
    }

    /// Of a part of the list: parts are known to differ by a third or so, as ten ends would by
    /// chance.
    static Bends ofPart() {
        return new Bends(10);
    }

    /// Of an hour: hours differ by half as much.
    static Bends ofHour() {
        return new Bends(40);
    }

    /// How many figures it has.
    static int count() {
        return 7 * Bend.FIGURES;
    }

    void clearUnderWay() {
        all.forEach(Bend::clearUnderWay);
    }

    double[] figures() {
        double[] figures = new double[count()];
        for (int i = 0; i < all.size(); i++) {
            all.get(i).figures(figures, i * Bend.FIGURES);
        }
        return figures;
    }

    void restore(double[] figures) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).restore(figures, i * Bend.FIGURES);
        }
    }
}
