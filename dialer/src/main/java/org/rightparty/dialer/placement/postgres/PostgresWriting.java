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
import java.util.concurrent.CompletableFuture;
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
    private static final List<String> LOOKED_INTO =
            List.of("consumer", "account", "account_party", "phone", "address", "email", "hold");

    /// Those of the tables that had fewer rows when last looked at.
    private static final String OUTGROWN =
            "SELECT relname FROM pg_class WHERE oid = ANY (?::regclass[]) AND reltuples < ?";

    private final Database database;
    private final Run run;
    private final Consumer<Tally> written;
    private final Consumer<Tally> committed;
    private final PlacementTurn turn;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private CompletableFuture<Void> analysis = CompletableFuture.completedFuture(null);
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
            passTurn();
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

    /// Nothing is under way while others write: they must find what this file entered.
    private void passTurn() {
        if (turn.isWanted()) {
            drain();
            turn.pass();
        }
        batchesOfTurn = 0;
    }

    @Override
    public void drain() {
        while (!underWay.isEmpty()) {
            awaitFirst();
        }
        awaited(analysis);
    }

    private void awaitFirst() {
        Committed batch = awaited(underWay.remove().committed());
        long before = stand.rowsDone();
        stand = batch.stand();
        written.accept(batch.rows());
        analyse(before, stand.rowsDone());
        committed.accept(stand);
    }

    /// Plans made while the tables were small scan them whole; new statistics let go of such plans.
    /// The batches go on meanwhile. A table that was larger than this file when its statistics were
    /// taken needs none.
    private void analyse(long before, long after) {
        long mark = FIRST_ANALYSIS_ROWS;
        while (mark <= before) {
            mark *= 10;
        }
        if (mark <= after) {
            awaited(analysis);
            long rows = mark;
            analysis = CompletableFuture.runAsync(() -> analyseTables(rows), threads);
        }
    }

    private void analyseTables(long rows) {
        List<String> outgrown =
                database.transact(tx ->
                        tx.fetch(OUTGROWN, LOOKED_INTO.toArray(String[]::new), rows)
                                .map(row -> row.get(0, String.class)));
        for (String table : outgrown) {
            database.transact(tx -> tx.execute("ANALYZE " + table));
        }
    }

    private static <T> T awaited(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        threads.close();
        turn.close();
    }
}
