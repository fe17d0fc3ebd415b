package org.rightparty.dialer.postgres;

import org.rightparty.database.Database;

import java.time.Duration;
import java.time.Instant;

/// What time alone brings about: sleepers wake, promises break, callbacks are missed, versions of
/// rulebooks come into force. To be run every second or so; several at once, and one that was left
/// out, do no harm.
public final class Sweep {
    private static final Duration OUTGROWN_EVERY = Duration.ofHours(1);

    /// Batches in one sweep, so that one never runs for long; the next takes the rest.
    private static final int BATCHES_MAX = 10;

    private final Database database;
    private final PostgresCandidates candidates;
    private final Journal journal;
    private Instant outgrownNext = Instant.MIN;

    public Sweep(Database database, PostgresCandidates candidates, Journal journal) {
        this.database = database;
        this.candidates = candidates;
        this.journal = journal;
    }

    /// What one sweep did.
    ///
    /// @param chosen consumers chosen anew because their facts changed
    /// @param woken sleepers whose time had come
    /// @param promises promises resolved
    /// @param missed callbacks given up
    public record Swept(int chosen, int woken, int promises, int missed) {}

    public synchronized Swept sweep(Instant now) {
        int promises = database.transact(tx -> Promises.resolve(tx, journal, now));
        int missed = database.transact(tx -> Callbacks.miss(tx, journal, now));
        database.transact(tx -> NewLaw.heard(tx, now));
        if (!now.isBefore(outgrownNext)) {
            database.transact(tx -> {
                Promises.outgrown(tx, now);
                EndedPlaces.outgrown(tx, now);
                return now;
            });
            outgrownNext = now.plus(OUTGROWN_EVERY);
        }
        int chosen = repeat(() -> candidates.settle(now));
        int woken = repeat(() -> candidates.wake(now));
        return new Swept(chosen, woken, promises, missed);
    }

    private interface Batch {
        int run();
    }

    private static int repeat(Batch batch) {
        int done = 0;
        for (int i = 0; i < BATCHES_MAX; i++) {
            int one = batch.run();
            if (one == 0) {
                break;
            }
            done += one;
        }
        return done;
    }
}
