package org.rightparty.dialer.demo.postgres;

import org.jooq.DSLContext;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.demo.NumberPlan;
import org.rightparty.dialer.demo.PersonMaker;
import org.rightparty.dialer.demo.Places;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Very many people for benchmarks, like the demo's but with at most two numbers each, numbers that
/// can never be assigned, and no past. A few writers enter them at once, each batch a transaction
/// of its own. Checks and triggers are off meanwhile, which takes a superuser, and indexes that
/// hold no constraint are made anew in the end, which takes a small part of keeping them up row by
/// row. Candidates must be rebuilt after.
public final class Crowd {
    private static final int BATCH = 5_000;
    private static final int WRITERS = 3;
    private static final int TELEPHONES_MOST = 2;
    private static final String[] TABLES = {
        "consumer",
        "address",
        "email",
        "phone",
        "account",
        "account_party",
        "balance_entry",
        "location_evidence",
        "consent"
    };

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

    /// Fills an empty database with at least `accounts` accounts.
    public static void generate(Database database, long accounts, long seed, Instant now) {
        Books books =
                database.transact(tx -> {
                    Staff staff = new Staff(tx, password -> "no hash", new SplittableRandom(seed));
                    Books made = staff.books();
                    staff.people(made);
                    return made;
                });
        try (Database owner = TestDatabase.asOwner(database)) {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            new Crowd(owner, books, seed, today).enter(accounts);
        }
    }

    private void enter(long accounts) {
        List<String> indexes = database.transact(Crowd::dropIndexes);
        write(accounts);
        database.transact(tx -> {
            unhurried(tx);
            indexes.forEach(index -> tx.execute(index));
            return indexes;
        });
    }

    /// How the indexes that were dropped are made again.
    private static List<String> dropIndexes(DSLContext tx) {
        var found =
                tx.fetch(
                        """
                        SELECT indexname, indexdef FROM pg_indexes
                        WHERE schemaname = current_schema() AND tablename = ANY (?)
                            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)
                        """,
                        (Object) TABLES);
        found.forEach(row -> tx.execute("DROP INDEX " + row.get("indexname")));
        return found.getValues("indexdef", String.class);
    }

    private static void unhurried(DSLContext tx) {
        tx.execute("SET LOCAL statement_timeout = 0");
        tx.execute("SET LOCAL maintenance_work_mem = '256MB'");
    }

    private void write(long accounts) {
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
        unhurried(tx);
        tx.execute("SET LOCAL session_replication_role = replica");
        tx.execute("SET LOCAL synchronous_commit = off");
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
