package org.rightparty.dialer.placement.postgres;

import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.EMAIL;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.rightparty.dialer.placement.Placement.Address;
import org.rightparty.vocabulary.ConsumerId;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Numbers, addresses, e-mails and standing holds of people, so that none is entered twice: those
/// in the database, those of the batch before, and those of this batch.
final class Contacts {
    private final Set<String> before;
    private final Set<String> own;

    /// @param before those of the batch before
    /// @param own gathers those of this batch
    Contacts(Set<String> before, Set<String> own) {
        this.before = before;
        this.own = own;
    }

    void fetch(DSLContext tx, Set<Long> consumers) {
        if (consumers.isEmpty()) {
            return;
        }
        List<ConsumerId> ids = consumers.stream().map(ConsumerId::new).toList();
        tx.select(PHONE.CONSUMER_ID, PHONE.E164)
                .from(PHONE)
                .where(PHONE.CONSUMER_ID.in(ids))
                .forEach(row -> addPhone(row.value1().value(), row.value2()));
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
    }

    /// Each of these answers whether it is new.
    boolean addPhone(long consumer, String e164) {
        return add("phone " + consumer + " " + e164);
    }

    boolean addEmail(long consumer, String address) {
        return add("email " + consumer + " " + address);
    }

    boolean addAddress(long consumer, Address address) {
        return add(place(consumer, address.line1(), address.postalCode()));
    }

    /// @param account 0 for a hold on all accounts
    boolean addHold(long consumer, long account, String code) {
        return add("hold " + consumer + " " + account + " " + code);
    }

    private boolean add(String contact) {
        return !before.contains(contact) && own.add(contact);
    }

    private static String place(long consumer, String line1, String postalCode) {
        return "address " + consumer + " " + line1.toLowerCase(Locale.ROOT) + "|" + postalCode;
    }
}
