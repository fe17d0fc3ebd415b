package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ATTEMPT;
import static org.rightparty.schema.generated.Tables.ATTEMPT_END;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.DISPOSITION;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.impl.DSL;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DispositionCode;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.console.desk.WrapUpRules;
import org.rightparty.console.desk.WrapUps;
import org.rightparty.database.Database;
import org.rightparty.schema.generated.tables.records.AccountRecord;
import org.rightparty.schema.generated.tables.records.AttemptRecord;
import org.rightparty.schema.generated.tables.records.ClientRecord;
import org.rightparty.schema.generated.tables.records.PhoneRecord;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Records dispositions, each with all that it brings and its audit entries in one transaction.
///
/// Selection learns of it by the tables' own triggers.
public final class PostgresWrapUps implements WrapUps {
    /// Older attempts have their disposition; the bound spares their partitions.
    private static final Duration LOOK_BACK = Duration.ofDays(60);

    private final Database database;
    private final Function<DSLContext, Ledger> ledger;
    private final ConsumerHours hours;
    private final InstantSource clock;

    /// @param ledger the audit ledger as seen from inside a transaction
    public PostgresWrapUps(
            Database database,
            Function<DSLContext, Ledger> ledger,
            ConsumerHours hours,
            InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public Answer record(AgentId agent, WrapUp wrapUp, Spoken spoken) {
        Instant now = clock.instant();
        return database.transact(tx ->
                isRecorded(tx, wrapUp.attempt())
                        ? new Answer.Accepted()
                        : record(tx, agent, wrapUp, spoken, now));
    }

    private static boolean isRecorded(DSLContext tx, AttemptId attempt) {
        return tx.fetchExists(
                DSL.selectOne().from(DISPOSITION).where(DISPOSITION.ATTEMPT_ID.eq(attempt)));
    }

    private Answer record(DSLContext tx, AgentId agent, WrapUp wrapUp, Spoken spoken, Instant now) {
        Optional<Record4<AttemptRecord, AccountRecord, ClientRecord, PhoneRecord>> found =
                call(tx, wrapUp.attempt(), now);
        if (found.isEmpty()) {
            return Answer.Declined.because("NO_SUCH_CALL", "There is no such call to wrap up.");
        }
        AttemptRecord attempt = found.get().value1();
        AccountRecord account = found.get().value2();
        ClientRecord client = found.get().value3();
        ConsumerHours.Local local = hours.of(tx, attempt.getConsumerId(), now);
        Optional<DispositionCode> code = PostgresDispositions.find(tx, wrapUp.code());
        WrapUpRules.Case facts =
                new WrapUpRules.Case(
                        code,
                        spoken.rightParty(),
                        ScreenReads.money(account.getBalanceMinor(), account.getCurrency()),
                        PostgresScreens.policy(account, client),
                        now,
                        LocalDate.ofInstant(now, local.zone()),
                        phones(tx, attempt.getConsumerId()),
                        local::mayCall);
        List<Answer.Fault> faults = WrapUpRules.faults(wrapUp, facts);
        if (!faults.isEmpty() || code.isEmpty()) {
            return new Answer.Declined(
                    "FORM_INCOMPLETE", "The disposition cannot be recorded like this.", faults);
        }
        Recording recording =
                new Recording(
                        agent,
                        wrapUp,
                        spoken,
                        code.get(),
                        attempt,
                        found.get().value4(),
                        client.getPromiseGraceDays(),
                        local.zone(),
                        now);
        if (recording.insertDisposition(tx)) {
            recording.perform(tx);
            ledger.apply(tx).append(recording.entries());
        }
        return new Answer.Accepted();
    }

    private static Optional<Record4<AttemptRecord, AccountRecord, ClientRecord, PhoneRecord>> call(
            DSLContext tx, AttemptId attempt, Instant now) {
        return tx.select(ATTEMPT, ACCOUNT, CLIENT, PHONE)
                .from(ATTEMPT)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(ATTEMPT.ACCOUNT_ID))
                .join(CLIENT)
                .on(CLIENT.ID.eq(ACCOUNT.CLIENT_ID))
                .join(PHONE)
                .on(PHONE.ID.eq(ATTEMPT.PHONE_ID))
                .where(ATTEMPT.ID.eq(attempt))
                .and(ATTEMPT.PLACED_AT.gt(now.minus(LOOK_BACK)))
                .fetchOptional();
    }

    private static Set<PhoneId> phones(DSLContext tx, ConsumerId consumer) {
        return tx.select(PHONE.ID)
                .from(PHONE)
                .where(PHONE.CONSUMER_ID.eq(consumer))
                .fetchSet(PHONE.ID);
    }

    @Override
    public List<Undisposed> undisposed(AgentId agent) {
        Instant since = clock.instant().minus(LOOK_BACK);
        return database.transact(tx ->
                tx.select(
                                ATTEMPT.ID,
                                ATTEMPT.ACCOUNT_ID,
                                ATTEMPT.PHONE_ID,
                                ATTEMPT_END.CONNECTED_AT,
                                ATTEMPT_END.ENDED_AT,
                                ATTEMPT_END.HUNG_UP_BY,
                                Verification.proofs(ATTEMPT.ID, ATTEMPT.PLACED_AT))
                        .distinctOn(ATTEMPT_END.CONNECTED_AT, ATTEMPT.ID)
                        .from(ATTEMPT_END)
                        .join(ATTEMPT)
                        .on(ATTEMPT.ID.eq(ATTEMPT_END.ATTEMPT_ID))
                        .and(ATTEMPT.PLACED_AT.eq(ATTEMPT_END.PLACED_AT))
                        .where(ATTEMPT_END.AGENT_ID.eq(agent))
                        .and(ATTEMPT_END.CONNECTED_AT.isNotNull())
                        .and(ATTEMPT_END.PLACED_AT.gt(since))
                        .andNotExists(
                                DSL.selectOne()
                                        .from(DISPOSITION)
                                        .where(DISPOSITION.ATTEMPT_ID.eq(ATTEMPT_END.ATTEMPT_ID)))
                        .orderBy(ATTEMPT_END.CONNECTED_AT, ATTEMPT.ID, ATTEMPT_END.REVISION.desc())
                        .fetch(row ->
                                new Undisposed(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6(),
                                        Verification.read(row.value7()))));
    }
}
