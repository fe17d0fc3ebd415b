package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Numbers;
import org.rightparty.database.Database;
import org.rightparty.schema.generated.tables.records.PhoneRecord;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Numbers learned in calls, in their tables. Selection and the gate learn of them from there.
public final class PostgresNumbers implements Numbers {
    /// A call may be talked about so long after it.
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private static final Set<String> OPEN = Set.of("UNVERIFIED", "VERIFIED");
    private static final String CONSENT_KIND = "TCPA_PRIOR_EXPRESS";

    private final Database database;
    private final Function<DSLContext, Ledger> ledger;
    private final InstantSource clock;

    /// @param ledger the audit ledger as seen from inside a transaction
    public PostgresNumbers(
            Database database, Function<DSLContext, Ledger> ledger, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// The call it came up in.
    private record Call(ConsumerId consumer, AccountId account, boolean verified) {}

    @Override
    public Answer learned(Learned number, AgentId by) {
        Instant now = clock.instant();
        return database.transact(tx -> {
            Optional<Call> call = call(tx, number.attempt(), by, now);
            if (call.isEmpty()) {
                return Answer.Declined.because("NOT_YOUR_CALL", "This is no call of yours.");
            } else if (number.giver() == Giver.CONSUMER && !call.get().verified()) {
                return Answer.Declined.because(
                        "NOT_VERIFIED",
                        "Verify identity first, or say that somebody else gave the number.");
            }
            return keep(tx, call.get(), number, by, now);
        });
    }

    private static Optional<Call> call(DSLContext tx, AttemptId attempt, AgentId by, Instant now) {
        return tx.select(
                        ATTEMPT.CONSUMER_ID,
                        ATTEMPT.ACCOUNT_ID,
                        Verification.proofs(ATTEMPT.ID, ATTEMPT.PLACED_AT))
                .from(ATTEMPT)
                .where(ATTEMPT.ID.eq(attempt))
                .and(ATTEMPT.PLACED_AT.gt(now.minus(LOOK_BACK)))
                .and(spokenBy(by))
                .fetchOptional(PostgresNumbers::call);
    }

    private static Call call(Record3<ConsumerId, AccountId, String> row) {
        return new Call(row.value1(), row.value2(), !Verification.read(row.value3()).isEmpty());
    }

    private static Condition spokenBy(AgentId by) {
        return DSL.exists(
                        DSL.selectOne()
                                .from(LIVE_ATTEMPT)
                                .where(LIVE_ATTEMPT.ATTEMPT_ID.eq(ATTEMPT.ID))
                                .and(LIVE_ATTEMPT.AGENT_ID.eq(by)))
                .or(
                        DSL.exists(
                                DSL.selectOne()
                                        .from(ATTEMPT_END)
                                        .where(ATTEMPT_END.ATTEMPT_ID.eq(ATTEMPT.ID))
                                        .and(ATTEMPT_END.PLACED_AT.eq(ATTEMPT.PLACED_AT))
                                        .and(ATTEMPT_END.AGENT_ID.eq(by))));
    }

    private Answer keep(DSLContext tx, Call call, Learned number, AgentId by, Instant now) {
        Optional<PhoneRecord> known =
                tx.selectFrom(PHONE)
                        .where(PHONE.CONSUMER_ID.eq(call.consumer()))
                        .and(PHONE.E164.eq(number.number().e164()))
                        .forUpdate()
                        .fetchOptional();
        if (known.isPresent() && !OPEN.contains(known.get().getUsable())) {
            return Answer.Declined.because(
                    "NUMBER_BARRED",
                    "This number is not to be called. An officer has to look at it first.");
        }
        PhoneId phone =
                known.map(PhoneRecord::getId).orElseGet(() -> insert(tx, call, number, now));
        consent(tx, call, phone, number, by, now);
        ledger.apply(tx).append(List.of(entry(call, phone, number, by, now)));
        return new Answer.Accepted();
    }

    private static PhoneId insert(DSLContext tx, Call call, Learned number, Instant now) {
        boolean own = number.giver() == Giver.CONSUMER;
        short rank =
                tx.select(DSL.coalesce(DSL.max(PHONE.PREFERENCE_RANK), (short) 0))
                        .from(PHONE)
                        .where(PHONE.CONSUMER_ID.eq(call.consumer()))
                        .fetchSingle()
                        .value1();
        return tx.insertInto(PHONE)
                .set(PHONE.CONSUMER_ID, call.consumer())
                .set(PHONE.E164, number.number().e164())
                .set(PHONE.PLACE, number.place())
                .set(PHONE.SOURCE, own ? "CONSUMER" : "THIRD_PARTY")
                .set(PHONE.USABLE, own ? "VERIFIED" : "UNVERIFIED")
                .set(PHONE.USABLE_SINCE, now)
                .set(PHONE.PREFERENCE_RANK, (short) (rank + 1))
                .set(PHONE.CREATED_AT, now)
                .returningResult(PHONE.ID)
                .fetchSingle()
                .value1();
    }

    /// Nobody else can consent in the consumer's place. What she refused is kept too: a number that
    /// she gives would else count as consent by itself.
    private static void consent(
            DSLContext tx, Call call, PhoneId phone, Learned number, AgentId by, Instant now) {
        if (number.giver() == Giver.CONSUMER) {
            tx.insertInto(CONSENT)
                    .set(CONSENT.CONSUMER_ID, call.consumer())
                    .set(CONSENT.PHONE_ID, phone)
                    .set(CONSENT.KIND, CONSENT_KIND)
                    .set(CONSENT.GRANTED, number.dialing() == Dialing.AGREED)
                    .set(CONSENT.GIVEN_TO, "COLLECTOR")
                    .set(CONSENT.GIVEN_AT, now)
                    .set(CONSENT.EVIDENCE, "call " + number.attempt() + ": " + number.words())
                    .set(CONSENT.RECORDED_BY, by)
                    .set(CONSENT.RECORDED_AT, now)
                    .execute();
        }
    }

    private static AuditEntry entry(
            Call call, PhoneId phone, Learned number, AgentId by, Instant now) {
        return new AuditEntry(
                now,
                "number.learned",
                AuditEntry.Actor.agent(by),
                AuditEntry.Subject.of(call.consumer(), call.account()),
                Map.of(
                        "phone",
                        phone.value(),
                        "attempt",
                        number.attempt().value(),
                        "place",
                        number.place(),
                        "giver",
                        number.giver().name(),
                        "dialing",
                        number.dialing().name()));
    }
}
