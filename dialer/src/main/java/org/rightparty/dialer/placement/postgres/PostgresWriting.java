package org.rightparty.dialer.placement.postgres;

import org.rightparty.database.Database;
import org.rightparty.dialer.placement.PlacementBook.ImportUnderWay;
import org.rightparty.dialer.placement.PlacementBook.Run;
import org.rightparty.dialer.placement.PlacementBook.Writing;
import org.rightparty.dialer.placement.Reading;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.postgres.Lane.Committed;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Writes the batches of one run, two at a time: while the database takes one in, the next is
/// prepared and sent on a second connection. Every few batches other files have their turn.
final class PostgresWriting implements Writing {
    private static final int LANES = 2;
    private static final int BATCHES_A_TURN = 20;
    private static final long FIRST_ANALYSIS_ROWS = 1_000;

    private final Database database;
    private final Run run;
    private final Consumer<Tally> written;
    private final Consumer<Tally> committed;
    private final PlacementTurn turn;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Lane> underWay = new ArrayDeque<>();
    private Tally stand;
    private int batchesOfTurn;

    private PostgresWriting(
            Database database,
            Run run,
            PlacementTurn turn,
            Consumer<Tally> written,
            Consumer<Tally> committed) {
        this.database = database;
        this.run = run;
        this.turn = turn;
        this.written = written;
        this.committed = committed;
        this.stand = run.tally();
    }

    /// @param written hears what became of each batch of rows
    /// @param committed hears how the run stands after each batch
    static PostgresWriting begin(
            Database database, Run run, Consumer<Tally> written, Consumer<Tally> committed) {
        PlacementTurn turn = PlacementTurn.take(database);
        var writing = new PostgresWriting(database, run, turn, written, committed);
        try {
            writing.requireStand();
            return writing;
        } catch (RuntimeException elsewhere) {
            writing.close();
            throw elsewhere;
        }
    }

    private void requireStand() {
        if (!database.transact(tx -> RunRow.stands(tx, run.id(), stand.rowsDone()))) {
            throw new ImportUnderWay();
        }
    }

    @Override
    public void write(List<Reading> batch, Instant now) {
        if (batchesOfTurn == BATCHES_A_TURN) {
            drain();
            turn.pass();
            batchesOfTurn = 0;
        }
        batchesOfTurn++;
        while (underWay.size() >= LANES) {
            awaitFirst();
        }
        Lane lane =
                underWay.isEmpty()
                        ? Lane.first(database, run, stand, batch, now)
                        : underWay.getLast().next(batch, now);
        underWay.add(lane);
        threads.execute(lane);
    }

    @Override
    public void drain() {
        while (!underWay.isEmpty()) {
            awaitFirst();
        }
    }

    private void awaitFirst() {
        Committed batch = first();
        long before = stand.rowsDone();
        stand = batch.stand();
        written.accept(batch.rows());
        analyse(before, stand.rowsDone());
        committed.accept(stand);
    }

    private Committed first() {
        try {
            return underWay.remove().committed().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /// Plans made while the tables were empty scan them whole; new statistics let go of such plans.
    private void analyse(long before, long after) {
        long mark = FIRST_ANALYSIS_ROWS;
        while (mark <= before) {
            mark *= 10;
        }
        if (mark <= after) {
            database.transact(tx ->
                    tx.execute(
                            "ANALYZE consumer, account, account_party, phone, address, email,"
                                    + " hold"));
        }
    }

    @Override
    public void close() {
        threads.close();
        turn.close();
    }
}
