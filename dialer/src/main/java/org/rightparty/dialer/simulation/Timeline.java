package org.rightparty.dialer.simulation;

import java.util.ArrayList;
import java.util.List;

/// The whole day in slots of five minutes, warm-up included, for pictures.
final class Timeline {
    private static final int SLOT_S = 300;
    private static final long SLOT = SLOT_S * VirtualTime.SECOND;

    private final double[] busy;
    private final double[] idle;
    private final double[] lines;
    private final long[] dialed;
    private final long[] answered;
    private final long[] abandoned;

    Timeline(double durationS) {
        int slots = (int) Math.ceil(durationS / SLOT_S);
        busy = new double[slots];
        idle = new double[slots];
        lines = new double[slots];
        dialed = new long[slots];
        answered = new long[slots];
        abandoned = new long[slots];
    }

    void busy(long since, long until) {
        spread(busy, since, until, 1);
    }

    void idle(long since, long until) {
        spread(idle, since, until, 1);
    }

    void lines(int count, long since, long until) {
        spread(lines, since, until, count);
    }

    void dialed(long at) {
        count(dialed, at);
    }

    void answered(long at) {
        count(answered, at);
    }

    void abandoned(long at) {
        count(abandoned, at);
    }

    private static void count(long[] slots, long at) {
        int slot = (int) (at / SLOT);
        if (slot < slots.length) {
            slots[slot]++;
        }
    }

    /// Seconds from `since` to `until`, times `weight`, each second to its slot.
    private static void spread(double[] slots, long since, long until, double weight) {
        int last = (int) Math.min(slots.length - 1L, until / SLOT);
        for (int slot = (int) (since / SLOT); slot <= last; slot++) {
            long from = Math.max(since, slot * SLOT);
            long to = Math.min(until, (slot + 1) * SLOT);
            slots[slot] += weight * Math.max(0, to - from) / VirtualTime.SECOND;
        }
    }

    List<Figures.Slot> slots() {
        List<Figures.Slot> slots = new ArrayList<>();
        for (int i = 0; i < busy.length; i++) {
            double available = busy[i] + idle[i];
            slots.add(
                    new Figures.Slot(
                            i * SLOT_S,
                            available / SLOT_S,
                            available == 0 ? 0 : busy[i] / available,
                            lines[i] / SLOT_S,
                            dialed[i],
                            answered[i],
                            abandoned[i]));
        }
        return slots;
    }
}
