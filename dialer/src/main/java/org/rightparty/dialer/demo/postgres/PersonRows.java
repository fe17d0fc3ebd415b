package org.rightparty.dialer.demo.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ACCOUNT_PARTY;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.BALANCE_ENTRY;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.EMAIL;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.rightparty.dialer.demo.Debt;
import org.rightparty.dialer.demo.Person;
import org.rightparty.dialer.demo.Place;
import org.rightparty.dialer.demo.Telephone;
import org.rightparty.dialer.postgres.Copy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The rows of many people: who they are, what they owe, how to reach them, where that says they
/// are.
final class PersonRows {
    private static final String CONSENT_EVIDENCE = "Credit application, telephone clause";

    private final Copy consumers =
            new Copy(
                    CONSUMER,
                    CONSUMER.ID,
                    CONSUMER.KIND,
                    CONSUMER.GIVEN_NAME,
                    CONSUMER.FAMILY_NAME,
                    CONSUMER.BORN_ON,
                    CONSUMER.NATIONAL_ID_LAST4,
                    CONSUMER.LANGUAGE,
                    CONSUMER.DECEASED_ON);
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
                    ACCOUNT.ITEMIZATION_ON,
                    ACCOUNT.ITEMIZATION_KIND,
                    ACCOUNT.ITEMIZATION_MINOR,
                    ACCOUNT.LIMITATION_ON,
                    ACCOUNT.PLACED_AT);
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
                    PHONE.USABLE);
    private final Copy addresses =
            new Copy(
                    ADDRESS,
                    ADDRESS.ID,
                    ADDRESS.CONSUMER_ID,
                    ADDRESS.LINE1,
                    ADDRESS.CITY,
                    ADDRESS.REGION,
                    ADDRESS.POSTAL_CODE);
    private final Copy emails = new Copy(EMAIL, EMAIL.CONSUMER_ID, EMAIL.ADDRESS);
    private final Copy entries =
            new Copy(
                    BALANCE_ENTRY,
                    BALANCE_ENTRY.ACCOUNT_ID,
                    BALANCE_ENTRY.KIND,
                    BALANCE_ENTRY.BUCKET,
                    BALANCE_ENTRY.AMOUNT_MINOR,
                    BALANCE_ENTRY.EFFECTIVE_ON,
                    BALANCE_ENTRY.SOURCE);
    private final Copy consents =
            new Copy(
                    CONSENT,
                    CONSENT.CONSUMER_ID,
                    CONSENT.PHONE_ID,
                    CONSENT.KIND,
                    CONSENT.GRANTED,
                    CONSENT.GIVEN_TO,
                    CONSENT.GIVEN_AT,
                    CONSENT.EVIDENCE);

    private final Books books;
    private final Triggers triggers;

    PersonRows(Books books, Triggers triggers) {
        this.books = books;
        this.triggers = triggers;
    }

    /// Whether the table's own trigger adds later entries to an account's balance.
    enum Triggers {
        ON,
        OFF
    }

    void add(Person person) {
        consumers.add(
                person.id(),
                person.business() ? "BUSINESS" : "PERSON",
                person.given(),
                person.family(),
                person.bornOn(),
                person.business() ? Optional.empty() : person.idLast4(),
                person.language(),
                person.holds().contains("DECEASED")
                        ? Optional.of(person.debts().getFirst().placed())
                        : Optional.empty());
        addAddress(person);
        person.email().ifPresent(address -> emails.add(person.id(), address));
        person.telephones().forEach(telephone -> add(person, telephone));
        person.debts().forEach(debt -> add(person, debt));
    }

    /// A person has one address, whose id is the person's own.
    private void addAddress(Person person) {
        Place place = person.place();
        addresses.add(
                person.id(),
                person.id(),
                person.street(),
                place.city(),
                place.region(),
                place.postalCode());
    }

    private void add(Person person, Telephone telephone) {
        phones.add(
                telephone.id(),
                person.id(),
                telephone.number().e164(),
                telephone.lineType(),
                telephone.place(),
                telephone.source(),
                telephone.rank(),
                telephone.usable());
        if (telephone.consented()) {
            consents.add(
                    person.id(),
                    telephone.id(),
                    "TCPA_PRIOR_EXPRESS",
                    true,
                    "CREDITOR",
                    midnight(person.debts().getFirst().opened()),
                    CONSENT_EVIDENCE);
        }
    }

    private void add(Person person, Debt debt) {
        Books.Book book = books.of(debt.type().creditor());
        String creditor = debt.type().creditor().legalName();
        accounts.add(
                debt.id(),
                book.portfolio(),
                book.client(),
                person.id(),
                debt.clientNumber(),
                debt.type(),
                creditor,
                creditor,
                debt.placedMinor(),
                triggers == Triggers.ON ? debt.placedMinor() : debt.balanceMinor(),
                debt.opened(),
                debt.delinquent(),
                debt.chargedOff(),
                debt.lastPaid(),
                debt.chargedOff().orElse(debt.delinquent()),
                debt.chargedOff().isPresent() ? "CHARGE_OFF" : "LAST_STATEMENT",
                debt.itemizedMinor(),
                debt.limitation(),
                midnight(debt.placed()));
        parties.add(debt.id(), person.id(), "PRIMARY", true);
        debt.entries()
                .forEach(entry ->
                        entries.add(
                                debt.id(),
                                entry.kind(),
                                entry.bucket(),
                                entry.amountMinor(),
                                entry.on(),
                                "demo"));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// Sends all rows, those that others point to first.
    void send(DSLContext tx) {
        for (Copy copy :
                List.of(
                        consumers, phones, addresses, emails, consents, accounts, parties,
                        entries)) {
            copy.send(tx);
        }
    }
}
