package org.rightparty.dialer.loop;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/// Does work on threads that may wait, each lane in order, lanes beside each other.
///
/// When work of a lane fails, what waits behind it in that lane fails with it, so that the loop
/// gets all of it back in order.
public final class LaneEffects implements Effects {
    private final Performer performer;
    private final Inbox inbox;
    private final Executor threads;
    private final Map<String, Queue<Work>> lanes = new HashMap<>();

    /// @param threads starts each task on a thread that may block, such as a new virtual thread
    public LaneEffects(Performer performer, Inbox inbox, Executor threads) {
        this.performer = performer;
        this.inbox = inbox;
        this.threads = threads;
    }

    @Override
    public void submit(Work work) {
        boolean idle;
        synchronized (lanes) {
            Queue<Work> lane = lanes.get(work.lane());
            idle = lane == null;
            if (lane == null) {
                lane = new ArrayDeque<>();
                lanes.put(work.lane(), lane);
            }
            lane.add(work);
        }
        if (idle) {
            threads.execute(() -> run(work.lane()));
        }
    }

    private void run(String name) {
        while (true) {
            Work work;
            synchronized (lanes) {
                Queue<Work> lane = lanes.getOrDefault(name, new ArrayDeque<>());
                if (lane.isEmpty()) {
                    lanes.remove(name);
                    return;
                }
                work = lane.element();
            }
            LoopEvent outcome = performer.perform(work);
            inbox.answer(outcome);
            finished(name, outcome instanceof LoopEvent.Failed);
        }
    }

    private void finished(String name, boolean failed) {
        synchronized (lanes) {
            Queue<Work> lane = lanes.getOrDefault(name, new ArrayDeque<>());
            lane.poll();
            while (failed && !lane.isEmpty()) {
                inbox.answer(new LoopEvent.Failed(lane.remove()));
            }
        }
    }
}
