package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.PREFERENCE;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.holds.Bar;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.util.Optional;

/// The rows of one bar: the hold or the wish, what becomes of the number, and the consent that it
/// takes back.
record BarRows(HoldOrder order, ConsumerId consumer, Instant now) {
    private static final String AUTOMATED = "TCPA_PRIOR_EXPRESS";
    private static final String TIME = "TIME_BLOCK";
    private static final String PLACE = "PLACE_BLOCK";

    /// The same bar, when it stands already.
    Optional<Holds.Key> standing(DSLContext tx) {
        return order.bar().isWish() ? wish(tx) : hold(tx);
    }

    private Optional<Holds.Key> hold(DSLContext tx) {
        return tx.select(HOLD.ID)
                .from(HOLD)
                .where(HOLD.CONSUMER_ID.eq(consumer))
                .and(HOLD.CODE.eq(order.bar().name()))
                .and(same())
                .and(HOLD.RELEASED_AT.isNull())
                .and(reachesAsFar())
                .limit(1)
                .fetchOptional(row -> new Holds.Key(Holds.Key.Kind.HOLD, row.value1()));
    }

    /// One without an end covers what has one; an end covers every earlier one.
    private Condition reachesAsFar() {
        return order.until()
                .map(until -> HOLD.UNTIL_AT.isNull().or(HOLD.UNTIL_AT.ge(until)))
                .orElseGet(HOLD.UNTIL_AT::isNull);
    }

    private Optional<Holds.Key> wish(DSLContext tx) {
        return tx.select(PREFERENCE.ID)
                .from(PREFERENCE)
                .where(PREFERENCE.CONSUMER_ID.eq(consumer))
                .and(sameWish())
                .and(PREFERENCE.FROM_ON.isNull())
                .and(PREFERENCE.TO_ON.isNull())
                .and(PREFERENCE.WITHDRAWN_AT.isNull())
                .limit(1)
                .fetchOptional(row -> new Holds.Key(Holds.Key.Kind.WISH, row.value1()));
    }

    private Condition sameWish() {
        if (order.bar() == Bar.INCONVENIENT_PLACE) {
            return PREFERENCE
                    .KIND
                    .eq(PLACE)
                    .and(PREFERENCE.PLACE.eq(order.place().orElseThrow().name()));
        }
        HoldOrder.Times times = order.times().orElseThrow();
        return PREFERENCE
                .KIND
                .eq(TIME)
                .and(PREFERENCE.DAYS.eq(days(times)))
                .and(PREFERENCE.LOCAL_FROM.eq(times.from()))
                .and(PREFERENCE.LOCAL_TO.eq(times.to()));
    }

    private Condition same() {
        return HOLD.ACCOUNT_ID
                .isNotDistinctFrom(account())
                .and(HOLD.PHONE_ID.isNotDistinctFrom(phone()));
    }

    private @Nullable AccountId account() {
        return order.bar().reach() == Bar.Reach.ACCOUNT ? order.account() : null;
    }

    private @Nullable PhoneId phone() {
        return order.bar().reach() == Bar.Reach.NUMBER ? order.phone().orElse(null) : null;
    }

    Holds.Key insert(DSLContext tx) {
        Holds.Key key = order.bar().isWish() ? insertWish(tx) : insertHold(tx);
        becomes().ifPresent(usable -> numberIs(tx, usable));
        if (order.bar() == Bar.EMPLOYER_PROHIBITS) {
            numberIsAtWork(tx);
        }
        if (order.bar() == Bar.CEASE || order.bar() == Bar.DO_NOT_CALL_NUMBER) {
            takeBackConsent(tx);
        }
        return key;
    }

