package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.Record4;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.desk.ScreenPop.Debt;
import org.rightparty.console.desk.Screens;
import org.rightparty.database.Database;
import org.rightparty.schema.generated.tables.records.AccountRecord;
import org.rightparty.schema.generated.tables.records.ClientRecord;
import org.rightparty.schema.generated.tables.records.ConsumerRecord;
import org.rightparty.schema.generated.tables.records.PhoneRecord;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Money;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Screens from the tables: a dozen short statements by key, in one transaction.
public final class PostgresScreens implements Screens {
    private static final long MILLION = 1_000_000;

    private final Database database;
    private final ConsumerHours hours;
    private final InstantSource clock;

    public PostgresScreens(Database database, ConsumerHours hours, InstantSource clock) {
        this.database = database;
        this.hours = hours;
        this.clock = clock;
    }

    /// @throws NoSuchElementException when the account is not there, or the number is not its
    ///     consumer's
    @Override
    public ScreenPop load(
            AccountId account, PhoneId dialed, Optional<AttemptId> attempt, CallReason why) {
        Instant now = clock.instant();
        return database.transact(tx -> load(tx, row(tx, account, dialed), attempt, why, now));
    }

    private static Record4<AccountRecord, ConsumerRecord, PhoneRecord, ClientRecord> row(
            DSLContext tx, AccountId account, PhoneId dialed) {
        return tx.select(ACCOUNT, CONSUMER, PHONE, CLIENT)
                .from(ACCOUNT)
                .join(CONSUMER)
                .on(CONSUMER.ID.eq(ACCOUNT.CONSUMER_ID))
                .join(CLIENT)
                .on(CLIENT.ID.eq(ACCOUNT.CLIENT_ID))
                .join(PHONE)
                .on(PHONE.CONSUMER_ID.eq(CONSUMER.ID))
                .where(ACCOUNT.ID.eq(account))
                .and(PHONE.ID.eq(dialed))
                .fetchOptional()
                .orElseThrow(() ->
                        new NoSuchElementException(
                                "no account " + account + " with phone " + dialed));
    }

    private ScreenPop load(
            DSLContext tx,
            Record4<AccountRecord, ConsumerRecord, PhoneRecord, ClientRecord> row,
            Optional<AttemptId> attempt,
            CallReason why,
            Instant now) {
        AccountRecord account = row.value1();
        ConsumerRecord consumer = row.value2();
        ScreenPop.Person person = person(tx, consumer);
        return new ScreenPop(
                consumer.getId(),
                account.getId(),
                person,
                dialed(tx, account, row.value3(), attempt, why, now),
                proofs(person),
                ScreenFlags.of(tx, consumer, account, row.value3(), now),
                List.of(),
                Optional.of(debt(tx, account, row.value4())));
    }

    private static ScreenPop.Person person(DSLContext tx, ConsumerRecord consumer) {
        String family = (consumer.getFamilyName() + " " + consumer.getSuffix()).strip();
        return new ScreenPop.Person(
                consumer.getGivenName(),
                family,
                consumer.getLanguage(),
                Optional.ofNullable(consumer.getBornOn()),
                Optional.ofNullable(consumer.getNationalIdLast4()),
                ScreenReads.addresses(tx, consumer.getId()),
                ScreenReads.phones(tx, consumer.getId()));
    }

    /// What the consumer can be asked for, as far as we can check it.
    private static List<String> proofs(ScreenPop.Person person) {
        List<String> proofs = new ArrayList<>(List.of("FULL_NAME"));
        person.bornOn().ifPresent(day -> proofs.add("DATE_OF_BIRTH"));
        person.nationalIdLast4().ifPresent(digits -> proofs.add("NATIONAL_ID_LAST4"));
        if (!person.addresses().isEmpty()) {
            proofs.add("ADDRESS");
        }
        return proofs;
    }

    private ScreenPop.Dialed dialed(
            DSLContext tx,
            AccountRecord account,
            PhoneRecord phone,
            Optional<AttemptId> attempt,
            CallReason why,
            Instant now) {
        ConsumerHours.Local local = hours.of(tx, account.getConsumerId(), now);
        return new ScreenPop.Dialed(
                new PhoneNumber(phone.getE164()),
                phone.getPlace(),
                local.zone().getId(),
                local.where().zoneNames().stream().skip(1).toList(),
                local.closesAfter(now),
                ScreenReads.attemptsInWindow(tx, account, attempt, local.where().zones(), now),
                ScreenReads.lastConversation(tx, account.getConsumerId()),
                why);
    }

    private static Debt debt(DSLContext tx, AccountRecord account, ClientRecord client) {
        Map<String, Long> buckets = ScreenReads.buckets(tx, account.getId());
        String currency = account.getCurrency();
        return new Debt(
                client.getName(),
                account.getClientAccountNumber(),
                account.getOriginalCreditor(),
                account.getCurrentCreditor(),
                account.getDebtType(),
                ScreenReads.money(account.getBalanceMinor(), currency),
                ScreenReads.money(buckets.getOrDefault("PRINCIPAL", 0L), currency),
                ScreenReads.money(buckets.getOrDefault("INTEREST", 0L), currency),
                ScreenReads.money(
                        buckets.getOrDefault("FEE", 0L) + buckets.getOrDefault("COST", 0L),
                        currency),
                ScreenReads.money(account.getPlacedMinor(), currency),
                account.getItemizationOn(),
                ScreenReads.money(account.getItemizationMinor(), currency),
                Optional.ofNullable(account.getDelinquentOn()),
                Optional.ofNullable(account.getLimitationOn()),
                policy(account, client),
                ScreenReads.linked(tx, account),
                ScreenReads.promises(tx, account.getId()),
                ScreenHistory.of(tx, account));
    }

    /// What the client lets an agent agree to; the settlement floor is rounded up.
    static ScreenPop.Policy policy(AccountRecord account, ClientRecord client) {
        long share =
                Math.multiplyExact(
                        Math.max(0, account.getBalanceMinor()), client.getSettlementFloorPpm());
        Money floor = ScreenReads.money(Math.ceilDiv(share, MILLION), account.getCurrency());
        return new ScreenPop.Policy(
                floor, client.getPromiseDaysMax(), client.getPromiseGraceDays());
    }
}
