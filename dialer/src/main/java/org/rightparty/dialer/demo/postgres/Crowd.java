package org.rightparty.dialer.demo.postgres;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.database.Database;
import org.rightparty.dialer.demo.NumberPlan;
import org.rightparty.dialer.demo.PersonMaker;
import org.rightparty.dialer.demo.Places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Very many people, entered by a few writers at once, each batch a transaction of its own.
final class Crowd {
    private static final int BATCH = 5_000;
    private static final int WRITERS = 3;
    private static final int TELEPHONES_MOST = 2;

    private final Database database;
    private final Books books;
    private final PersonMaker maker;

    Crowd(Database database, Books books, long seed, LocalDate today) {
        this.database = database;
        this.books = books;
        this.maker =
                new PersonMaker(
                        Places.shipped(),
                        NumberPlan.neverAssignable(),
                        seed,
                        today,
                        TELEPHONES_MOST);
    }

    void enter(long accounts) {
        long people = peopleFor(accounts);
        PersonMaker.Ids ids = database.transact(Numbering::first);
        try (ExecutorService writers =
                Executors.newFixedThreadPool(WRITERS, Thread.ofVirtual().factory())) {
            List<Future<?>> batches = new ArrayList<>();
            for (long from = 0; from < people; from += BATCH) {
                long first = from;
                long end = Math.min(people, from + BATCH);
                batches.add(writers.submit(() -> enter(first, end, ids)));
            }
            batches.forEach(Crowd::finished);
        }
        database.transact(tx -> {
            Numbering.settle(tx);
            return people;
        });
    }

    private static long peopleFor(long accounts) {
        long people = 0;
        for (long sum = 0; sum < accounts; sum += PersonMaker.debts(people++)) {}
        return people;
    }

    private void enter(long first, long end, PersonMaker.Ids ids) {
        PersonRows rows = new PersonRows(books, PersonRows.Triggers.OFF);
        for (long n = first; n < end; n++) {
            rows.add(maker.make(n, ids));
        }
        database.transact(tx -> {
            withoutChecks(tx);
            rows.send(tx);
            return end - first;
        });
    }

    /// The rows are right by construction; checking each against its parents takes twice the time.
    private static void withoutChecks(DSLContext tx) {
        tx.select(
                        DSL.function(
                                "set_config",
                                SQLDataType.CLOB,
                                DSL.val("session_replication_role"),
                                DSL.val("replica"),
                                DSL.val(true)))
                .fetch();
    }

    private static void finished(Future<?> batch) {
        try {
            batch.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
