package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.CONTACT_EVENT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.Explanation;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.postgres.PostgresExplanations;
import org.rightparty.compliance.postgres.PostgresExplanations.Question;
import org.rightparty.compliance.rules.ContactKind;
import org.rightparty.compliance.rules.ContactResult;
import org.rightparty.console.desk.WrapUpRules;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Calls that came in and that nobody took. Whoever was tried on that number of late rang us back:
/// the contact is kept, and a callback is due as soon as the gate would let it pass. It is no wish
/// for a call at a time, so no limit has an exception for it; the gate decides when it is due.
public final class MissedCalls {
    /// An older attempt is not what they ring back for.
    private static final Duration LATELY = Duration.ofDays(30);

    private static final Duration CALLBACK_MAX = Duration.ofDays(WrapUpRules.CALLBACK_DAYS_MAX);

    private final Database database;
    private final PostgresExplanations explanations;
    private final PostgresCandidates candidates;
    private final Journal journal;

    MissedCalls(
            Database database,
            PostgresExplanations explanations,
            PostgresCandidates candidates,
            Journal journal) {
        this.database = database;
        this.explanations = explanations;
        this.candidates = candidates;
        this.journal = journal;
    }

    private record Tried(ConsumerId consumer, AccountId account, PhoneId phone) {}

    /// Nothing is kept of a number that we did not try.
    public void write(PhoneNumber from, Instant at) {
        database.transact(tx -> {
            tried(tx, from, at).ifPresent(who -> write(tx, who, at));
            return tx;
        });
    }

    /// Whom we tried last on this number; locked, so that a second call finds the first's callback.
    private static Optional<Tried> tried(DSLContext tx, PhoneNumber from, Instant at) {
        return tx.select(ATTEMPT.CONSUMER_ID, ATTEMPT.ACCOUNT_ID, ATTEMPT.PHONE_ID)
                .from(PHONE)
                .join(ATTEMPT)
                .on(ATTEMPT.CONSUMER_ID.eq(PHONE.CONSUMER_ID))
                .and(ATTEMPT.PHONE_ID.eq(PHONE.ID))
                .join(CONSUMER)
                .on(CONSUMER.ID.eq(PHONE.CONSUMER_ID))
                .where(PHONE.E164.eq(from.e164()))
                .and(ATTEMPT.PLACED_AT.gt(at.minus(LATELY)))
                .and(CONSUMER.ERASED_AT.isNull())
                .orderBy(ATTEMPT.PLACED_AT.desc())
                .limit(1)
                .forNoKeyUpdate()
                .of(CONSUMER)
                .fetchOptional(row -> new Tried(row.value1(), row.value2(), row.value3()));
    }

    private void write(DSLContext tx, Tried who, Instant at) {
        tx.insertInto(CONTACT_EVENT)
                .set(CONTACT_EVENT.CONSUMER_ID, who.consumer())
                .set(CONTACT_EVENT.PHONE_ID, who.phone())
                .set(CONTACT_EVENT.KIND, ContactKind.INBOUND_CALL.name())
                .set(CONTACT_EVENT.RESULT, ContactResult.RING_NO_ANSWER.name())
                .set(CONTACT_EVENT.AT, at)
                .set(CONTACT_EVENT.SOURCE, "CARRIER")
                .set(CONTACT_EVENT.RECORDED_AT, at)
                .execute();
        Map<String, Object> detail = new HashMap<>();
        detail.put("phone", who.phone().value());
        if (!isCalledBackAnyway(tx, who.consumer())) {
            callBack(tx, who, at, detail);
        }
        journal.append(
                tx,
                new AuditEntry(
                        at,
                        "call.came-in",
                        AuditEntry.Actor.PROGRAM,
                        AuditEntry.Subject.of(who.consumer(), who.account()),
                        detail));
        candidates.choose(tx, who.consumer(), at);
    }

    private static boolean isCalledBackAnyway(DSLContext tx, ConsumerId consumer) {
        return tx.fetchExists(
                tx.selectOne()
                        .from(CALLBACK)
                        .where(CALLBACK.CONSUMER_ID.eq(consumer))
                        .and(CALLBACK.STATE.eq("OPEN")));
    }

    /// None for whom the gate would never let be called, or not within the days of a callback.
    private void callBack(DSLContext tx, Tried who, Instant at, Map<String, Object> detail) {
        Question question = new Question(who.account(), Optional.of(who.phone()), Optional.empty());
        for (Explanation said : explanations.explain(tx, question, at)) {
            Optional<Instant> due = said.nextAllowedAt().filter(at.plus(CALLBACK_MAX)::isAfter);
            if (due.isPresent()) {
                detail.put("callback", insert(tx, who, due.get(), said, at));
                detail.put("due", due.get().toString());
            }
        }
    }

    private static long insert(
            DSLContext tx, Tried who, Instant due, Explanation said, Instant at) {
        return tx.insertInto(CALLBACK)
                .set(CALLBACK.CONSUMER_ID, who.consumer())
                .set(CALLBACK.ACCOUNT_ID, who.account())
                .set(CALLBACK.PHONE_ID, who.phone())
                .set(CALLBACK.DUE_AT, due)
                .set(CALLBACK.ZONE, zone(said))
                .set(CALLBACK.ASKED_BY_CONSUMER, false)
                .set(CALLBACK.CREATED_AT, at)
                .returningResult(CALLBACK.ID)
                .fetchSingle()
                .value1();
    }

    private static String zone(Explanation said) {
        return said.where().zoneNames().stream().findFirst().orElse("UTC");
    }
}
