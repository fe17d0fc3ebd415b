package org.rightparty.dialer.loop;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/// Does work on threads that may wait, each lane in order, lanes beside each other.
///
/// When work of a lane fails, what waits behind it in that lane fails with it, so that each loop
/// gets all of its own back in order.
final class Lanes {
    private final Performer performer;
    private final Executor threads;
    private final Map<Lane, Queue<Waiting>> lanes = new HashMap<>();

    /// @param asker where what comes of it is awaited
    private record Waiting(Work work, Inbox asker) {}

    /// @param threads starts each task on a thread that may block, such as a new virtual thread
    Lanes(Performer performer, Executor threads) {
        this.performer = performer;
        this.threads = threads;
    }

    void submit(Work work, Inbox asker) {
        boolean idle;
        synchronized (lanes) {
            Queue<Waiting> lane = lanes.get(work.lane());
            idle = lane == null;
            if (lane == null) {
                lane = new ArrayDeque<>();
                lanes.put(work.lane(), lane);
            }
            lane.add(new Waiting(work, asker));
        }
        if (idle) {
            threads.execute(() -> run(work.lane()));
        }
    }

    private void run(Lane name) {
        while (true) {
            Waiting first;
            synchronized (lanes) {
                Queue<Waiting> lane = lanes.getOrDefault(name, new ArrayDeque<>());
                if (lane.isEmpty()) {
                    lanes.remove(name);
                    return;
                }
                first = lane.element();
            }
            LoopEvent outcome = performer.perform(first.work());
            first.asker().answer(outcome);
            finished(name, outcome instanceof LoopEvent.Failed);
        }
    }

    private void finished(Lane name, boolean failed) {
        synchronized (lanes) {
            Queue<Waiting> lane = lanes.getOrDefault(name, new ArrayDeque<>());
            lane.poll();
            while (failed && !lane.isEmpty()) {
                Waiting behind = lane.remove();
                behind.asker().answer(new LoopEvent.Failed(behind.work()));
            }
        }
    }
}