    private Holds.Key insertHold(DSLContext tx) {
        long id =
                tx.insertInto(HOLD)
                        .set(HOLD.CONSUMER_ID, consumer)
                        .set(HOLD.ACCOUNT_ID, account())
                        .set(HOLD.PHONE_ID, phone())
                        .set(HOLD.CODE, order.bar().name())
                        .set(HOLD.FROM_AT, now)
                        .set(HOLD.UNTIL_AT, order.until().orElse(null))
                        .set(HOLD.EVIDENCE, order.evidence().strip())
                        .set(HOLD.SOURCE, order.source().name())
                        .set(HOLD.SET_BY, order.by())
                        .set(HOLD.RECORDED_AT, now)
                        .returningResult(HOLD.ID)
                        .fetchSingle()
                        .value1();
        return new Holds.Key(Holds.Key.Kind.HOLD, id);
    }

    private Holds.Key insertWish(DSLContext tx) {
        var insert =
                tx.insertInto(PREFERENCE)
                        .set(PREFERENCE.CONSUMER_ID, consumer)
                        .set(PREFERENCE.ACCOUNT_ID, order.account())
                        .set(PREFERENCE.PHONE_ID, order.phone().orElse(null))
                        .set(PREFERENCE.EVIDENCE, order.evidence().strip())
                        .set(PREFERENCE.SOURCE, order.source().name())
                        .set(PREFERENCE.SET_BY, order.by())
                        .set(PREFERENCE.SET_AT, now);
        if (order.bar() == Bar.INCONVENIENT_TIME) {
            HoldOrder.Times times = order.times().orElseThrow();
            insert =
                    insert.set(PREFERENCE.KIND, TIME)
                            .set(PREFERENCE.DAYS, days(times))
                            .set(PREFERENCE.LOCAL_FROM, times.from())
                            .set(PREFERENCE.LOCAL_TO, times.to());
        } else {
            insert =
                    insert.set(PREFERENCE.KIND, PLACE)
                            .set(PREFERENCE.PLACE, order.place().orElseThrow().name());
        }
        long id = insert.returningResult(PREFERENCE.ID).fetchSingle().value1();
        return new Holds.Key(Holds.Key.Kind.WISH, id);
    }

    private static String[] days(HoldOrder.Times times) {
        return times.days().stream()
                .sorted()
                .map(day -> day.name().substring(0, 3))
                .toArray(String[]::new);
    }

    private Optional<String> becomes() {
        return switch (order.bar()) {
            case WRONG_NUMBER -> Optional.of("WRONG");
            case DO_NOT_CALL_NUMBER -> Optional.of("DO_NOT_CALL");
            case CEASE,
                    ATTORNEY,
                    BANKRUPTCY,
                    DECEASED,
                    DISPUTE,
                    IDENTITY_THEFT,
                    SCRA,
                    MINOR,
                    LITIGATION,
                    INCARCERATED,
                    COMPLAINT,
                    BEREAVEMENT,
                    EMPLOYER_PROHIBITS,
                    INCONVENIENT_TIME,
                    INCONVENIENT_PLACE ->
                    Optional.empty();
        };
    }

    private void numberIs(DSLContext tx, String usable) {
        tx.update(PHONE)
                .set(PHONE.USABLE, usable)
                .set(PHONE.USABLE_SINCE, now)
                .where(PHONE.ID.eq(order.phone().orElseThrow()))
                .execute();
    }

    /// Where an employer may forbid calls is a workplace (12 CFR 1006.6(b)(3)).
    private void numberIsAtWork(DSLContext tx) {
        tx.update(PHONE)
                .set(PHONE.PLACE, "WORK")
                .where(PHONE.ID.eq(order.phone().orElseThrow()))
                .execute();
    }

    /// A wish not to be called takes back the consent to automated calls, to all numbers (47 CFR
    /// 64.1200(a)(10)).
    private void takeBackConsent(DSLContext tx) {
        tx.insertInto(CONSENT)
                .set(CONSENT.CONSUMER_ID, consumer)
                .set(CONSENT.KIND, AUTOMATED)
                .set(CONSENT.GRANTED, false)
                .set(CONSENT.GIVEN_AT, now)
                .set(CONSENT.EVIDENCE, order.evidence().strip())
                .set(CONSENT.RECORDED_BY, order.by())
                .set(CONSENT.RECORDED_AT, now)
                .execute();
    }
}
