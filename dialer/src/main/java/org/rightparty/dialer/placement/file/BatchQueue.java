package org.rightparty.dialer.placement.file;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.PlacementBook;
import org.rightparty.dialer.placement.PlacementBook.Batch;
import org.rightparty.dialer.placement.PlacementBook.Run;
import org.rightparty.dialer.placement.Reading;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.file.PlacementImport.Progress;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Writes batches in order, one at a time, while the next is being read. It holds one batch, never
/// more, so that a slow database slows the reading down instead of filling the memory.
final class BatchQueue implements AutoCloseable {
    private final PlacementBook book;
    private final Run run;
    private final InstantSource clock;
    private final Progress progress;
    private final long rows;
    private final ExecutorService writer = Executors.newVirtualThreadPerTaskExecutor();
    private Tally done;
    private @Nullable Future<Tally> underWay;

    BatchQueue(PlacementBook book, Run run, InstantSource clock, Progress progress, long rows) {
        this.book = book;
        this.run = run;
        this.clock = clock;
        this.progress = progress;
        this.rows = rows;
        this.done = run.tally();
    }

    void write(List<Reading> readings) {
        drain();
        Batch batch = new Batch(done.rowsDone(), readings);
        underWay = writer.submit(() -> book.write(run, batch, clock.instant()));
    }

    /// Waits for what is under way; what it threw is thrown here.
    void drain() {
        Future<Tally> last = underWay;
        if (last == null) {
            return;
        }
        underWay = null;
        try {
            done = done.plus(last.get());
            progress.at(done, Math.max(rows, done.rowsDone()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the import was interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
