package org.rightparty.compliance.postgres;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.rightparty.schema.generated.Tables.CALLBACK;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.CONTACT_EVENT;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PREFERENCE;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands for or against calling consumers: holds, consents, preferences, callbacks and
/// contacts that were not attempts. Most consumers have none of it, so one statement fetches all
/// five.
final class RestrictionReader {
    private RestrictionReader() {}

    record Restrictions(
            List<DialFacts.Hold> holds,
            List<Consenting> consents,
            List<Preferring> preferences,
            List<Asked> callbacks,
            List<Contact> contacts) {
        static final Restrictions NONE =
                new Restrictions(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    record Consenting(
            String kind,
            boolean granted,
            String givenTo,
            @Nullable PhoneId phone,
            @Nullable AccountId account,
            Instant givenAt,
            @Nullable Instant expiresAt,
            @Nullable LocalTime from,
            @Nullable LocalTime to) {}

    record Preferring(
            String kind,
            List<String> days,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn,
            @Nullable String place) {}

    record Asked(AccountId account, PhoneId phone, Instant dueAt, String zone, Instant createdAt) {}

    record Contact(
            @Nullable AccountId account,
            @Nullable PhoneId phone,
            String kind,
            String result,
            Instant at,
            boolean responds) {}

    static Map<ConsumerId, Restrictions> read(
            DSLContext tx, Collection<ConsumerId> consumers, Instant since) {
        return tx
                .select(
                        CONSUMER.ID,
                        holds(),
                        consents(),
                        preferences(),
                        callbacks(since),
                        contacts(since))
                .from(CONSUMER)
                .where(CONSUMER.ID.in(consumers))
                .fetch()
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> row.value1(),
                                row ->
                                        new Restrictions(
                                                row.value2(),
                                                row.value3(),
                                                row.value4(),
                                                row.value5(),
                                                row.value6())));
    }

    private static Field<List<DialFacts.Hold>> holds() {
        return multiset(
                        select(
                                        HOLD.CODE,
                                        HOLD.ACCOUNT_ID,
                                        HOLD.PHONE_ID,
                                        HOLD.FROM_AT,
                                        HOLD.UNTIL_AT)
                                .from(HOLD)
                                .where(HOLD.CONSUMER_ID.eq(CONSUMER.ID))
                                .and(HOLD.RELEASED_AT.isNull()))
                .convertFrom(rows ->
                        rows.map(row ->
                                new DialFacts.Hold(
                                        row.value1(),
                                        Optional.ofNullable(row.value2()),
                                        Optional.ofNullable(row.value3()),
                                        Set.of(),
                                        row.value4(),
                                        Optional.ofNullable(row.value5()))));
    }

    private static Field<List<Consenting>> consents() {
        return multiset(
                        select(
                                        CONSENT.KIND,
                                        CONSENT.GRANTED,
                                        CONSENT.GIVEN_TO,
                                        CONSENT.PHONE_ID,
                                        CONSENT.ACCOUNT_ID,
                                        CONSENT.GIVEN_AT,
                                        CONSENT.EXPIRES_AT,
                                        CONSENT.LOCAL_FROM,
                                        CONSENT.LOCAL_TO)
                                .from(CONSENT)
                                .where(CONSENT.CONSUMER_ID.eq(CONSUMER.ID)))
                .convertFrom(rows ->
                        rows.map(row ->
                                new Consenting(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6(),
                                        row.value7(),
                                        row.value8(),
                                        row.value9())));
    }

    private static Field<List<Preferring>> preferences() {
        return multiset(
                        select(
                                        PREFERENCE.KIND,
                                        PREFERENCE.DAYS,
                                        PREFERENCE.LOCAL_FROM,
                                        PREFERENCE.LOCAL_TO,
                                        PREFERENCE.FROM_ON,
                                        PREFERENCE.TO_ON,
                                        PREFERENCE.PLACE)
                                .from(PREFERENCE)
                                .where(PREFERENCE.CONSUMER_ID.eq(CONSUMER.ID))
                                .and(PREFERENCE.WITHDRAWN_AT.isNull()))
                .convertFrom(rows ->
                        rows.map(row ->
                                new Preferring(
                                        row.value1(),
                                        List.of(row.value2()),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6(),
                                        row.value7())));
    }

    /// Only those that the consumer asked for; one that was missed or called off is no request any
    /// more.
    private static Field<List<Asked>> callbacks(Instant since) {
        return multiset(
                        select(
                                        CALLBACK.ACCOUNT_ID,
                                        CALLBACK.PHONE_ID,
                                        CALLBACK.DUE_AT,
                                        CALLBACK.ZONE,
                                        CALLBACK.CREATED_AT)
                                .from(CALLBACK)
                                .where(CALLBACK.CONSUMER_ID.eq(CONSUMER.ID))
                                .and(CALLBACK.ASKED_BY_CONSUMER)
                                .and(CALLBACK.STATE.in("OPEN", "DONE"))
                                .and(CALLBACK.CREATED_AT.ge(since)))
                .convertFrom(rows ->
                        rows.map(row ->
                                new Asked(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5())));
    }

    private static Field<List<Contact>> contacts(Instant since) {
        return multiset(
                        select(
                                        CONTACT_EVENT.ACCOUNT_ID,
                                        CONTACT_EVENT.PHONE_ID,
                                        CONTACT_EVENT.KIND,
                                        CONTACT_EVENT.RESULT,
                                        CONTACT_EVENT.AT,
                                        CONTACT_EVENT.RESPONDS)
                                .from(CONTACT_EVENT)
                                .where(CONTACT_EVENT.CONSUMER_ID.eq(CONSUMER.ID))
                                .and(CONTACT_EVENT.AT.ge(since)))
                .convertFrom(rows ->
                        rows.map(row ->
                                new Contact(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6())));
    }
}
