package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.ERASURE;
import static org.rightparty.schema.generated.Tables.ERASURE_STEP;
import static org.rightparty.schema.generated.Tables.LEGAL_HOLD;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.retention.ErasureStep;
import org.rightparty.compliance.retention.Media;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.database.Database;
import org.rightparty.schema.generated.tables.records.ErasureRecord;
import org.rightparty.schema.generated.tables.records.ErasureStepRecord;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Does what approved erasures ask for, a step a transaction, each step noted with what it removed:
/// killed at any moment, it goes on with the step that is not noted.
public final class ErasureWork {
    private static final int ERASURES_MAX = 20;
    private static final String FOUND = "FOUND ";
    private static final String RECORDING = "RECORDING ";

    private final Database database;
    private final PostgresLedger ledger;
    private final Media media;
    private final UnaryOperator<String> sign;

    /// @param sign puts the ledger's signature under a text
    public ErasureWork(
            Database database, PostgresLedger ledger, Media media, UnaryOperator<String> sign) {
        this.database = database;
        this.ledger = ledger;
        this.media = media;
        this.sign = sign;
    }

    static Subject about(ConsumerId consumer) {
        return new Subject(
                Optional.of(consumer), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Works off what is approved and not forbidden by a legal hold, and erases rejected rows whose
    /// time is over.
    ///
    /// @return how many erasures were finished
    public int work(Instant now) {
        int finished = 0;
        for (ErasureRecord erasure : database.transact(ErasureWork::approved)) {
            finished += erase(erasure, now) ? 1 : 0;
        }
        database.transact(tx -> RejectErasure.due(tx, ledger, now));
        return finished;
    }

    private static List<ErasureRecord> approved(DSLContext tx) {
        return tx.selectFrom(ERASURE)
                .where(ERASURE.APPROVED_AT.isNotNull())
                .and(ERASURE.FINISHED_AT.isNull())
                .andNotExists(
                        DSL.selectOne()
                                .from(LEGAL_HOLD)
                                .where(LEGAL_HOLD.CONSUMER_ID.eq(ERASURE.CONSUMER_ID))
                                .and(LEGAL_HOLD.RELEASED_AT.isNull()))
                .orderBy(ERASURE.ID)
                .limit(ERASURES_MAX)
                .fetch();
    }

    /// @return false when a legal hold stopped it on the way
    private boolean erase(ErasureRecord erasure, Instant now) {
        for (Map.Entry<AttemptId, String> file : recordings(erasure.getConsumerId()).entrySet()) {
            if (!recording(erasure, file.getKey(), file.getValue(), now)) {
                return false;
            }
        }
        for (ErasureStep step : ErasureStep.values()) {
            Removing removing = tx -> new Removed(remove(tx, erasure, step, now), "");
            if (!step(erasure, step.name(), now, removing)) {
                return false;
            }
        }
        finish(erasure, now);
        return true;
    }

    private Map<AttemptId, String> recordings(ConsumerId consumer) {
        return database.transact(tx ->
                tx
                        .select(ATTEMPT.ID, ATTEMPT_END.RECORDING)
                        .from(ATTEMPT)
                        .join(ATTEMPT_END)
                        .on(ATTEMPT_END.ATTEMPT_ID.eq(ATTEMPT.ID))
                        .and(ATTEMPT_END.PLACED_AT.eq(ATTEMPT.PLACED_AT))
                        .where(ATTEMPT.CONSUMER_ID.eq(consumer))
                        .and(ATTEMPT_END.RECORDING.ne(""))
                        .orderBy(ATTEMPT.ID, ATTEMPT_END.REVISION)
                        .fetch()
                        .stream()
                        .collect(
                                LinkedHashMap::new,
                                (map, row) -> map.put(row.value1(), row.value2()),
                                Map::putAll));
    }

    private record Removed(long count, String detail) {}

    private interface Removing {
        Removed remove(DSLContext tx);
    }

    /// What was there is noted before it is deleted, which no transaction takes back.
    ///
    /// @return false when a legal hold stands
    private boolean recording(ErasureRecord erasure, AttemptId attempt, String file, Instant now) {
        String found = FOUND + attempt;
        return step(erasure, found, now, _ -> new Removed(0, media.find(attempt, file).orElse("")))
                && step(
                        erasure,
                        RECORDING + attempt,
                        now,
                        tx -> {
                            media.erase(attempt, file);
                            String sha256 = detail(tx, erasure, found);
                            return sha256.isEmpty()
                                    ? new Removed(0, "was not there")
                                    : new Removed(1, sha256);
                        });
    }

    private static String detail(DSLContext tx, ErasureRecord erasure, String step) {
        return tx.select(ERASURE_STEP.DETAIL)
                .from(ERASURE_STEP)
                .where(ERASURE_STEP.ERASURE_ID.eq(erasure.getId()))
                .and(ERASURE_STEP.STEP.eq(step))
                .fetchSingle()
                .value1();
    }

    /// @return false when a legal hold stands
    private boolean step(ErasureRecord erasure, String name, Instant now, Removing removing) {
        return database.transact(tx -> {
            tx.selectFrom(ERASURE).where(ERASURE.ID.eq(erasure.getId())).forUpdate().fetchSingle();
            if (LegalHolds.stands(tx, erasure.getConsumerId())) {
                return false;
            }
            if (!isDone(tx, erasure, name)) {
                Removed removed = removing.remove(tx);
                tx.insertInto(ERASURE_STEP)
                        .set(ERASURE_STEP.ERASURE_ID, erasure.getId())
                        .set(ERASURE_STEP.STEP, name)
                        .set(ERASURE_STEP.REMOVED, removed.count())
                        .set(ERASURE_STEP.DETAIL, removed.detail())
                        .set(ERASURE_STEP.DONE_AT, now)
                        .execute();
                tell(
                        tx,
                        erasure,
                        "erasure.step",
                        Map.of("id", erasure.getId(), "step", name, "removed", removed.count()),
                        now);
            }
            return true;
        });
    }

    private static boolean isDone(DSLContext tx, ErasureRecord erasure, String name) {
        return tx.fetchExists(
                ERASURE_STEP,
                ERASURE_STEP.ERASURE_ID.eq(erasure.getId()).and(ERASURE_STEP.STEP.eq(name)));
    }

    private long remove(DSLContext tx, ErasureRecord erasure, ErasureStep step, Instant now) {
        return switch (step) {
            case RECORDINGS ->
                    tx.fetchCount(
                            ERASURE_STEP,
                            ERASURE_STEP
                                    .ERASURE_ID
                                    .eq(erasure.getId())
                                    .and(ERASURE_STEP.STEP.startsWith(RECORDING)));
            case PERSONAL_FACTS -> ledger.erase(tx, erasure.getConsumerId(), Actor.PROGRAM, now);
            case REJECTS -> RejectErasure.of(tx, erasure.getConsumerId());
            case AFTER_CALLS, CALLS, RESTRICTIONS, WAYS_TO_REACH, PERSON ->
                    tx.fetchSingle(
                                    "SELECT erase_step({0}, {1})",
                                    DSL.val(erasure.getId()), DSL.val(step.name()))
                            .get(0, Long.class);
        };
    }

    private void finish(ErasureRecord erasure, Instant now) {
        database.transact(tx -> {
            List<ErasureStepRecord> steps =
                    tx.selectFrom(ERASURE_STEP)
                            .where(ERASURE_STEP.ERASURE_ID.eq(erasure.getId()))
                            .and(ERASURE_STEP.STEP.startsWith(FOUND).not())
                            .orderBy(ERASURE_STEP.DONE_AT, ERASURE_STEP.STEP)
                            .fetch();
            String certificate = sign.apply(text(erasure, steps, now));
            tx.update(ERASURE)
                    .set(ERASURE.FINISHED_AT, now)
                    .set(ERASURE.CERTIFICATE, certificate)
                    .where(ERASURE.ID.eq(erasure.getId()))
                    .execute();
            tell(
                    tx,
                    erasure,
                    "erasure.finished",
                    Map.of(
                            "id",
                            erasure.getId(),
                            "certificate_sha256",
                            Sha256.hex(certificate.getBytes(StandardCharsets.UTF_8))),
                    now);
            return tx;
        });
    }

    /// The certificate's text, which the ledger's key signs.
    private static String text(ErasureRecord erasure, List<ErasureStepRecord> steps, Instant now) {
        StringBuilder text =
                new StringBuilder("rightparty-erasure/1\n")
                        .append("erasure " + erasure.getId() + "\n")
                        .append("consumer " + erasure.getConsumerId() + "\n")
                        .append("ground " + erasure.getGround() + "\n")
                        .append(by("asked", erasure.getAskedBy(), erasure.getAskedAt()))
                        .append(by("approved", erasure.getApprovedBy(), erasure.getApprovedAt()))
                        .append("finished " + now + "\n");
        for (ErasureStepRecord step : steps) {
            text.append("removed " + step.getRemoved() + " " + step.getStep());
            text.append(step.getDetail().isEmpty() ? "\n" : " " + step.getDetail() + "\n");
        }
        return text.toString();
    }

    private static String by(String what, Object who, Instant when) {
        return what + "-by agent:" + who + " " + when + "\n";
    }

    private void tell(
            DSLContext tx,
            ErasureRecord erasure,
            String kind,
            Map<String, Object> detail,
            Instant now) {
        ledger.append(
                tx,
                new AuditEntry(now, kind, Actor.PROGRAM, about(erasure.getConsumerId()), detail));
    }
}
