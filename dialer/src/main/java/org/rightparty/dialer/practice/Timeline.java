package org.rightparty.dialer.practice;

import java.time.Duration;
import java.time.Instant;

/// The one order in which everything at the carrier happens: tasks never run at the same time.
public interface Timeline {
    Instant now();

    /// Runs `task` after all that was handed in before.
    void soon(Runnable task);

    /// Runs `task` once `delay` has passed, unless cancelled.
    Timer after(Duration delay, Runnable task);

    /// A task that waits. Cancelling one that has run does nothing.
    interface Timer {
        Timer NONE = () -> {};

        void cancel();
    }
}
