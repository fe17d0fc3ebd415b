package org.rightparty.dialer.placement.postgres;

import org.jooq.DSLContext;
import org.rightparty.database.Database;
import org.rightparty.dialer.placement.PlacementBook.ImportUnderWay;
import org.rightparty.dialer.placement.PlacementBook.Run;
import org.rightparty.dialer.placement.Reading;
import org.rightparty.dialer.placement.Tally;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// One batch on its way: prepared after the batch before it is prepared, sent beside it, and
/// committed after it. So the rows that are done are always a beginning of the file.
final class Lane implements Runnable {
    private final Run run;
    private final Database database;
    private final List<Reading> batch;
    private final Instant now;
    private final CompletableFuture<Entered> preparedBefore;
    private final CompletableFuture<Committed> committedBefore;
    private final CompletableFuture<Entered> prepared = new CompletableFuture<>();
    private final CompletableFuture<Committed> committed = new CompletableFuture<>();

    /// @param rows what became of the rows of the batch
    /// @param stand how the run stands after it
    record Committed(Tally rows, Tally stand) {}

    private Lane(
            Database database,
            Run run,
            List<Reading> batch,
            Instant now,
            CompletableFuture<Entered> preparedBefore,
            CompletableFuture<Committed> committedBefore) {
        this.database = database;
        this.run = run;
        this.batch = batch;
        this.now = now;
        this.preparedBefore = preparedBefore;
        this.committedBefore = committedBefore;
    }

    /// The first batch, from where the run stands.
    static Lane first(Database database, Run run, Tally stand, List<Reading> batch, Instant now) {
        return new Lane(
                database,
                run,
                batch,
                now,
                CompletableFuture.completedFuture(new Entered()),
                CompletableFuture.completedFuture(new Committed(Tally.NONE, stand)));
    }

    Lane next(List<Reading> after, Instant at) {
        return new Lane(database, run, after, at, prepared, committed);
    }

    /// Done once this batch is committed; throws what went wrong.
    CompletableFuture<Committed> committed() {
        return committed;
    }

    /// A batch asks for its connection only when the one before it has one: it never keeps from it
    /// what it waits for.
    @Override
    public void run() {
        try {
            Entered before = preparedBefore.join();
            committed.complete(database.transact(tx -> write(tx, before)));
        } catch (Throwable failed) {
            prepared.completeExceptionally(failed);
            committed.completeExceptionally(failed);
        }
    }

    /// A batch that a loss of power takes back is taken back with the count of rows done, and those
    /// that follow it too: so its commit need not wait for the disk.
    private Committed write(DSLContext tx, Entered before) {
        tx.execute("SET LOCAL synchronous_commit = off");
        BatchWriter writer = new BatchWriter(tx, run, before, now);
        writer.prepare(batch);
        prepared.complete(writer.entered());
        if (writer.leansOnTheBatchBefore()) {
            committedBefore.join();
        }
        Tally rows = writer.send();
        Tally stand = committedBefore.join().stand();
        if (!RunRow.stands(tx, run.id(), stand.rowsDone())) {
            throw new ImportUnderWay();
        }
        Tally sum = stand.plus(rows);
        RunRow.put(tx, run.id(), sum);
        return new Committed(rows, sum);
    }
}
