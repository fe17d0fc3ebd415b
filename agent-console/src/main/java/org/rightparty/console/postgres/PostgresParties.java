package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT_PARTY;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.compliance.gate.AllowedParty;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DispositionCode.HoldEffect;
import org.rightparty.console.desk.Parties;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Parties to accounts in their tables. Each is a person of their own there, so that the gate
/// counts and bars their calls as anybody's.
public final class PostgresParties implements Parties {
    /// Who owes a debt is named by the creditor, not by somebody on the telephone.
    private static final Set<String> OWING = Set.of("COSIGNER", "GUARANTOR");

    /// The role, and the hold that knowing of one sets.
    private static final String ATTORNEY = "ATTORNEY";

    private final Database database;
    private final Function<DSLContext, Ledger> ledger;
    private final InstantSource clock;

    /// @param ledger the audit ledger as seen from inside a transaction
    public PostgresParties(
            Database database, Function<DSLContext, Ledger> ledger, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public List<Party> of(AttemptId attempt, AgentId by) {
        return database.transact(tx ->
                OwnCall.live(tx, attempt, by).map(call -> parties(tx, call)).orElse(List.of()));
    }

    private static List<Party> parties(DSLContext tx, OwnCall call) {
        return tx.select(
                        PHONE.ID,
                        ACCOUNT_PARTY.PARTY_ROLE,
                        CONSUMER.GIVEN_NAME,
                        CONSUMER.FAMILY_NAME,
                        PHONE.E164)
                .from(ACCOUNT_PARTY)
                .join(CONSUMER)
                .on(CONSUMER.ID.eq(ACCOUNT_PARTY.CONSUMER_ID))
                .join(PHONE)
                .on(PHONE.CONSUMER_ID.eq(CONSUMER.ID))
                .where(ACCOUNT_PARTY.ACCOUNT_ID.eq(call.account()))
                .and(CONSUMER.ID.ne(call.consumer()))
                .and(ACCOUNT_PARTY.PARTY_ROLE.ne("PRIMARY"))
                .orderBy(CONSUMER.FAMILY_NAME, CONSUMER.GIVEN_NAME, PHONE.ID)
                .fetch(row ->
                        new Party(
                                row.value1(),
                                row.value2(),
                                (row.value3() + " " + row.value4()).strip(),
                                new PhoneNumber(row.value5())));
    }

    @Override
    public Answer add(Named named, AgentId by) {
        Instant now = clock.instant();
        return database.transact(tx -> {
            Optional<OwnCall> call = OwnCall.live(tx, named.attempt(), by);
            if (call.isEmpty()) {
                return OwnCall.notYours();
            } else if (!call.get().verified()) {
                return Answer.Declined.because("NOT_VERIFIED", "Verify identity first.");
            } else if (!mayBeNamed(named.role())) {
                return Answer.Declined.because(
                        "PARTY_NOT_ALLOWED",
                        "The law does not let us speak of the debt with this person.");
            }
            PhoneId phone = keep(tx, call.get(), named, now);
            List<AuditEntry> entries = new ArrayList<>();
            entries.add(entry(call.get(), named, phone, by, now));
            if (named.role().equals(ATTORNEY) && hold(tx, call.get(), named, by, now)) {
                entries.add(held(call.get(), named, by, now));
            }
            ledger.apply(tx).append(entries);
            return new Answer.Accepted();
        });
    }

    private static boolean mayBeNamed(String role) {
        return AllowedParty.OTHERS.contains(role)
                || (AllowedParty.CONSUMERS.contains(role) && !OWING.contains(role));
    }

    private static PhoneId keep(DSLContext tx, OwnCall call, Named named, Instant now) {
        ConsumerId party = known(tx, call, named).orElseGet(() -> insert(tx, named));
        tx.insertInto(ACCOUNT_PARTY)
                .set(ACCOUNT_PARTY.ACCOUNT_ID, call.account())
                .set(ACCOUNT_PARTY.CONSUMER_ID, party)
                .set(ACCOUNT_PARTY.PARTY_ROLE, named.role())
                .set(ACCOUNT_PARTY.LIABLE, false)
                .onConflictDoNothing()
                .execute();
        tx.insertInto(PHONE)
                .set(PHONE.CONSUMER_ID, party)
                .set(PHONE.E164, named.number().e164())
                .set(PHONE.SOURCE, "THIRD_PARTY")
                .set(PHONE.USABLE_SINCE, now)
                .set(PHONE.CREATED_AT, now)
                .onConflictDoNothing()
                .execute();
        return tx.select(PHONE.ID)
                .from(PHONE)
                .where(PHONE.CONSUMER_ID.eq(party))
                .and(PHONE.E164.eq(named.number().e164()))
                .fetchSingle()
                .value1();
    }

    /// A business has one entry for all accounts; a person has one for each, since nobody here
    /// knows whether two of a name are one.
    private static Optional<ConsumerId> known(DSLContext tx, OwnCall call, Named named) {
        return tx.select(ACCOUNT_PARTY.CONSUMER_ID)
                .from(ACCOUNT_PARTY)
                .join(CONSUMER)
                .on(CONSUMER.ID.eq(ACCOUNT_PARTY.CONSUMER_ID))
                .join(PHONE)
                .on(PHONE.CONSUMER_ID.eq(CONSUMER.ID))
                .where(PHONE.E164.eq(named.number().e164()))
                .and(ACCOUNT_PARTY.PARTY_ROLE.eq(named.role()))
                .and(
                        ACCOUNT_PARTY
                                .ACCOUNT_ID
                                .eq(call.account())
                                .or(
                                        CONSUMER.KIND
                                                .eq("BUSINESS")
                                                .and(CONSUMER.FAMILY_NAME.eq(named.name()))))
                .and(DSL.not(DSL.condition(ACCOUNT_PARTY.LIABLE)))
                .orderBy(ACCOUNT_PARTY.CONSUMER_ID)
                .limit(1)
                .fetchOptional(row -> row.value1());
    }

    private static ConsumerId insert(DSLContext tx, Named named) {
        boolean business = AllowedParty.OTHERS.contains(named.role());
        return tx.insertInto(CONSUMER)
                .set(CONSUMER.KIND, business ? "BUSINESS" : "PERSON")
                .set(CONSUMER.FAMILY_NAME, named.name())
                .returningResult(CONSUMER.ID)
                .fetchSingle()
                .value1();
    }

    /// Who is represented is spoken with no more than that attorney allows (12 CFR 1006.6(b)(2)).
    ///
    /// @return false when that was known
    private static boolean hold(DSLContext tx, OwnCall call, Named named, AgentId by, Instant now) {
        boolean known =
                tx.fetchExists(
                        HOLD,
                        HOLD.CONSUMER_ID
                                .eq(call.consumer())
                                .and(HOLD.CODE.eq(ATTORNEY))
                                .and(HOLD.ACCOUNT_ID.isNull())
                                .and(HOLD.RELEASED_AT.isNull())
                                .and(HOLD.UNTIL_AT.isNull()));
        return !known
                && tx.insertInto(HOLD)
                                .set(HOLD.CONSUMER_ID, call.consumer())
                                .set(HOLD.CODE, ATTORNEY)
                                .set(HOLD.FROM_AT, now)
                                .set(HOLD.EVIDENCE, "call " + named.attempt())
                                .set(HOLD.SOURCE, HoldOrder.Source.AGENT.name())
                                .set(HOLD.SET_BY, by)
                                .set(HOLD.RECORDED_AT, now)
                                .execute()
                        == 1;
    }

    private static AuditEntry held(OwnCall call, Named named, AgentId by, Instant now) {
        return new AuditEntry(
                now,
                "hold.set",
                AuditEntry.Actor.agent(by),
                AuditEntry.Subject.of(call.consumer(), call.account()).during(named.attempt()),
                Map.of("code", ATTORNEY, "scope", HoldEffect.Scope.CONSUMER.name()));
    }

    private static AuditEntry entry(
            OwnCall call, Named named, PhoneId phone, AgentId by, Instant now) {
        return new AuditEntry(
                now,
                "party.named",
                AuditEntry.Actor.agent(by),
                AuditEntry.Subject.of(call.consumer(), call.account()).during(named.attempt()),
                Map.of("phone", phone.value(), "role", named.role()));
    }
}
