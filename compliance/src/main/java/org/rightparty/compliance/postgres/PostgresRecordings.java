package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.LEGAL_HOLD;
import static org.rightparty.schema.generated.Tables.RECORDING;
import static org.rightparty.schema.generated.Tables.RETENTION_RULE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.vault.Vault;
import org.rightparty.database.Database;
import org.rightparty.schema.generated.tables.records.RecordingRecord;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recordings on their way into the vault, out of it to be heard, and to their end.
public final class PostgresRecordings {
    /// The directory of recordings that a telephone system names which writes no sound: the
    /// practice carrier. Nothing is looked for there.
    public static final String UNWRITTEN = "/practice/recordings";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresRecordings.class);
    private static final int FILES_MAX = 50;
    private static final int LOOKED_AT_MAX = 5_000;
    private static final Duration LOOKED_BACK = Duration.ofDays(3);
    private static final Duration WALKED = Duration.ofDays(1);
    private static final Duration STILL_WRITTEN = Duration.ofSeconds(10);

    private final Database database;
    private final PostgresLedger ledger;
    private final Vault vault;
    private boolean leftTold;

    /// How far back the walk through older recordings has come; from the begin again when null.
    private @Nullable Instant walkedTo;

    public PostgresRecordings(Database database, PostgresLedger ledger, Vault vault) {
        this.database = database;
        this.ledger = ledger;
        this.vault = vault;
    }

    private record Found(AttemptId attempt, Instant placedAt, ConsumerId consumer, String file) {}

    /// Encrypts what the telephone system left on a disk that is seen here, and deletes it there.
    /// What cannot be read, or not be deleted, is left as it is and told in the log: a copy in the
    /// vault beside one in the clear protects nobody.
    ///
    /// @return how many
    public int keep(Instant now) {
        Instant recent = now.minus(LOOKED_BACK);
        int kept = 0;
        int left = 0;
        for (Found found : database.transact(tx -> found(tx, recent, now, now))) {
            Path file = Path.of(found.file());
            if (!isOurs(file)) {
                left++;
            } else if (kept < FILES_MAX) {
                keep(found, file, now);
                kept++;
            }
        }
        tellLeft(left);
        return kept;
    }

    /// The same for recordings of before: a day of calls each time, from the newest to the oldest
    /// and again. A file whose time is over is erased, unless a legal hold stands.
    ///
    /// @return how many were kept or erased
    public int keepOlder(Instant now) {
        Instant recent = now.minus(LOOKED_BACK);
        Instant to = walkedTo == null ? recent : walkedTo;
        Instant from = to.minus(WALKED);
        int done = 0;
        List<Found> day = database.transact(tx -> found(tx, from, to, now));
        for (Found found : day) {
            Path file = Path.of(found.file());
            if (done < FILES_MAX && isOurs(file)) {
                if (isOver(found, now)) {
                    erase(found, now);
                } else {
                    keep(found, file, now);
                }
                done++;
            }
        }
        if (done < FILES_MAX) {
            walkedTo = next(day, from);
        }
        return done;
    }

    /// Where the walk goes on: days without a recording are passed over.
    private @Nullable Instant next(List<Found> day, Instant from) {
        if (day.size() == LOOKED_AT_MAX) {
            return day.getLast().placedAt().plusMillis(1);
        }
        Optional<Instant> older =
                database.transact(tx ->
                        Optional.ofNullable(
                                tx.select(DSL.max(ATTEMPT_END.PLACED_AT))
                                        .from(ATTEMPT_END)
                                        .where(ATTEMPT_END.RECORDING.ne(""))
                                        .and(ATTEMPT_END.PLACED_AT.lt(from))
                                        .fetchSingle()
                                        .value1()));
        return older.map(at -> at.plusMillis(1)).orElse(null);
    }

    private boolean isOver(Found found, Instant now) {
        return database.transact(tx ->
                found.placedAt().isBefore(keptSince(tx, now))
                        && !tx.fetchExists(
                                LEGAL_HOLD,
                                LEGAL_HOLD
                                        .CONSUMER_ID
                                        .eq(found.consumer())
                                        .and(LEGAL_HOLD.RELEASED_AT.isNull())));
    }

    private void erase(Found found, Instant now) {
        vault.find(found.attempt(), found.file())
                .ifPresent(sha256 ->
                        database.transact(tx -> {
                            tell(
                                    tx,
                                    "recording.erased",
                                    Actor.PROGRAM,
                                    found.consumer(),
                                    found.attempt(),
                                    Map.of("sha256", sha256, "was_there", true),
                                    now);
                            vault.erase(found.attempt(), found.file());
                            return tx;
                        }));
    }

    private static boolean isOurs(Path file) {
        Path directory = file.getParent();
        return Files.isReadable(file) && directory != null && Files.isWritable(directory);
    }

    private void tellLeft(int left) {
        if (left > 0 && !leftTold) {
            LOG.warn(
                    "recordings.in-clear files={} mend=share-their-directory-writable-with-us",
                    left);
        }
        leftTold = left > 0;
    }

    /// Recordings of calls placed from `from` and before `to` that are not in the vault.
    private static List<Found> found(DSLContext tx, Instant from, Instant to, Instant now) {
        return tx.select(ATTEMPT.ID, ATTEMPT.PLACED_AT, ATTEMPT.CONSUMER_ID, ATTEMPT_END.RECORDING)
                .from(ATTEMPT_END)
                .join(ATTEMPT)
                .on(ATTEMPT.ID.eq(ATTEMPT_END.ATTEMPT_ID))
                .and(ATTEMPT.PLACED_AT.eq(ATTEMPT_END.PLACED_AT))
                .where(ATTEMPT_END.RECORDING.ne(""))
                .andNot(ATTEMPT_END.RECORDING.startsWith(UNWRITTEN + "/"))
                .and(ATTEMPT_END.PLACED_AT.ge(from))
                .and(ATTEMPT_END.PLACED_AT.lt(to))
                .and(ATTEMPT_END.ENDED_AT.lt(now.minus(STILL_WRITTEN)))
                .andNotExists(
                        DSL.selectOne()
                                .from(RECORDING)
                                .where(RECORDING.ATTEMPT_ID.eq(ATTEMPT_END.ATTEMPT_ID)))
                .orderBy(ATTEMPT_END.PLACED_AT.desc())
                .limit(LOOKED_AT_MAX)
                .fetch(row -> new Found(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private void keep(Found found, Path file, Instant now) {
        Vault.Kept kept = vault.keep(found.attempt(), file);
        database.transact(tx -> {
            tx.insertInto(RECORDING)
                    .set(RECORDING.ATTEMPT_ID, found.attempt())
                    .set(RECORDING.PLACED_AT, found.placedAt())
                    .set(RECORDING.CONSUMER_ID, found.consumer())
                    .set(RECORDING.BYTES, kept.bytes())
                    .set(RECORDING.SHA256, kept.sha256())
                    .set(RECORDING.WRAPPED_KEY, kept.wrappedKey())
                    .set(RECORDING.KEPT_AT, now)
                    .execute();
            tell(
                    tx,
                    "recording.kept",
                    Actor.PROGRAM,
                    found.consumer(),
                    found.attempt(),
                    Map.of("sha256", kept.sha256(), "bytes", kept.bytes()),
                    now);
            return tx;
        });
        try {
            Files.delete(file);
        } catch (IOException failed) {
            LOG.error("recordings.in-clear attempt={} mend=delete-the-file", found.attempt());
        }
    }

    /// The sound of a call for somebody who wants to hear it, which is an entry.
    ///
    /// @return empty when nothing is kept of it
    public Optional<byte[]> hear(AttemptId attempt, AgentId by, Instant now) {
        Optional<RecordingRecord> kept =
                database.transact(tx -> {
                    Optional<RecordingRecord> row =
                            tx.selectFrom(RECORDING)
                                    .where(RECORDING.ATTEMPT_ID.eq(attempt))
                                    .fetchOptional();
                    row.ifPresent(r ->
                            tell(
                                    tx,
                                    "recording.heard",
                                    Actor.agent(by),
                                    r.getConsumerId(),
                                    attempt,
                                    Map.of("sha256", r.getSha256()),
                                    now));
                    return row;
                });
        return kept.flatMap(row -> vault.open(attempt, row.getWrappedKey()));
    }

    /// Deletes recordings whose time to be kept is over, unless a legal hold stands.
    ///
    /// @return how many
    public int expire(Instant now) {
        int expired = 0;
        for (RecordingRecord row : database.transact(tx -> over(tx, now))) {
            expired += database.transact(tx -> expire(tx, row, now)) ? 1 : 0;
        }
        return expired;
    }

    private boolean expire(DSLContext tx, RecordingRecord row, Instant now) {
        if (LegalHolds.stands(tx, row.getConsumerId())) {
            return false;
        }
        boolean was = vault.find(row.getAttemptId(), "").isPresent();
        vault.erase(row.getAttemptId(), "");
        tx.deleteFrom(RECORDING).where(RECORDING.ATTEMPT_ID.eq(row.getAttemptId())).execute();
        tell(
                tx,
                "recording.erased",
                Actor.PROGRAM,
                row.getConsumerId(),
                row.getAttemptId(),
                Map.of("sha256", row.getSha256(), "was_there", was),
                now);
        return true;
    }

    /// Recordings of calls before this are no longer kept.
    private static Instant keptSince(DSLContext tx, Instant now) {
        int years =
                tx.select(RETENTION_RULE.YEARS)
                        .from(RETENTION_RULE)
                        .where(RETENTION_RULE.RECORD_CLASS.eq("RECORDING"))
                        .fetchSingle()
                        .value1();
        return now.atOffset(ZoneOffset.UTC).minusYears(years).toInstant();
    }

    private static List<RecordingRecord> over(DSLContext tx, Instant now) {
        return tx.selectFrom(RECORDING)
                .where(RECORDING.PLACED_AT.lt(keptSince(tx, now)))
                .andNotExists(
                        DSL.selectOne()
                                .from(LEGAL_HOLD)
                                .where(LEGAL_HOLD.CONSUMER_ID.eq(RECORDING.CONSUMER_ID))
                                .and(LEGAL_HOLD.RELEASED_AT.isNull()))
                .orderBy(RECORDING.PLACED_AT)
                .limit(FILES_MAX)
                .fetch();
    }

    private void tell(
            DSLContext tx,
            String kind,
            Actor by,
            ConsumerId consumer,
            AttemptId attempt,
            Map<String, Object> detail,
            Instant now) {
        ledger.append(
                tx,
                new AuditEntry(now, kind, by, ErasureWork.about(consumer).during(attempt), detail));
    }
}
