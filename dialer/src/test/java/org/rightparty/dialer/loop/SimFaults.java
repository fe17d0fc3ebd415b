package org.rightparty.dialer.loop;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// What goes wrong between the telephone system and us: events late, twice, never.
final class SimFaults {
    private final SimSchedule schedule;
    private final RandomGenerator chance;
    private boolean on;

    SimFaults(SimSchedule schedule, RandomGenerator chance) {
        this.schedule = schedule;
        this.chance = chance;
    }

    void on(boolean on) {
        this.on = on;
    }

    /// The database did it, and its answer got lost.
    boolean losesAnswer() {
        return on && chance.nextInt(300) == 0;
    }

    void deliver(boolean linkUp, Runnable event) {
        if (!linkUp) {
            return;
        }
        int fate = on ? chance.nextInt(1000) : 1000;
        if (fate < 5) {
            return;
        } else if (fate < 20) {
            schedule.after(Duration.ofMillis(chance.nextInt(50, 3000)), event);
        } else {
            schedule.after(Duration.ofMillis(1), event);
            if (fate < 40) {
                schedule.after(Duration.ofMillis(chance.nextInt(1, 500)), event);
            }
        }
    }
}
