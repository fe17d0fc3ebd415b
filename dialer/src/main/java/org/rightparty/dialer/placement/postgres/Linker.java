package org.rightparty.dialer.placement.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ACCOUNT_PARTY;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.dialer.placement.postgres.People.Known;
import org.rightparty.vocabulary.ClientId;

import java.util.List;
import java.util.stream.Stream;

/// Knows people again, within one client and cautiously, since to take two people for one tells a
/// stranger of a debt:
///
/// 1. the last four digits of the national id, the day of birth and the family name agree; or
/// 2. a telephone number, family name, given name, suffix and postal code agree, and neither birth
///    nor last four digits contradict.
///
/// Everyone else becomes a new consumer. A business is known by the second rule alone.
final class Linker {
    private static final Field<String> IDENTITY =
            DSL.function(
                    "consumer_identity",
                    SQLDataType.CLOB,
                    CONSUMER.NATIONAL_ID_LAST4,
                    CONSUMER.BORN_ON,
                    CONSUMER.FAMILY_NAME);

    private final People stored = new People();
    private final People before;
    private final People entered;

    /// Gathers everyone in the database whom one of the parties might be.
    ///
    /// @param before the people of the batch before this one
    /// @param entered gathers the people of this batch
    Linker(DSLContext tx, ClientId client, List<Party> parties, People before, People entered) {
        this.before = before;
        this.entered = entered;
        String[] identities =
                parties.stream().flatMap(p -> p.identity().stream()).toArray(String[]::new);
        String[] numbers =
                parties.stream()
                        .flatMap(p -> p.phones().stream())
                        .map(phone -> phone.number().e164())
                        .distinct()
                        .toArray(String[]::new);
        if (identities.length > 0) {
            fetchIdentities(tx, client, identities);
        }
        if (numbers.length > 0) {
            fetchHouseholds(tx, client, numbers);
        }
    }

    private void fetchIdentities(DSLContext tx, ClientId client, String[] identities) {
        tx.select(CONSUMER.ID, CONSUMER.NATIONAL_ID_LAST4, CONSUMER.BORN_ON, CONSUMER.FAMILY_NAME)
                .from(CONSUMER)
                .where(IDENTITY.eq(DSL.any(identities)))
                .and(CONSUMER.NATIONAL_ID_LAST4.isNotNull())
                .and(CONSUMER.BORN_ON.isNotNull())
                .and(sentBy(client))
                .orderBy(CONSUMER.ID)
                .forEach(row -> {
                    Known known = new Known(row.value1().value(), row.value2(), row.value3());
                    Party.identity(row.value2(), row.value3(), row.value4())
                            .ifPresent(key -> stored.addIdentity(key, known));
                });
    }

    private void fetchHouseholds(DSLContext tx, ClientId client, String[] numbers) {
        tx.select(
                        CONSUMER.ID,
                        DSL.coalesce(CONSUMER.NATIONAL_ID_LAST4, ""),
                        CONSUMER.BORN_ON,
                        PHONE.E164,
                        CONSUMER.FAMILY_NAME,
                        CONSUMER.GIVEN_NAME,
                        CONSUMER.SUFFIX,
                        ADDRESS.POSTAL_CODE)
                .from(PHONE)
                .join(CONSUMER)
                .on(CONSUMER.ID.eq(PHONE.CONSUMER_ID))
                .join(ADDRESS)
                .on(ADDRESS.CONSUMER_ID.eq(CONSUMER.ID))
                .where(PHONE.E164.eq(DSL.any(numbers)))
                .and(sentBy(client))
                .orderBy(CONSUMER.ID)
                .forEach(row ->
                        stored.addHousehold(
                                Party.household(
                                        row.value4(),
                                        row.value5(),
                                        row.value6(),
                                        row.value7(),
                                        row.value8()),
                                new Known(row.value1().value(), row.value2(), row.value3())));
    }

    private static Condition sentBy(ClientId client) {
        return DSL.exists(
                        DSL.selectOne()
                                .from(ACCOUNT)
                                .where(ACCOUNT.CONSUMER_ID.eq(CONSUMER.ID))
                                .and(ACCOUNT.CLIENT_ID.eq(client)))
                .or(
                        DSL.exists(
                                DSL.selectOne()
                                        .from(ACCOUNT_PARTY)
                                        .join(ACCOUNT)
                                        .on(ACCOUNT.ID.eq(ACCOUNT_PARTY.ACCOUNT_ID))
                                        .where(ACCOUNT_PARTY.CONSUMER_ID.eq(CONSUMER.ID))
                                        .and(ACCOUNT.CLIENT_ID.eq(client))));
    }

    /// Settles the party on whoever it is, if that person is known: from the database, from the
    /// batch before or from an earlier row of this one.
    void recognise(Party party) {
        Stream.of(stored, before, entered)
                .flatMap(people -> people.identity(party).stream())
                .findFirst()
                .or(() ->
                        Stream.of(stored, before, entered)
                                .flatMap(people -> people.household(party).stream())
                                .findFirst())
                .ifPresent(known -> party.is(known.consumer()));
    }

    /// A settled person, to be known again in later rows of this batch and of the next.
    void remember(Party party) {
        Known known = new Known(party.consumer(), party.person().last4(), party.person().bornOn());
        party.identity().ifPresent(key -> entered.addIdentity(key, known));
        party.households().forEach(key -> entered.addHousehold(key, known));
    }
}
