package org.rightparty.dialer;

import org.rightparty.database.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Work that comes round by itself. What fails is logged and tried again when its turn comes.
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final int ENDED_WITHIN_SECONDS = 3;

    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().name("housekeeping-", 0).daemon().factory());

    private final List<Runnable> closings = new CopyOnWriteArrayList<>();

    /// Does `work` in `seconds`, and again so long after each time it has ended.
    void every(long seconds, String name, Runnable work) {
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> attempt(name, work), seconds, seconds, TimeUnit.SECONDS);
    }

    /// Closes what works beside when the house closes.
    void atClose(Runnable closing) {
        closings.add(closing);
    }

    private static void attempt(String name, Runnable work) {
        try {
            work.run();
        } catch (DatabaseFailure failure) {
            LOG.warn("housekeeping.failed work={} category={}", name, failure.category());
        } catch (RuntimeException | Error bug) { // or this work is never done again
            LOG.error("housekeeping.broke work={}", name, bug);
        }
    }

    /// Lets what is at work end, since the database may be closed after this.
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(ENDED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
        closings.forEach(Runnable::run);
    }
}
