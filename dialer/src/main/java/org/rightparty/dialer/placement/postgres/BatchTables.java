package org.rightparty.dialer.placement.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ACCOUNT_PARTY;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.EMAIL;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.IMPORT_REJECT;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.Leaf;
import org.rightparty.dialer.placement.Fault;
import org.rightparty.dialer.placement.Placement;
import org.rightparty.dialer.placement.Placement.Answer;
import org.rightparty.dialer.placement.Placement.Buckets;
import org.rightparty.dialer.placement.Placement.Dates;
import org.rightparty.dialer.placement.Placement.Debt;
import org.rightparty.dialer.placement.Placement.Email;
import org.rightparty.dialer.placement.Placement.Itemization;
import org.rightparty.dialer.placement.Placement.Person;
import org.rightparty.dialer.placement.Placement.Phone;
import org.rightparty.dialer.placement.Placement.Stop;
import org.rightparty.dialer.placement.PlacementBook.Run;
import org.rightparty.dialer.postgres.Copy;
import org.rightparty.schema.generated.tables.records.EmailRecord;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of one batch, table by table, sent in the order in which they refer to each other.
/// Numbers and addresses go before accounts: only somebody with an account is chosen anew for them,
/// so a new person is noted once, with the account.
final class BatchTables {
    private final Run run;
    private final Instant now;
    private final Copy consumers =
            new Copy(
                    CONSUMER,
                    CONSUMER.ID,
                    CONSUMER.KIND,
                    CONSUMER.GIVEN_NAME,
                    CONSUMER.FAMILY_NAME,
                    CONSUMER.SUFFIX,
                    CONSUMER.BORN_ON,
                    CONSUMER.NATIONAL_ID_LAST4,
                    CONSUMER.LANGUAGE,
                    CONSUMER.DECEASED_ON,
                    CONSUMER.CREATED_AT);
    private final Copy accounts =
            new Copy(
                    ACCOUNT,
                    ACCOUNT.ID,
                    ACCOUNT.PORTFOLIO_ID,
                    ACCOUNT.CLIENT_ID,
                    ACCOUNT.CONSUMER_ID,
                    ACCOUNT.CLIENT_ACCOUNT_NUMBER,
                    ACCOUNT.DEBT_TYPE,
                    ACCOUNT.ORIGINAL_CREDITOR,
                    ACCOUNT.CURRENT_CREDITOR,
                    ACCOUNT.PLACED_MINOR,
                    ACCOUNT.BALANCE_MINOR,
                    ACCOUNT.OPENED_ON,
                    ACCOUNT.DELINQUENT_ON,
                    ACCOUNT.CHARGED_OFF_ON,
                    ACCOUNT.LAST_PAID_ON,
                    ACCOUNT.LAST_PAID_MINOR,
                    ACCOUNT.ITEMIZATION_ON,
                    ACCOUNT.ITEMIZATION_KIND,
                    ACCOUNT.ITEMIZATION_MINOR,
                    ACCOUNT.INTEREST_SINCE_MINOR,
                    ACCOUNT.FEES_SINCE_MINOR,
                    ACCOUNT.PAYMENTS_SINCE_MINOR,
                    ACCOUNT.CREDITS_SINCE_MINOR,
                    ACCOUNT.LIMITATION_ON,
                    ACCOUNT.DOCUMENTS,
                    ACCOUNT.FREQUENCY_GROUP,
                    ACCOUNT.PLACED_AT,
                    ACCOUNT.IMPORT_RUN_ID);
    private final Copy parties =
            new Copy(
                    ACCOUNT_PARTY,
                    ACCOUNT_PARTY.ACCOUNT_ID,
                    ACCOUNT_PARTY.CONSUMER_ID,
                    ACCOUNT_PARTY.PARTY_ROLE,
                    ACCOUNT_PARTY.LIABLE);
    private final Copy phones =
            new Copy(
                    PHONE,
                    PHONE.ID,
                    PHONE.CONSUMER_ID,
                    PHONE.E164,
                    PHONE.LINE_TYPE,
                    PHONE.PLACE,
                    PHONE.SOURCE,
                    PHONE.PREFERENCE_RANK,
                    PHONE.USABLE_SINCE,
                    PHONE.CREATED_AT);
    private final Copy addresses =
            new Copy(
                    ADDRESS,
                    ADDRESS.CONSUMER_ID,
                    ADDRESS.LINE1,
                    ADDRESS.LINE2,
                    ADDRESS.CITY,
                    ADDRESS.REGION,
                    ADDRESS.POSTAL_CODE,
                    ADDRESS.COUNTRY,
                    ADDRESS.CREATED_AT);
    private final Copy emails =
            new Copy(EMAIL, EMAIL.CONSUMER_ID, EMAIL.ADDRESS, EMAIL.USABLE, EMAIL.CREATED_AT);
    private final Copy balances =
            new Copy(
                    BALANCE_ENTRY,
                    BALANCE_ENTRY.ACCOUNT_ID,
                    BALANCE_ENTRY.KIND,
                    BALANCE_ENTRY.BUCKET,
                    BALANCE_ENTRY.AMOUNT_MINOR,
                    BALANCE_ENTRY.EFFECTIVE_ON,
                    BALANCE_ENTRY.SOURCE,
                    BALANCE_ENTRY.RECORDED_AT);
    private final Copy consents =
            new Copy(
                    CONSENT,
                    CONSENT.CONSUMER_ID,
                    CONSENT.PHONE_ID,
                    CONSENT.KIND,
                    CONSENT.GRANTED,
                    CONSENT.GIVEN_TO,
                    CONSENT.GIVEN_AT,
                    CONSENT.EVIDENCE,
                    CONSENT.RECORDED_AT);
    private final Copy holds =
            new Copy(
                    HOLD,
                    HOLD.CONSUMER_ID,
                    HOLD.ACCOUNT_ID,
                    HOLD.CODE,
                    HOLD.FROM_AT,
                    HOLD.EVIDENCE,
                    HOLD.RECORDED_AT);

