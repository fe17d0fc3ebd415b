package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONTACT_EVENT;
import static org.rightparty.schema.generated.Tables.WRITTEN_NOTICE;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.facts.FactOrder;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/// The row of one fact: whether the same is there, and putting it there.
record FactRows(FactOrder order, ConsumerId consumer, Instant now) {

    /// The same fact, or of a number a later one.
    Optional<Facts.Key> known(DSLContext tx) {
        return switch (order.fact()) {
            case Fact.StatedPlace place -> new PlaceRow(this, place).known(tx);
            case Fact.SentNotice notice -> known(tx, notice);
            case Fact.PastContact contact -> known(tx, contact);
            case Fact.Consented consent -> known(tx, consent);
            case Fact.LookUp lookUp -> new LineRow(this, lookUp).known(tx);
        };
    }

    Facts.Key insert(DSLContext tx) {
        return switch (order.fact()) {
            case Fact.StatedPlace place -> new PlaceRow(this, place).insert(tx);
            case Fact.SentNotice notice -> new Facts.Key(Facts.Kind.NOTICE, insert(tx, notice));
            case Fact.PastContact contact -> new Facts.Key(Facts.Kind.CONTACT, insert(tx, contact));
            case Fact.Consented consent -> new Facts.Key(Facts.Kind.CONSENT, insert(tx, consent));
            case Fact.LookUp lookUp -> new LineRow(this, lookUp).update(tx);
        };
    }

    String evidence() {
        return order.evidence().strip();
    }

    private @Nullable AccountId account(Fact.Debts debts) {
        return switch (debts) {
            case THIS -> order.account();
            case ALL -> null;
        };
    }

    private static @Nullable PhoneId phone(Optional<PhoneId> phone) {
        return phone.orElse(null);
    }

    private Optional<Facts.Key> known(DSLContext tx, Fact.SentNotice notice) {
        return tx.select(WRITTEN_NOTICE.ID)
                .from(WRITTEN_NOTICE)
                .where(WRITTEN_NOTICE.CONSUMER_ID.eq(consumer))
                .and(WRITTEN_NOTICE.ACCOUNT_ID.isNotDistinctFrom(account(notice.debts())))
                .and(WRITTEN_NOTICE.KIND.eq(notice.notice()))
                .and(WRITTEN_NOTICE.SENT_AT.eq(notice.at()))
                .limit(1)
                .fetchOptional(row -> new Facts.Key(Facts.Kind.NOTICE, row.value1()));
    }

    private long insert(DSLContext tx, Fact.SentNotice notice) {
        return tx.insertInto(WRITTEN_NOTICE)
                .set(WRITTEN_NOTICE.CONSUMER_ID, consumer)
                .set(WRITTEN_NOTICE.ACCOUNT_ID, account(notice.debts()))
                .set(WRITTEN_NOTICE.KIND, notice.notice())
                .set(WRITTEN_NOTICE.SENT_AT, notice.at())
                .set(WRITTEN_NOTICE.EVIDENCE, evidence())
                .set(WRITTEN_NOTICE.SOURCE, order.source().name())
                .set(WRITTEN_NOTICE.RECORDED_BY, order.by())
                .set(WRITTEN_NOTICE.RECORDED_AT, now)
                .returningResult(WRITTEN_NOTICE.ID)
                .fetchSingle()
                .value1();
    }

    private Optional<Facts.Key> known(DSLContext tx, Fact.PastContact contact) {
        return tx.select(CONTACT_EVENT.ID)
                .from(CONTACT_EVENT)
                .where(CONTACT_EVENT.CONSUMER_ID.eq(consumer))
                .and(CONTACT_EVENT.ACCOUNT_ID.isNotDistinctFrom(account(contact.debts())))
                .and(CONTACT_EVENT.PHONE_ID.isNotDistinctFrom(phone(contact.phone())))
                .and(CONTACT_EVENT.KIND.eq(contact.kind().name()))
                .and(CONTACT_EVENT.RESULT.eq(contact.result().name()))
                .and(CONTACT_EVENT.RESPONDS.eq(responds(contact)))
                .and(CONTACT_EVENT.AT.eq(contact.at()))
                .limit(1)
                .fetchOptional(row -> new Facts.Key(Facts.Kind.CONTACT, row.value1()));
    }

