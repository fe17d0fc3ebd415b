package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Numbers;
import org.rightparty.database.Database;
import org.rightparty.schema.generated.tables.records.PhoneRecord;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Numbers learned in calls, in their tables. Selection and the gate learn of them from there.
public final class PostgresNumbers implements Numbers {
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

    @Override
    public Answer learned(Learned number, AgentId by) {
        Instant now = clock.instant();
        return database.transact(tx -> {
            Optional<OwnCall> call = OwnCall.of(tx, number.attempt(), by, now);
            if (call.isEmpty()) {
                return OwnCall.notYours();
            } else if (number.giver() == Giver.CONSUMER && !call.get().verified()) {
                return Answer.Declined.because(
                        "NOT_VERIFIED",
                        "Verify identity first, or say that somebody else gave the number.");
            }
            return keep(tx, call.get(), number, by, now);
        });
    }

    private Answer keep(DSLContext tx, OwnCall call, Learned number, AgentId by, Instant now) {
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

    private static PhoneId insert(DSLContext tx, OwnCall call, Learned number, Instant now) {
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
            DSLContext tx, OwnCall call, PhoneId phone, Learned number, AgentId by, Instant now) {
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
            OwnCall call, PhoneId phone, Learned number, AgentId by, Instant now) {
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
