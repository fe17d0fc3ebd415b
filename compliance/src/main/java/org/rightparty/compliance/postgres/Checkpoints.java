package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.LEDGER_CHECKPOINT;
import static org.rightparty.schema.generated.Tables.LEDGER_KEY;

import org.jooq.DSLContext;
import org.jooq.Record3;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.Checkpoint;
import org.rightparty.compliance.ledger.SigningKey;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Signs checkpoints: after 1,000 entries, after a minute, and at the first look of a process.
///
/// Checkpoints are never dated before one another. While the clock stands behind the last one, they
/// carry its date and say how far the clock is behind, and an entry tells of it.
final class Checkpoints {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final long ENTRIES_MAX = 1_000;
    private static final Duration UNREMARKABLE = Duration.ofSeconds(1);

    private final PostgresLedger ledger;
    private final SigningKey key;
    private final Sealer.RulebooksHash rulebooks;
    private Optional<Instant> lastLook = Optional.empty();
    private boolean keyKnown;
    private boolean behind;

    Checkpoints(PostgresLedger ledger, SigningKey key, Sealer.RulebooksHash rulebooks) {
        this.ledger = ledger;
        this.key = key;
        this.rulebooks = rulebooks;
    }

    void signIfDue(DSLContext tx, long size, byte[] root, Instant now) {
        Optional<Record3<Long, Long, Instant>> last = last(tx);
        if (isDue(last.map(Record3::value2).orElse(0L), size, now)) {
            introduceKey(tx, now);
            Instant previous = last.map(Record3::value3).orElse(now);
            Instant at = now.isBefore(previous) ? previous : now;
            Duration behindBy = Duration.between(now, at);
            tellOfClock(tx, behindBy, now);
            Checkpoint checkpoint =
                    new Checkpoint(
                            key.verifier().name(),
                            size,
                            root,
                            at,
                            behindBy.toMillis(),
                            rulebooks.at(tx, now));
            insert(tx, last.map(Record3::value1).orElse(0L) + 1, checkpoint);
            lastLook = Optional.of(now);
        }
    }

    /// After a transaction that did not commit nothing is known.
    void forget() {
        lastLook = Optional.empty();
        keyKnown = false;
        behind = false;
    }

    private boolean isDue(long signed, long size, Instant now) {
        return size - signed >= ENTRIES_MAX
                || lastLook.map(look ->
                                now.isBefore(look.minus(EVERY)) || !now.isBefore(look.plus(EVERY)))
                        .orElse(true);
    }

    private static Optional<Record3<Long, Long, Instant>> last(DSLContext tx) {
        return tx.select(LEDGER_CHECKPOINT.ID, LEDGER_CHECKPOINT.SIZE, LEDGER_CHECKPOINT.SIGNED_AT)
                .from(LEDGER_CHECKPOINT)
                .orderBy(LEDGER_CHECKPOINT.ID.desc())
                .limit(1)
                .fetchOptional();
    }

    private void introduceKey(DSLContext tx, Instant now) {
        if (!keyKnown) {
            String text = key.verifier().format();
            boolean isNew =
                    tx.insertInto(LEDGER_KEY)
                                    .set(LEDGER_KEY.VERIFIER_KEY, text)
                                    .set(LEDGER_KEY.FIRST_USED, now)
                                    .onConflictDoNothing()
                                    .execute()
                            == 1;
            if (isNew) {
                ledger.append(tx, entry(now, "ledger.key.introduced", Map.of("key", text)));
            }
            keyKnown = true;
        }
    }

    private void tellOfClock(DSLContext tx, Duration behindBy, Instant now) {
        boolean isBehind = behindBy.compareTo(UNREMARKABLE) > 0;
        if (isBehind && !behind) {
            ledger.append(tx, entry(now, "clock.set.back", Map.of("millis", behindBy.toMillis())));
        }
        behind = isBehind;
    }

    private static AuditEntry entry(Instant now, String kind, Map<String, Object> detail) {
        return new AuditEntry(now, kind, AuditEntry.Actor.PROGRAM, AuditEntry.Subject.NONE, detail);
    }

    private void insert(DSLContext tx, long number, Checkpoint checkpoint) {
        tx.insertInto(LEDGER_CHECKPOINT)
                .set(LEDGER_CHECKPOINT.ID, number)
                .set(LEDGER_CHECKPOINT.SIZE, checkpoint.size())
                .set(LEDGER_CHECKPOINT.ROOT, checkpoint.root())
                .set(LEDGER_CHECKPOINT.SIGNED_AT, checkpoint.at())
                .set(LEDGER_CHECKPOINT.NOTE, key.sign(checkpoint.text()).format())
                .execute();
    }
}