    /// Of holds and consents, each an entry of its own; what they rest on stays in their rows.
    private final Copy entries =
            new Copy(
                    AUDIT_ENTRY,
                    AUDIT_ENTRY.AT,
                    AUDIT_ENTRY.KIND,
                    AUDIT_ENTRY.ACTOR,
                    AUDIT_ENTRY.CONSUMER_ID,
                    AUDIT_ENTRY.ACCOUNT_ID,
                    AUDIT_ENTRY.PAYLOAD,
                    AUDIT_ENTRY.LEAF_HASH);

    /// Addresses that were here already and are not to be written to any more.
    private final List<EmailRecord> refusedEmails = new ArrayList<>();

    private final Copy rejects =
            new Copy(
                    IMPORT_REJECT,
                    IMPORT_REJECT.IMPORT_RUN_ID,
                    IMPORT_REJECT.ROW_NUMBER,
                    IMPORT_REJECT.FIELD,
                    IMPORT_REJECT.VALUE,
                    IMPORT_REJECT.REASON,
                    IMPORT_REJECT.MEND,
                    IMPORT_REJECT.ACCOUNT_NUMBER);

    BatchTables(Run run, Instant now) {
        this.run = run;
        this.now = now;
    }

    void send(DSLContext tx) {
        List.of(
                        consumers, phones, addresses, emails, accounts, parties, balances, consents,
                        holds, entries, rejects)
                .forEach(buffer -> buffer.send(tx));
        for (EmailRecord refused : refusedEmails) {
            tx.update(EMAIL)
                    .set(EMAIL.USABLE, "OPTED_OUT")
                    .where(EMAIL.CONSUMER_ID.eq(refused.getConsumerId()))
                    .and(EMAIL.ADDRESS.eq(refused.getAddress()))
                    .execute();
        }
    }

    void consumer(long id, Person person) {
        consumers.add(
                id,
                person.business() ? "BUSINESS" : "PERSON",
                person.given(),
                person.family(),
                person.suffix(),
                person.bornOn(),
                person.last4().isEmpty() ? null : person.last4(),
                person.language(),
                person.deceasedOn(),
                now);
    }

    void account(long id, long consumer, Placement placement) {
        Debt debt = placement.debt();
        Itemization itemization = debt.itemization();
        Dates dates = debt.dates();
        accounts.add(
                id,
                run.portfolio(),
                run.client(),
                consumer,
                placement.accountNumber(),
                debt.type(),
                debt.originalCreditor(),
                debt.currentCreditor(),
                debt.balanceMinor(),
                debt.balanceMinor(),
                dates.openedOn(),
                dates.delinquentOn(),
                dates.chargedOffOn(),
                dates.lastPaidOn(),
                debt.lastPaidMinor(),
                itemization.on(),
                itemization.kind(),
                itemization.amountMinor(),
                itemization.interestMinor(),
                itemization.feesMinor(),
                itemization.paymentsMinor(),
                itemization.creditsMinor(),
                dates.limitationOn(),
                debt.documents(),
                group(debt),
                now,
                run.id());
        party(id, consumer, "PRIMARY");
        balances(id, debt.buckets());
    }