    private static boolean responds(Fact.PastContact contact) {
        return switch (contact.occasion()) {
            case OURS -> false;
            case ANSWERS_CONSUMER -> true;
        };
    }

    private long insert(DSLContext tx, Fact.PastContact contact) {
        return tx.insertInto(CONTACT_EVENT)
                .set(CONTACT_EVENT.CONSUMER_ID, consumer)
                .set(CONTACT_EVENT.ACCOUNT_ID, account(contact.debts()))
                .set(CONTACT_EVENT.PHONE_ID, phone(contact.phone()))
                .set(CONTACT_EVENT.KIND, contact.kind().name())
                .set(CONTACT_EVENT.RESULT, contact.result().name())
                .set(CONTACT_EVENT.RESPONDS, responds(contact))
                .set(CONTACT_EVENT.AT, contact.at())
                .set(CONTACT_EVENT.EVIDENCE, evidence())
                .set(CONTACT_EVENT.SOURCE, order.source().name())
                .set(CONTACT_EVENT.RECORDED_BY, order.by())
                .set(CONTACT_EVENT.RECORDED_AT, now)
                .returningResult(CONTACT_EVENT.ID)
                .fetchSingle()
                .value1();
    }

    private Optional<Facts.Key> known(DSLContext tx, Fact.Consented consent) {
        return tx.select(CONSENT.ID)
                .from(CONSENT)
                .where(CONSENT.CONSUMER_ID.eq(consumer))
                .and(CONSENT.ACCOUNT_ID.isNotDistinctFrom(account(consent.debts())))
                .and(CONSENT.PHONE_ID.isNotDistinctFrom(phone(consent.phone())))
                .and(CONSENT.KIND.eq(consent.kind().name()))
                .and(CONSENT.GRANTED.eq(granted(consent)))
                .and(CONSENT.GIVEN_TO.eq(consent.receiver().name()))
                .and(CONSENT.GIVEN_AT.eq(consent.at()))
                .and(CONSENT.EXPIRES_AT.isNotDistinctFrom(consent.until().orElse(null)))
                .and(CONSENT.LOCAL_FROM.isNotDistinctFrom(from(consent)))
                .and(CONSENT.LOCAL_TO.isNotDistinctFrom(to(consent)))
                .limit(1)
                .fetchOptional(row -> new Facts.Key(Facts.Kind.CONSENT, row.value1()));
    }

    private static boolean granted(Fact.Consented consent) {
        return switch (consent.change()) {
            case GIVEN -> true;
            case WITHDRAWN -> false;
        };
    }

    private static @Nullable LocalTime from(Fact.Consented consent) {
        return consent.hours().map(Fact.Hours::from).orElse(null);
    }

    private static @Nullable LocalTime to(Fact.Consented consent) {
        return consent.hours().map(Fact.Hours::to).orElse(null);
    }

    private long insert(DSLContext tx, Fact.Consented consent) {
        return tx.insertInto(CONSENT)
                .set(CONSENT.CONSUMER_ID, consumer)
                .set(CONSENT.ACCOUNT_ID, account(consent.debts()))
                .set(CONSENT.PHONE_ID, phone(consent.phone()))
                .set(CONSENT.KIND, consent.kind().name())
                .set(CONSENT.GRANTED, granted(consent))
                .set(CONSENT.GIVEN_TO, consent.receiver().name())
                .set(CONSENT.GIVEN_AT, consent.at())
                .set(CONSENT.EXPIRES_AT, consent.until().orElse(null))
                .set(CONSENT.LOCAL_FROM, from(consent))
                .set(CONSENT.LOCAL_TO, to(consent))
                .set(CONSENT.EVIDENCE, evidence())
                .set(CONSENT.SOURCE, order.source().name())
                .set(CONSENT.RECORDED_BY, order.by())
                .set(CONSENT.RECORDED_AT, now)
                .returningResult(CONSENT.ID)
                .fetchSingle()
                .value1();
    }
}
