package org.rightparty.console.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/// Work that blocks, on virtual threads and never on an event loop. The database's own fair gate
/// orders it; this one bounds how much may wait.
final class Blocking implements AutoCloseable {
    static final int WAITING_MAX = 512;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(WAITING_MAX);

    /// Runs `work` and completes on `context`. Fails at once when too much waits already.
    <T> Future<T> run(Context context, Callable<T> work) {
        Promise<T> done = Promise.promise();
        if (room.tryAcquire()) {
            threads.execute(() -> perform(context, work, done));
        } else {
            done.fail(new RejectedExecutionException("too much work waits"));
        }
        return done.future();
    }

    private <T> void perform(Context context, Callable<T> work, Promise<T> done) {
        try {
            T value = work.call();
            context.runOnContext(ignored -> done.complete(value));
        } catch (Exception failed) {
            context.runOnContext(ignored -> done.fail(failed));
        } finally {
            room.release();
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
