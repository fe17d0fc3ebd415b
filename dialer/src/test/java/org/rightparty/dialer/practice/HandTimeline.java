package org.rightparty.dialer.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Time that passes only when told to. Tasks run under one lock, in order of (time, order of
/// entry).
public final class HandTimeline implements Timeline {
    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(
                    Comparator.comparing(Waiting::at).thenComparingLong(Waiting::entry));
    private Instant now;
    private long entries;

    public HandTimeline(Instant start) {
        this.now = start;
    }

    private record Waiting(Instant at, long entry, Runnable task) {}

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void soon(Runnable task) {
        task.run();
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Waiting waiting = new Waiting(now.plus(delay), entries++, task);
        queue.add(waiting);
        return () -> forget(waiting);
    }

    private synchronized void forget(Waiting waiting) {
        queue.remove(waiting);
    }

    /// Lets `length` pass, running what falls due on the way.
    public synchronized void pass(Duration length) {
        Instant until = now.plus(length);
        while (!queue.isEmpty() && !queue.peek().at().isAfter(until)) {
            Waiting next = queue.remove();
            now = next.at();
            next.task().run();
        }
        now = until;
    }
}
