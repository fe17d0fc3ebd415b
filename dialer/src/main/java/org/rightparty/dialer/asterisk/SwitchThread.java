package org.rightparty.dialer.asterisk;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The one thread that sends to a switch and knows what is up there. A platform thread: when the
/// cores are full, an answered person must not wait behind the virtual threads of reports.
final class SwitchThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SwitchThread.class);

    /// Ten seconds of a busy floor's events and orders. More means that the thread hangs.
    private static final int TASKS_MAX = 50_000;

    private static final Duration NAP = Duration.ofSeconds(1);

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>(TASKS_MAX);
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::dueNanos));
    private final LongSupplier nanos;
    private final Thread thread;
    private volatile boolean open = true;

    private record Timer(long dueNanos, Runnable task) {}

    SwitchThread(String name, LongSupplier nanos) {
        this.nanos = nanos;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// From any thread; returns at once.
    void hand(Runnable task) {
        if (!tasks.offer(task)) {
            log.error("asterisk.inbox.full tasks={}", TASKS_MAX);
        }
    }

    /// Only from this thread's own tasks.
    void after(Duration delay, Runnable task) {
        timers.add(new Timer(nanos.getAsLong() + delay.toNanos(), task));
    }

    private void run() {
        while (open) {
            try {
                Runnable task = next();
                if (task != null) {
                    task.run();
                }
            } catch (InterruptedException closed) {
                return;
            } catch (RuntimeException | Error bug) { // or nothing moves any call any more
                log.error("asterisk.task.failed", bug);
            }
        }
    }

    private @Nullable Runnable next() throws InterruptedException {
        Timer first = timers.peek();
        long wait = first == null ? NAP.toNanos() : first.dueNanos() - nanos.getAsLong();
        if (first != null && wait <= 0) {
            timers.remove();
            return first.task();
        }
        return tasks.poll(wait, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }
}
