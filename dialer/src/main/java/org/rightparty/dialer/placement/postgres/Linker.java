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
import java.util.Optional;
import java.util.stream.Stream;

/// Knows people again, and cautiously, since to take two people for one tells a stranger of a debt:
///
/// 1. within one client, the last four digits of the national id, the day of birth and the family
///    name agree; or
/// 2. whoever the client is, these agree and the given names do too; or
/// 3. within one client, a telephone number, family name, given name, suffix and postal code agree,
///    and neither birth nor last four digits contradict.
///
/// Everyone else becomes a new consumer. A business is known by the third rule alone. ADR 25 says
/// why.
final class Linker {
    private static final Field<String> IDENTITY =
            DSL.function(
                    "consumer_identity",
                    SQLDataType.CLOB,
                    CONSUMER.NATIONAL_ID_LAST4,
                    CONSUMER.BORN_ON,
                    CONSUMER.FAMILY_NAME);

    private final People stored = new People();
    private final Elsewhere elsewhere = new Elsewhere();
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
        tx.select(
                        CONSUMER.ID,
                        CONSUMER.NATIONAL_ID_LAST4,
                        CONSUMER.BORN_ON,
                        CONSUMER.FAMILY_NAME,
                        CONSUMER.GIVEN_NAME,
                        DSL.field(sentBy(client)))
                .from(CONSUMER)
                .where(IDENTITY.eq(DSL.any(identities)))
                .and(CONSUMER.NATIONAL_ID_LAST4.isNotNull())
                .and(CONSUMER.BORN_ON.isNotNull())
                .orderBy(CONSUMER.ID)
                .forEach(row -> {
                    Known known = new Known(row.value1().value(), row.value2(), row.value3());
                    Optional<String> key = Party.identity(row.value2(), row.value3(), row.value4());
                    if (isOurs(known, row.value6())) {
                        key.ifPresent(k -> stored.addIdentity(k, known));
                    } else {
                        key.ifPresent(k -> elsewhere.addIdentity(k, row.value5(), known));
                    }
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
                        ADDRESS.POSTAL_CODE,
                        DSL.field(sentBy(client)))
                .from(PHONE)
                .join(CONSUMER)
                .on(CONSUMER.ID.eq(PHONE.CONSUMER_ID))
                .join(ADDRESS)
                .on(ADDRESS.CONSUMER_ID.eq(CONSUMER.ID))
                .where(PHONE.E164.eq(DSL.any(numbers)))
                .orderBy(CONSUMER.ID)
                .forEach(row -> {
                    Known known = new Known(row.value1().value(), row.value2(), row.value3());
                    String key =
                            Party.household(
                                    row.value4(),
                                    row.value5(),
                                    row.value6(),
                                    row.value7(),
                                    row.value8());
                    if (isOurs(known, row.value9())) {
                        stored.addHousehold(key, known);
                    } else {
                        elsewhere.addHousehold(key, known);
                    }
                });
    }

    /// Whether the client has placed the person, or the batch before this one, which may not be
    /// committed, says so.
    private boolean isOurs(Known known, boolean sent) {
        return sent || before.has(known.consumer());
    }

    /// As single rows, not as EXISTS: that the planner may answer for all at once by reading the
    /// whole table.
    private static Condition sentBy(ClientId client) {
        Field<Integer> asDebtor =
                DSL.field(
                        DSL.select(DSL.inline(1))
                                .from(ACCOUNT)
                                .where(ACCOUNT.CONSUMER_ID.eq(CONSUMER.ID))
                                .and(ACCOUNT.CLIENT_ID.eq(client))
                                .limit(1));
        Field<Integer> asParty =
                DSL.field(
                        DSL.select(DSL.inline(1))
                                .from(ACCOUNT_PARTY)
                                .join(ACCOUNT)
                                .on(ACCOUNT.ID.eq(ACCOUNT_PARTY.ACCOUNT_ID))
                                .where(ACCOUNT_PARTY.CONSUMER_ID.eq(CONSUMER.ID))
                                .and(ACCOUNT.CLIENT_ID.eq(client))
                                .limit(1));
        return asDebtor.isNotNull().or(asParty.isNotNull());
    }

    /// Settles the party on whoever it is, if that person is known: from the database, from the
    /// batch before or from an earlier row of this one.
    void recognise(Party party) {
        Stream.of(stored, before, entered)
                .flatMap(people -> people.identity(party).stream())
                .findFirst()
                .or(() -> elsewhere.identity(party))
                .or(() ->
                        party.households().stream()
                                .flatMap(key -> household(key).stream())
                                .filter(known -> !known.contradicts(party))
                                .findFirst())
                .ifPresent(known -> party.is(known.consumer()));
    }

    private Optional<Known> household(String key) {
        return Stream.of(stored, before, entered)
                .flatMap(people -> people.household(key).stream())
                .reduce(Known::older);
    }

    /// A settled person, to be known again in later rows of this batch and of the next. One whom
    /// another client sent is this client's from now on, with every household.
    void remember(Party party) {
        entered.add(party.consumer());
        elsewhere.householdsOf(party.consumer()).forEach(entered::addHousehold);
        Known known = new Known(party.consumer(), party.person().last4(), party.person().bornOn());
        party.identity().ifPresent(key -> entered.addIdentity(key, known));
        party.households().forEach(key -> entered.addHousehold(key, known));
    }
}
