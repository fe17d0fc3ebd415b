package org.rightparty.dialer.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Virtual time: what is to happen, in order of (time, sequence).
final class SimSchedule implements InstantSource {
    private record Item(Instant at, long sequence, Runnable what) {}

    private final PriorityQueue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::at).thenComparingLong(Item::sequence));
    private Instant now;
    private long sequence;

    SimSchedule(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void after(Duration delay, Runnable what) {
        items.add(new Item(now.plus(delay), sequence++, what));
    }

    /// Does what comes next, unless that is after `end`.
    boolean step(Instant end) {
        Item next = items.peek();
        if (next == null || next.at().isAfter(end)) {
            return false;
        }
        items.remove();
        now = next.at();
        next.what().run();
        return true;
    }
}