    /// Two clients may use the same word, so theirs go before it.
    private @Nullable String group(Debt debt) {
        String word = debt.frequencyGroup();
        return word.isEmpty() ? null : run.client().value() + "/" + word;
    }

    void party(long account, long consumer, String role) {
        parties.add(account, consumer, role, !role.equals("EXECUTOR") && !role.equals("GUARDIAN"));
    }

    private void balances(long account, Buckets buckets) {
        balance(account, "PRINCIPAL", buckets.principalMinor());
        balance(account, "INTEREST", buckets.interestMinor());
        balance(account, "FEE", buckets.feeMinor());
        balance(account, "COST", buckets.costMinor());
    }

    private void balance(long account, String bucket, long minor) {
        if (minor != 0) {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            balances.add(account, "PLACEMENT", bucket, minor, today, "import " + run.id(), now);
        }
    }

    void phone(long id, long consumer, Phone phone, int rank) {
        phones.add(
                id,
                consumer,
                phone.number().e164(),
                phone.lineType(),
                phone.place(),
                "CLIENT",
                rank,
                now,
                now);
    }

    /// @param dated whether the file says its day; it counts from its receipt otherwise
    void phoneConsent(long consumer, long phone, Said word, boolean dated) {
        consents.add(
                consumer,
                phone,
                "TCPA_PRIOR_EXPRESS",
                word.granted(),
                "CREDITOR",
                word.since(),
                source() + (dated ? "" : "; its day is not given"),
                now);
        consented(consumer, "TCPA_PRIOR_EXPRESS", word.granted(), phone);
    }

    void address(long consumer, Placement.Address address) {
        addresses.add(
                consumer,
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.postalCode(),
                address.country(),
                now);
    }

    void email(long consumer, Email email) {
        boolean refused = email.consent() == Answer.REFUSED;
        emails.add(consumer, email.address(), refused ? "OPTED_OUT" : "UNVERIFIED", now);
    }

    /// An address that is here already is not to be written to any more.
    void emailRefused(long consumer, String address) {
        EmailRecord email = new EmailRecord();
        email.setConsumerId(new ConsumerId(consumer));
        email.setAddress(address);
        refusedEmails.add(email);
    }

    void emailConsent(long consumer, Said word) {
        consents.add(
                consumer, null, "EMAIL", word.granted(), "CREDITOR", word.since(), source(), now);
        consented(consumer, "EMAIL", word.granted(), 0);
    }

    void hold(long consumer, long account, Stop stop, long row) {
        LocalDate since = stop.since();
        String note = stop.note().isEmpty() ? "" : ": " + stop.note();
        holds.add(
                consumer,
                stop.kind().isOfAccount() ? account : null,
                stop.kind().holdCode(),
                since == null ? now : Said.startOf(since),
                source() + ", row " + row + note,
                now);
        boolean ofAccount = stop.kind().isOfAccount();
        entered(
                "hold.set",
                consumer,
                Optional.of(account).filter(_ -> ofAccount),
                Map.of(
                        "code",
                        stop.kind().holdCode(),
                        "scope",
                        ofAccount ? "ACCOUNT" : "CONSUMER",
                        "run",
                        run.id().value(),
                        "row",
                        row));
    }

    /// @param phone 0 when it is for none
    private void consented(long consumer, String kind, boolean granted, long phone) {
        entered(
                granted ? "consent.given" : "consent.refused",
                consumer,
                Optional.empty(),
                phone == 0
                        ? Map.of("kind", kind, "run", run.id().value())
                        : Map.of("kind", kind, "phone", phone, "run", run.id().value()));
    }

    private void entered(
            String kind, long consumer, Optional<Long> account, Map<String, Object> detail) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        AuditEntry.Subject subject =
                new AuditEntry.Subject(
                        Optional.of(new ConsumerId(consumer)),
                        account.map(AccountId::new),
                        Optional.empty(),
                        Optional.empty());
        AuditEntry.Actor actor = AuditEntry.Actor.PROGRAM;
        Leaf leaf = Leaf.of(new AuditEntry(at, kind, actor, subject, detail));
        entries.add(at, kind, actor.name(), consumer, account, leaf.payload(), leaf.hash());
    }

    void reject(long row, String number, Fault fault) {
        rejects.add(
                run.id(), row, fault.field(), fault.value(), fault.reason(), fault.mend(), number);
    }

    private String source() {
        return "placement file, import " + run.id();
    }
}
