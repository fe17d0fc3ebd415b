package org.rightparty.dialer.placement.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.EMAIL;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.ImportRunId;
import org.rightparty.dialer.placement.Placement.Address;
import org.rightparty.vocabulary.ClientId;
import org.rightparty.vocabulary.ConsumerId;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the tables hold already of the accounts and people in a batch.
final class Earlier {
    private Earlier() {}

    /// @param importRun absent for accounts entered by hand
    record Known(long account, long consumer, @Nullable Long importRun) {
        boolean isFrom(ImportRunId run) {
            return importRun != null && importRun == run.value();
        }
    }

    static Map<String, Known> accounts(
            DSLContext tx, ClientId client, Collection<String> accountNumbers) {
        Map<String, Known> known = new HashMap<>();
        tx.select(
                        ACCOUNT.CLIENT_ACCOUNT_NUMBER,
                        ACCOUNT.ID,
                        ACCOUNT.CONSUMER_ID,
                        ACCOUNT.IMPORT_RUN_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.CLIENT_ID.eq(client))
                .and(
                        ACCOUNT.CLIENT_ACCOUNT_NUMBER.eq(
                                DSL.any(accountNumbers.toArray(String[]::new))))
                .forEach(row ->
                        known.put(
                                row.value1(),
                                new Known(
                                        row.value2().value(), row.value3().value(), row.value4())));
        return known;
    }

    static Contacts contacts(DSLContext tx, Set<Long> consumers) {
        Contacts contacts = new Contacts();
        if (!consumers.isEmpty()) {
            List<ConsumerId> ids = consumers.stream().map(ConsumerId::new).toList();
            contacts.fetch(tx, ids);
        }
        return contacts;
    }

    /// Numbers, addresses, e-mails and standing holds of people, those added in the batch included.
    static final class Contacts {
        private final Set<String> phones = new HashSet<>();
        private final Set<String> addresses = new HashSet<>();
        private final Set<String> emails = new HashSet<>();
        private final Set<String> holds = new HashSet<>();

        private void fetch(DSLContext tx, List<ConsumerId> ids) {
            tx.select(PHONE.CONSUMER_ID, PHONE.E164)
                    .from(PHONE)
                    .where(PHONE.CONSUMER_ID.in(ids))
                    .forEach(row -> addPhone(row.value1().value(), row.value2()));
            tx.select(ADDRESS.CONSUMER_ID, ADDRESS.LINE1, ADDRESS.POSTAL_CODE)
                    .from(ADDRESS)
                    .where(ADDRESS.CONSUMER_ID.in(ids))
                    .forEach(row ->
                            addresses.add(place(row.value1().value(), row.value2(), row.value3())));
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

        boolean addPhone(long consumer, String e164) {
            return phones.add(consumer + e164);
        }

        boolean addEmail(long consumer, String address) {
            return emails.add(consumer + address);
        }

        boolean addAddress(long consumer, Address address) {
            return addresses.add(place(consumer, address.line1(), address.postalCode()));
        }

        /// @param account 0 for a hold on all accounts
        boolean addHold(long consumer, long account, String code) {
            return holds.add(consumer + " " + account + " " + code);
        }

        private static String place(long consumer, String line1, String postalCode) {
            return consumer + line1.toLowerCase(Locale.ROOT) + "|" + postalCode;
        }
    }
}
