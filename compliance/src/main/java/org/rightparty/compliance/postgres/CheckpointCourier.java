package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.LEDGER_CHECKPOINT;
import static org.rightparty.schema.generated.Tables.LEDGER_COPY;
import static org.rightparty.schema.generated.Tables.LEDGER_TIMESTAMP;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.offsite.Outlet;
import org.rightparty.compliance.offsite.OutletFailure;
import org.rightparty.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Carries the newest checkpoint to each outlet when its turn comes, again and again until it
/// arrives. No transaction is open while something is on its way.
public final class CheckpointCourier {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointCourier.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final int DOUBLINGS_MAX = 7;
    private static final Duration ON_ITS_WAY_MAX = Duration.ofMinutes(1);

    private final Database database;
    private final List<Outlet> outlets;

    public CheckpointCourier(Database database, List<Outlet> outlets) {
        this.database = database;
        this.outlets = List.copyOf(outlets);
    }

    /// How far an outlet's copies have come.
    ///
    /// @param failures in a row
    public record State(
            String outlet, long checkpoint, Optional<Instant> deliveredAt, int failures) {}

    /// Sends what is due.
    ///
    /// @return how many arrived
    public int carry(Instant now) {
        int arrived = 0;
        for (Outlet outlet : outlets) {
            Optional<Outlet.Copy> due = database.transact(tx -> due(tx, outlet, now));
            if (due.isPresent() && sent(outlet, due.get(), now)) {
                arrived++;
            }
        }
        return arrived;
    }

    private boolean sent(Outlet outlet, Outlet.Copy copy, Instant now) {
        try {
            outlet.send(copy);
            database.transact(tx -> arrived(tx, outlet, copy, now));
            LOG.info("checkpoint.sent outlet={} checkpoint={}", outlet.name(), copy.id());
            return true;
        } catch (OutletFailure failure) {
            database.transact(tx -> failed(tx, outlet, failure, now));
            LOG.warn("checkpoint.not.sent outlet={} why={}", outlet.name(), failure.getMessage());
            return false;
        }
    }

    private static Optional<Outlet.Copy> due(DSLContext tx, Outlet outlet, Instant now) {
        tx.insertInto(LEDGER_COPY)
                .set(LEDGER_COPY.DESTINATION, outlet.name())
                .set(LEDGER_COPY.NEXT_TRY_AT, now)
                .onConflictDoNothing()
                .execute();
        Optional<Outlet.Copy> newer =
                tx.select(
                                LEDGER_CHECKPOINT.ID,
                                LEDGER_CHECKPOINT.SIZE,
                                LEDGER_CHECKPOINT.SIGNED_AT,
                                LEDGER_CHECKPOINT.NOTE)
                        .from(LEDGER_CHECKPOINT)
                        .join(LEDGER_COPY)
                        .on(LEDGER_COPY.DESTINATION.eq(outlet.name()))
                        .and(LEDGER_COPY.CHECKPOINT_ID.lt(LEDGER_CHECKPOINT.ID))
                        .and(LEDGER_COPY.NEXT_TRY_AT.le(now))
                        .orderBy(LEDGER_CHECKPOINT.ID.desc())
                        .limit(1)
                        .fetchOptional(row ->
                                new Outlet.Copy(
                                        row.value1(), row.value2(), row.value3(), row.value4()));
        return newer.filter(_ -> isOurs(tx, outlet, now));
    }

    /// Several nodes look; one takes it, and has a minute to bring it there.
    private static boolean isOurs(DSLContext tx, Outlet outlet, Instant now) {
        return tx.update(LEDGER_COPY)
                        .set(LEDGER_COPY.NEXT_TRY_AT, now.plus(ON_ITS_WAY_MAX))
                        .where(LEDGER_COPY.DESTINATION.eq(outlet.name()))
                        .and(LEDGER_COPY.NEXT_TRY_AT.le(now))
                        .execute()
                == 1;
    }

    private static int arrived(DSLContext tx, Outlet outlet, Outlet.Copy copy, Instant now) {
        return tx.update(LEDGER_COPY)
                .set(LEDGER_COPY.CHECKPOINT_ID, copy.id())
                .set(LEDGER_COPY.DELIVERED_AT, now)
                .set(LEDGER_COPY.NEXT_TRY_AT, now.plus(outlet.every()))
                .set(LEDGER_COPY.FAILURES, 0)
                .setNull(LEDGER_COPY.FAILING_SINCE)
                .set(LEDGER_COPY.FAILURE, "")
                .where(LEDGER_COPY.DESTINATION.eq(outlet.name()))
                .execute();
    }

    private static int failed(DSLContext tx, Outlet outlet, OutletFailure failure, Instant now) {
        int before =
                tx.select(LEDGER_COPY.FAILURES)
                        .from(LEDGER_COPY)
                        .where(LEDGER_COPY.DESTINATION.eq(outlet.name()))
                        .fetchSingle()
                        .value1();
        var update =
                tx.update(LEDGER_COPY)
                        .set(LEDGER_COPY.FAILURES, before + 1)
                        .set(LEDGER_COPY.NEXT_TRY_AT, now.plus(pause(before)))
                        .set(LEDGER_COPY.FAILURE, String.valueOf(failure.getMessage()));
        if (before == 0) {
            update = update.set(LEDGER_COPY.FAILING_SINCE, now);
        }
        return update.where(LEDGER_COPY.DESTINATION.eq(outlet.name())).execute();
    }

    /// 5 seconds, doubled with each failure up to about ten minutes.
    static Duration pause(int failuresBefore) {
        return FIRST_WAIT.multipliedBy(1L << Math.min(failuresBefore, DOUBLINGS_MAX));
    }

    public List<State> states() {
        return database.transact(tx ->
                tx.select(
                                LEDGER_COPY.DESTINATION,
                                LEDGER_COPY.CHECKPOINT_ID,
                                LEDGER_COPY.DELIVERED_AT,
                                LEDGER_COPY.FAILURES)
                        .from(LEDGER_COPY)
                        .where(
                                LEDGER_COPY.DESTINATION.in(
                                        outlets.stream().map(Outlet::name).toList()))
                        .orderBy(LEDGER_COPY.DESTINATION)
                        .fetch(row ->
                                new State(
                                        row.value1(),
                                        row.value2(),
                                        orEmpty(row.value3()),
                                        row.value4())));
    }

    private static Optional<Instant> orEmpty(@Nullable Instant at) {
        return Optional.ofNullable(at);
    }

    /// Keeps a time-stamp beside its checkpoint.
    public static void keepStamp(
            Database database, long checkpoint, URI authority, Instant at, byte[] token) {
        database.transact(tx ->
                tx.insertInto(LEDGER_TIMESTAMP)
                        .set(LEDGER_TIMESTAMP.CHECKPOINT_ID, checkpoint)
                        .set(LEDGER_TIMESTAMP.AUTHORITY, authority.toString())
                        .set(LEDGER_TIMESTAMP.STAMPED_AT, at)
                        .set(LEDGER_TIMESTAMP.TOKEN, token)
                        .onConflictDoNothing()
                        .execute());
    }
}
