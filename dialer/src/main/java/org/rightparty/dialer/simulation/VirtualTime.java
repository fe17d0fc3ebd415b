package org.rightparty.dialer.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/// A clock that jumps from one thing that is to happen to the next, in order of (time, sequence).
/// Microseconds from the start.
final class VirtualTime implements InstantSource {
    static final long SECOND = 1_000_000;

    private record Item(long at, long sequence, Runnable what) implements Comparable<Item> {
        @Override
        public int compareTo(Item other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<Item> items = new PriorityQueue<>();
    private final Instant start;
    private Instant instant;
    private long now;
    private long sequence;

    VirtualTime(Instant start) {
        this.start = start;
        this.instant = start;
    }

    @Override
    public Instant instant() {
        return instant;
    }

    long now() {
        return now;
    }

    static long micros(double seconds) {
        return Math.round(seconds * SECOND);
    }

    /// @param micros 0 or more
    void after(long micros, Runnable what) {
        items.add(new Item(now + micros, sequence++, what));
    }

    void after(double seconds, Runnable what) {
        after(micros(seconds), what);
    }

    /// At a second of the day; at once when that has passed.
    void at(double second, Runnable what) {
        after(Math.max(0, micros(second) - now), what);
    }

    /// Lets everything happen that is due up to and including `end`.
    void runTo(long end) {
        for (Item next = items.peek(); next != null && next.at <= end; next = items.peek()) {
            items.remove();
            if (next.at != now) {
                now = next.at;
                instant = start.plusNanos(now * 1_000);
            }
            next.what.run();
        }
    }
}
