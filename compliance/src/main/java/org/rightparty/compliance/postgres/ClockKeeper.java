package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.LEDGER_CHECKPOINT;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.compliance.clock.ClockReading;
import org.rightparty.compliance.clock.ClockReading.Sync;
import org.rightparty.compliance.clock.ClockState;
import org.rightparty.compliance.gate.Gate;
import org.rightparty.compliance.gate.Refusal;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Watches the clock: the gate glances at it before each decision, and each second it is held
/// against the database's, the ledger's and the kernel's word. What changes is entered.
public final class ClockKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ClockKeeper.class);

    /// A reading that took longer says nothing: this thread had to wait.
    private static final long HELD_UP = Duration.ofMillis(100).toNanos();

    private final Database database;
    private final PostgresLedger ledger;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Supplier<Sync> kernel;
    private final List<ClockState.Told> untold = new ArrayList<>();
    private ClockState state;

    /// @param nanos a monotonic clock
    /// @param kernel whether a time server disciplines the clock
    public ClockKeeper(
            Database database,
            PostgresLedger ledger,
            InstantSource clock,
            LongSupplier nanos,
            Supplier<Sync> kernel,
            ClockState.Requires requires) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
        this.nanos = nanos;
        this.kernel = kernel;
        this.state = ClockState.unread(requires);
    }

    /// Why nothing may be decided by this clock now; empty when it is believed. At once.
    public synchronized Optional<Refusal> doubt() {
        glance().ifPresent(this::take);
        return state.doubts().isEmpty() ? Optional.empty() : Optional.of(Gate.CLOCK_UNSURE);
    }

    /// Both clocks at one moment; empty when this thread was held up between them.
    private Optional<ClockReading> glance() {
        long before = nanos.getAsLong();
        Instant wall = clock.instant();
        long after = nanos.getAsLong();
        return after - before > HELD_UP
                ? Optional.empty()
                : Optional.of(ClockReading.glance(wall, after));
    }

    private void take(ClockReading reading) {
        ClockState.Looked looked = state.look(reading);
        if (!looked.next().doubts().equals(state.doubts())) {
            LOG.warn("clock.doubts doubts={}", looked.next().doubts());
        }
        state = looked.next();
        untold.addAll(looked.told());
    }

    /// Reads all clocks and enters what is new. To be called each second. Blocks.
    public void look() {
        int entered =
                database.transact(tx -> {
                    List<ClockState.Told> news = read(tx);
                    if (!news.isEmpty()) {
                        ledger.append(
                                tx,
                                news.stream().map(told -> entry(told, clock.instant())).toList());
                    }
                    return news.size();
                });
        forget(entered);
    }

    /// What was entered is committed; what was not waits for the next look.
    private synchronized void forget(int entered) {
        untold.subList(0, entered).clear();
    }

    /// The database's clock is read between two glances at ours, so that a slow answer is no
    /// difference.
    private List<ClockState.Told> read(DSLContext tx) {
        Instant before = clock.instant();
        var answer =
                tx.select(
                                DSL.field("clock_timestamp()", SQLDataType.INSTANT),
                                DSL.field(
                                        DSL.select(LEDGER_CHECKPOINT.SIGNED_AT)
                                                .from(LEDGER_CHECKPOINT)
                                                .orderBy(LEDGER_CHECKPOINT.ID.desc())
                                                .limit(1)))
                        .fetchSingle();
        Sync sync = kernel.get();
        synchronized (this) {
            glance().ifPresent(now ->
                    take(
                            new ClockReading(
                                    now.wall(),
                                    now.nanos(),
                                    Optional.of(between(before, answer.value1(), now.wall())),
                                    Optional.ofNullable(answer.value2()),
                                    Optional.of(sync))));
            return List.copyOf(untold);
        }
    }

    /// An answer from within the time that it took says nothing against our clock; one from before
    /// or after it, as much as it lies outside.
    private static Instant between(Instant before, Instant theirs, Instant after) {
        if (theirs.isBefore(before)) {
            return after.minus(Duration.between(theirs, before));
        }
        return theirs.isAfter(after) ? theirs : after;
    }

    private static AuditEntry entry(ClockState.Told told, Instant now) {
        return new AuditEntry(
                now,
                told.kind(),
                AuditEntry.Actor.PROGRAM,
                AuditEntry.Subject.NONE,
                Map.of("millis", told.millis()));
    }
}
