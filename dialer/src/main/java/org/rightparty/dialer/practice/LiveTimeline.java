package org.rightparty.dialer.practice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Real time on one thread, `speed` times as fast as life.
public final class LiveTimeline implements Timeline, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveTimeline.class);

    private final InstantSource clock;
    private final double speed;
    private final ScheduledThreadPoolExecutor executor;

    public LiveTimeline(InstantSource clock, double speed) {
        this.clock = clock;
        this.speed = speed;
        this.executor =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("practice-carrier").factory());
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void soon(Runnable task) {
        schedule(0, task);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        return schedule(Math.round(delay.toNanos() / speed), task);
    }

    private Timer schedule(long nanos, Runnable task) {
        try {
            Future<?> waiting = executor.schedule(() -> guarded(task), nanos, TimeUnit.NANOSECONDS);
            return () -> waiting.cancel(false);
        } catch (RejectedExecutionException closed) {
            LOG.debug("practice.task.refused");
            return Timer.NONE;
        }
    }

    /// A bug in one call must not silence the others.
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            LOG.error("practice.task.failed", bug);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
