package org.rightparty.dialer.placement.postgres;

import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.EMAIL;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.Placement.Address;
import org.rightparty.vocabulary.ConsumerId;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/// Numbers, addresses, e-mails, standing holds and consents of people, so that none is entered
/// twice: those in the database, those of the batch before, and those of this batch.
final class Contacts {
    private static final long ALL_NUMBERS = 0;
    private static final String CALLS = "calls ";
    private static final String CALLS_ABOUT_ALL = "calls about all ";
    private static final String EMAILS = "emails ";

    private final Met before;
    private final Met own;

    /// @param before those of the batch before
    /// @param own gathers those of this batch
    Contacts(Met before, Met own) {
        this.before = before;
        this.own = own;
    }

    void fetch(DSLContext tx, Set<Long> consumers) {
        if (consumers.isEmpty()) {
            return;
        }
        List<ConsumerId> ids = consumers.stream().map(ConsumerId::new).toList();
        tx.select(PHONE.CONSUMER_ID, PHONE.E164, PHONE.ID)
                .from(PHONE)
                .where(PHONE.CONSUMER_ID.in(ids))
                .forEach(row -> addPhone(row.value1().value(), row.value2(), row.value3().value()));
        tx.select(ADDRESS.CONSUMER_ID, ADDRESS.LINE1, ADDRESS.POSTAL_CODE)
                .from(ADDRESS)
                .where(ADDRESS.CONSUMER_ID.in(ids))
                .forEach(row -> add(place(row.value1().value(), row.value2(), row.value3())));
        tx.select(EMAIL.CONSUMER_ID, EMAIL.ADDRESS)
                .from(EMAIL)
                .where(EMAIL.CONSUMER_ID.in(ids))
                .forEach(row -> addEmail(row.value1().value(), row.value2()));
        tx.select(HOLD.CONSUMER_ID, HOLD.ACCOUNT_ID, HOLD.CODE)
                .from(HOLD)
                .where(HOLD.CONSUMER_ID.in(ids))
                .and(HOLD.RELEASED_AT.isNull())
                .and(HOLD.PHONE_ID.isNull())
                .forEach(row ->
                        addHold(
                                row.value1().value(),
                                row.value2() == null ? 0 : row.value2().value(),
                                row.value3()));
        fetchConsents(tx, ids);
    }

    private void fetchConsents(DSLContext tx, List<ConsumerId> ids) {
        tx.selectFrom(CONSENT)
                .where(CONSENT.CONSUMER_ID.in(ids))
                .and(CONSENT.KIND.in("TCPA_PRIOR_EXPRESS", "EMAIL"))
                .forEach(row -> {
                    long consumer = row.getConsumerId().value();
                    Said word = new Said(row.getGranted(), row.getGivenAt());
                    if (row.getKind().equals("EMAIL")) {
                        own.add(EMAILS + consumer, word);
                    } else {
                        long phone = row.getPhoneId() == null ? 0 : row.getPhoneId().value();
                        called(consumer, phone, word, row.getAccountId() == null);
                    }
                });
    }

    /// The number as this person's; absent when it is new.
    OptionalLong phone(long consumer, String e164) {
        String key = consumer + " " + e164;
        Long id = own.phone(key);
        Long earlier = id == null ? before.phone(key) : id;
        return earlier == null ? OptionalLong.empty() : OptionalLong.of(earlier);
    }

    void addPhone(long consumer, String e164, long id) {
        own.addPhone(consumer + " " + e164, id);
    }

    /// Takes a word on being called on this number, whatever the account.
    ///
    /// A refusal is news unless one stands already or a consent is younger. A consent is news when
    /// it is younger than every word on record: one whose day nobody knows never outweighs another,
    /// so that an old file that is sent again cannot undo what the person said since.
    ///
    /// @param dated whether its day is known; it counts from its receipt otherwise
    /// @return whether it is news
    boolean addCalled(long consumer, long phone, Said word, boolean dated) {
        Said any = calls(CALLS, consumer, phone);
        boolean news =
                word.granted()
                        ? any == null || (dated && word.since().isAfter(any.since()))
                        : calls(CALLS_ABOUT_ALL, consumer, phone) == null
                                || word.ends(calls(CALLS_ABOUT_ALL, consumer, phone))
                                || word.ends(any);
        if (news) {
            called(consumer, phone, word, true);
        }
        return news;
    }

    private void called(long consumer, long phone, Said word, boolean aboutAll) {
        own.add(CALLS + consumer + " " + phone, word);
        if (aboutAll) {
            own.add(CALLS_ABOUT_ALL + consumer + " " + phone, word);
        }
    }

    private @Nullable Said calls(String about, long consumer, long phone) {
        return Said.latest(
                said(about + consumer + " " + phone), said(about + consumer + " " + ALL_NUMBERS));
    }

    /// Takes a word on being written to, as [#addCalled]; no file says its day.
    boolean addWritten(long consumer, Said word) {
        Said earlier = said(EMAILS + consumer);
        boolean news = earlier == null || word.ends(earlier);
        if (news) {
            own.add(EMAILS + consumer, word);
        }
        return news;
    }

    private @Nullable Said said(String about) {
        return Said.latest(before.said(about), own.said(about));
    }

    boolean hasEmail(long consumer, String address) {
        String key = email(consumer, address);
        return before.has(key) || own.has(key);
    }

    /// Each of these answers whether it is new.
    boolean addEmail(long consumer, String address) {
        return add(email(consumer, address));
    }

    boolean addAddress(long consumer, Address address) {
        return add(place(consumer, address.line1(), address.postalCode()));
    }

    /// @param account 0 for a hold on all accounts
    boolean addHold(long consumer, long account, String code) {
        return add("hold " + consumer + " " + account + " " + code);
    }

    private boolean add(String contact) {
        return !before.has(contact) && own.add(contact);
    }

    private static String email(long consumer, String address) {
        return "email " + consumer + " " + address;
    }

    private static String place(long consumer, String line1, String postalCode) {
        return "address " + consumer + " " + line1.toLowerCase(Locale.ROOT) + "|" + postalCode;
    }
}
