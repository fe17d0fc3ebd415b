package org.rightparty.dialer.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;

/// A trunk that takes so many calls a second and so many at once; what is early waits its turn.
final class SimTrunk {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration WAIT_MAX = Duration.ofMillis(500);

    private final SimSchedule schedule;
    private final int channels;
    private final int callsPerSecond;
    private final Deque<Instant> begun = new ArrayDeque<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean awaited;

    SimTrunk(SimSchedule schedule, int channels, int callsPerSecond) {
        this.schedule = schedule;
        this.channels = channels;
        this.callsPerSecond = callsPerSecond;
    }

    /// @param up calls that are up
    int room(int up) {
        Instant freeFrom = schedule.instant().plus(WAIT_MAX).minus(SECOND);
        int taken = (int) begun.stream().filter(at -> at.isAfter(freeFrom)).count();
        int room = Math.min(channels - up, callsPerSecond - taken) - waiting.size();
        return Math.max(0, room);
    }

    boolean isFull(int up) {
        return up >= channels;
    }

    void begin(Runnable call) {
        waiting.add(call);
        depart();
    }

    private void depart() {
        Instant now = schedule.instant();
        begun.removeIf(at -> !at.isAfter(now.minus(SECOND)));
        while (!waiting.isEmpty() && begun.size() < callsPerSecond) {
            begun.add(now);
            waiting.remove().run();
        }
        if (!waiting.isEmpty() && !awaited) {
            awaited = true;
            Duration turn = Duration.between(now, begun.element().plus(SECOND));
            schedule.after(
                    turn,
                    () -> {
                        awaited = false;
                        depart();
                    });
        }
    }
}
