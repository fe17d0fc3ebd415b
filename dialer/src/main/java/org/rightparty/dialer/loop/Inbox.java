package org.rightparty.dialer.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The events that wait for a loop. Bounded: what finds no room is refused, and the loop stops
/// dialing until it has asked the telephone system for everything anew.
public final class Inbox {
    private final LinkedBlockingQueue<LoopEvent> queue = new LinkedBlockingQueue<>();
    private final int size;
    private final AtomicBoolean overflowed = new AtomicBoolean();

    public Inbox(int size) {
        this.size = size;
    }

    /// What comes from outside. May be called from any thread; returns at once.
    ///
    /// @return false when there was no room
    public boolean offer(LoopEvent event) {
        boolean room = queue.size() < size;
        if (room) {
            queue.add(event);
        } else {
            overflowed.set(true);
        }
        return room;
    }

    /// What answers the loop's own work, or comes seldom and is told but once. There is always
    /// room: no more of the former can come than the loop has ordered.
    public void answer(LoopEvent event) {
        queue.add(event);
    }

    /// All that is there now, in order of arrival.
    List<LoopEvent> drain() {
        List<LoopEvent> events = new ArrayList<>();
        queue.drainTo(events);
        return events;
    }

    /// Waits for an event, at most so long, and takes all that is there.
    List<LoopEvent> await(Duration atMost) throws InterruptedException {
        LoopEvent first = queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        List<LoopEvent> events = new ArrayList<>();
        if (first != null) {
            events.add(first);
            queue.drainTo(events);
        }
        return events;
    }

    /// Whether an event was refused since this was last asked.
    boolean tookOverflow() {
        return overflowed.getAndSet(false);
    }

    int depth() {
        return queue.size();
    }
}
