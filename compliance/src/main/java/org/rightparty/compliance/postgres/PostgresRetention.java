package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.ERASURE;
import static org.rightparty.schema.generated.Tables.ERASURE_STEP;
import static org.rightparty.schema.generated.Tables.LAST_ACTIVITY;
import static org.rightparty.schema.generated.Tables.LEGAL_HOLD;
import static org.rightparty.schema.generated.Tables.RETENTION_RULE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.retention.Retention;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Retention in the tables. The erasing itself is [ErasureWork]'s.
public final class PostgresRetention implements Retention {
    private static final List<String> CLOSED = List.of("PAID", "SETTLED", "RECALLED", "CLOSED");

    private final Database database;
    private final PostgresLedger ledger;

    public PostgresRetention(Database database, PostgresLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    @Override
    public List<Due> due(Optional<ConsumerId> after, int many, Instant now) {
        return database.transact(tx -> {
            int years = years(tx);
            return tx.select(
                            CONSUMER.ID,
                            name(),
                            LAST_ACTIVITY.AT,
                            DSL.field(standing(CONSUMER.ID)),
                            DSL.field(underWay(CONSUMER.ID)))
                    .from(CONSUMER)
                    .join(LAST_ACTIVITY)
                    .on(LAST_ACTIVITY.CONSUMER_ID.eq(CONSUMER.ID))
                    .where(CONSUMER.ERASED_AT.isNull())
                    .and(after.map(CONSUMER.ID::gt).orElse(DSL.noCondition()))
                    .andNot(openAccount(CONSUMER.ID))
                    .and(LAST_ACTIVITY.AT.lt(years(now, -years)))
                    .orderBy(CONSUMER.ID)
                    .limit(many)
                    .fetch(row ->
                            new Due(
                                    row.value1(),
                                    row.value2(),
                                    row.value3(),
                                    years(row.value3(), years),
                                    row.value4(),
                                    row.value5()));
        });
    }

    private static int years(DSLContext tx) {
        return tx.select(RETENTION_RULE.YEARS)
                .from(RETENTION_RULE)
                .where(RETENTION_RULE.RECORD_CLASS.eq("PERSON"))
                .fetchSingle()
                .value1();
    }

    private static Instant years(Instant from, int years) {
        return from.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    }

    private static Field<String> name() {
        return DSL.trim(CONSUMER.GIVEN_NAME.concat(" ").concat(CONSUMER.FAMILY_NAME));
    }

    private static Condition openAccount(Field<ConsumerId> consumer) {
        return DSL.exists(
                DSL.selectOne()
                        .from(ACCOUNT)
                        .where(ACCOUNT.CONSUMER_ID.eq(consumer))
                        .and(ACCOUNT.WORK_STATE.notIn(CLOSED)));
    }

    private static Condition standing(Field<ConsumerId> consumer) {
        return DSL.exists(
                DSL.selectOne()
                        .from(LEGAL_HOLD)
                        .where(LEGAL_HOLD.CONSUMER_ID.eq(consumer))
                        .and(LEGAL_HOLD.RELEASED_AT.isNull()));
    }

    private static Condition underWay(Field<ConsumerId> consumer) {
        return DSL.exists(
                DSL.selectOne()
                        .from(ERASURE)
                        .where(ERASURE.CONSUMER_ID.eq(consumer))
                        .and(ERASURE.WITHDRAWN_AT.isNull())
                        .and(ERASURE.FINISHED_AT.isNull()));
    }

    @Override
    public List<LegalHold> legalHolds(int many) {
        return database.transact(tx ->
                tx.select(
                                LEGAL_HOLD.ID,
                                LEGAL_HOLD.CONSUMER_ID,
                                name(),
                                LEGAL_HOLD.REASON,
                                AGENT.DISPLAY_NAME,
                                LEGAL_HOLD.SET_AT)
                        .from(LEGAL_HOLD)
                        .join(CONSUMER)
                        .on(CONSUMER.ID.eq(LEGAL_HOLD.CONSUMER_ID))
                        .join(AGENT)
                        .on(AGENT.ID.eq(LEGAL_HOLD.SET_BY))
                        .where(LEGAL_HOLD.RELEASED_AT.isNull())
                        .orderBy(LEGAL_HOLD.ID.desc())
                        .limit(many)
                        .fetch(row ->
                                new LegalHold(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6())));
    }

    @Override
    public List<Erasure> erasures(int many) {
        var asker = AGENT.as("asker");
        var approver = AGENT.as("approver");
        Field<Long> removed =
                DSL.field(
                                DSL.select(DSL.sum(ERASURE_STEP.REMOVED).cast(Long.class))
                                        .from(ERASURE_STEP)
                                        .where(ERASURE_STEP.ERASURE_ID.eq(ERASURE.ID)))
                        .as("removed");
        return database.transact(tx ->
                tx.select(ERASURE.asterisk(), asker.DISPLAY_NAME, approver.DISPLAY_NAME, removed)
                        .from(ERASURE)
                        .join(asker)
                        .on(asker.ID.eq(ERASURE.ASKED_BY))
                        .leftJoin(approver)
                        .on(approver.ID.eq(ERASURE.APPROVED_BY))
                        .orderBy(ERASURE.ID.desc())
                        .limit(many)
                        .fetch(row ->
                                erasure(
                                        row,
                                        row.get(asker.DISPLAY_NAME),
                                        Optional.ofNullable(row.get(approver.DISPLAY_NAME)),
                                        Optional.ofNullable(row.get(removed)).orElse(0L))));
    }

    private static Erasure erasure(
            Record row, String asker, Optional<String> approver, long removed) {
        return new Erasure(
                row.get(ERASURE.ID),
                row.get(ERASURE.CONSUMER_ID),
                Ground.valueOf(row.get(ERASURE.GROUND)),
                row.get(ERASURE.REASON),
                state(row),
                asker,
                row.get(ERASURE.ASKED_AT),
                approver,
                Optional.ofNullable(row.get(ERASURE.FINISHED_AT)),
                removed);
    }

    private static State state(Record row) {
        if (row.get(ERASURE.FINISHED_AT) != null) {
            return State.FINISHED;
        } else if (row.get(ERASURE.WITHDRAWN_AT) != null) {
            return State.WITHDRAWN;
        }
        return row.get(ERASURE.APPROVED_AT) == null ? State.ASKED : State.APPROVED;
    }

    @Override
    public Outcome hold(ConsumerId consumer, String reason, AgentId by, Instant now) {
        return database.transact(tx -> {
            if (!isKnown(tx, consumer)) {
                return unknown();
            }
            return tx.insertInto(LEGAL_HOLD)
                    .set(LEGAL_HOLD.CONSUMER_ID, consumer)
                    .set(LEGAL_HOLD.REASON, reason)
                    .set(LEGAL_HOLD.SET_BY, by)
                    .set(LEGAL_HOLD.SET_AT, now)
                    .onConflictDoNothing()
                    .returningResult(LEGAL_HOLD.ID)
                    .fetchOptional()
                    .map(row -> {
                        told(tx, "legalhold.set", consumer, by, now, row.value1(), reason);
                        return done(row.value1());
                    })
                    .orElseGet(() -> refused("HELD", "A legal hold stands already."));
        });
    }

    @Override
    public Outcome release(long legalHold, String reason, AgentId by, Instant now) {
        return database.transact(tx ->
                tx.update(LEGAL_HOLD)
                        .set(LEGAL_HOLD.RELEASED_BY, by)
                        .set(LEGAL_HOLD.RELEASED_AT, now)
                        .set(LEGAL_HOLD.RELEASE_REASON, reason)
                        .where(LEGAL_HOLD.ID.eq(legalHold))
                        .and(LEGAL_HOLD.RELEASED_AT.isNull())
                        .returningResult(LEGAL_HOLD.CONSUMER_ID)
                        .fetchOptional()
                        .map(row -> {
                            told(
                                    tx,
                                    "legalhold.released",
                                    row.value1(),
                                    by,
                                    now,
                                    legalHold,
                                    reason);
                            return done(legalHold);
                        })
                        .orElseGet(PostgresRetention::unknown));
    }

    @Override
    public Outcome ask(ConsumerId consumer, Ground ground, String reason, AgentId by, Instant now) {
        return database.transact(tx -> {
            Optional<Outcome> hindered = hindered(tx, consumer, ground, now);
            if (hindered.isPresent()) {
                return hindered.get();
            }
            return tx.insertInto(ERASURE)
                    .set(ERASURE.CONSUMER_ID, consumer)
                    .set(ERASURE.GROUND, ground.name())
                    .set(ERASURE.REASON, reason)
                    .set(ERASURE.ASKED_BY, by)
                    .set(ERASURE.ASKED_AT, now)
                    .onConflictDoNothing()
                    .returningResult(ERASURE.ID)
                    .fetchOptional()
                    .map(row -> {
                        told(tx, "erasure.asked", consumer, by, now, row.value1(), reason);
                        return done(row.value1());
                    })
                    .orElseGet(() -> refused("ASKED", "An erasure is under way already."));
        });
    }

    /// Why a person may not be erased now.
    private static Optional<Outcome> hindered(
            DSLContext tx, ConsumerId consumer, Ground ground, Instant now) {
        if (!isKnown(tx, consumer)) {
            return Optional.of(unknown());
        } else if (is(tx, consumer, standing(CONSUMER.ID))) {
            return Optional.of(refused("HELD", "A legal hold stands."));
        } else if (is(tx, consumer, openAccount(CONSUMER.ID))) {
            return Optional.of(refused("OPEN", "An account of this person is open."));
        } else if (ground == Ground.RETENTION && !isDue(tx, consumer, now)) {
            return Optional.of(refused("NOT_DUE", "The time to keep is not over."));
        }
        return Optional.empty();
    }

    private static boolean isKnown(DSLContext tx, ConsumerId consumer) {
        return is(tx, consumer, CONSUMER.ERASED_AT.isNull());
    }

    private static boolean is(DSLContext tx, ConsumerId consumer, Condition what) {
        return tx.fetchExists(CONSUMER, CONSUMER.ID.eq(consumer).and(what));
    }

    private static boolean isDue(DSLContext tx, ConsumerId consumer, Instant now) {
        return tx.fetchExists(
                LAST_ACTIVITY,
                LAST_ACTIVITY
                        .CONSUMER_ID
                        .eq(consumer)
                        .and(LAST_ACTIVITY.AT.lt(years(now, -years(tx)))));
    }

    @Override
    public Outcome approve(long erasure, AgentId by, Instant now) {
        return database.transact(tx -> {
            var open =
                    tx.selectFrom(ERASURE)
                            .where(ERASURE.ID.eq(erasure))
                            .and(ERASURE.APPROVED_AT.isNull())
                            .and(ERASURE.WITHDRAWN_AT.isNull())
                            .forUpdate()
                            .fetchOptional();
            if (open.isEmpty()) {
                return unknown();
            } else if (open.get().getAskedBy().equals(by)) {
                return refused("SAME_PERSON", "Somebody else must approve what you asked for.");
            }
            ConsumerId consumer = open.get().getConsumerId();
            Optional<Outcome> hindered =
                    hindered(tx, consumer, Ground.valueOf(open.get().getGround()), now);
            if (hindered.isPresent()) {
                return hindered.get();
            }
            tx.update(ERASURE)
                    .set(ERASURE.APPROVED_BY, by)
                    .set(ERASURE.APPROVED_AT, now)
                    .where(ERASURE.ID.eq(erasure))
                    .execute();
            told(tx, "erasure.approved", consumer, by, now, erasure, "");
            return done(erasure);
        });
    }

    @Override
    public Outcome withdraw(long erasure, AgentId by, Instant now) {
        return database.transact(tx ->
                tx.update(ERASURE)
                        .set(ERASURE.WITHDRAWN_BY, by)
                        .set(ERASURE.WITHDRAWN_AT, now)
                        .where(ERASURE.ID.eq(erasure))
                        .and(ERASURE.APPROVED_AT.isNull())
                        .and(ERASURE.WITHDRAWN_AT.isNull())
                        .returningResult(ERASURE.CONSUMER_ID)
                        .fetchOptional()
                        .map(row -> {
                            told(tx, "erasure.withdrawn", row.value1(), by, now, erasure, "");
                            return done(erasure);
                        })
                        .orElseGet(PostgresRetention::unknown));
    }

    @Override
    public Optional<String> certificate(long erasure) {
        return database.transact(tx ->
                tx.select(ERASURE.CERTIFICATE)
                        .from(ERASURE)
                        .where(ERASURE.ID.eq(erasure))
                        .and(ERASURE.CERTIFICATE.isNotNull())
                        .fetchOptional(ERASURE.CERTIFICATE));
    }

    /// What people say of it may hold personal facts: the entry only commits to it.
    private void told(
            DSLContext tx,
            String kind,
            ConsumerId consumer,
            AgentId by,
            Instant now,
            long id,
            String reason) {
        AuditEntry entry =
                new AuditEntry(
                        now,
                        kind,
                        AuditEntry.Actor.agent(by),
                        ErasureWork.about(consumer),
                        Map.of("id", id));
        ledger.append(tx, reason.isEmpty() ? entry : entry.with(Map.of("reason", reason)));
    }

    private static Outcome done(long id) {
        return new Outcome.Done(id);
    }

    private static Outcome unknown() {
        return refused("UNKNOWN", "There is no such thing here, or it is over.");
    }

    private static Outcome refused(String code, String sentence) {
        return new Outcome.Refused(code, sentence);
    }
}
