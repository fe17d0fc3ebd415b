package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.PREFERENCE;

import org.jooq.DSLContext;
import org.rightparty.compliance.holds.Bar;
import org.rightparty.compliance.holds.HoldOrder;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;
import org.rightparty.vocabulary.PhoneNumber;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Holds and wishes in the tables, each with its audit entry in one transaction. Triggers of the
/// tables tell every node.
public final class PostgresHolds implements Holds {
    private final Database database;
    private final PostgresLedger ledger;
    private final InstantSource clock;

    public PostgresHolds(Database database, PostgresLedger ledger, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Outcome set(HoldOrder order) {
        return database.transact(tx -> set(tx, order, clock.instant()));
    }

    /// In the caller's transaction.
    public Outcome set(DSLContext tx, HoldOrder order, Instant now) {
        Optional<ConsumerId> consumer =
                tx.select(ACCOUNT.CONSUMER_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ID.eq(order.account()))
                        .fetchOptional(ACCOUNT.CONSUMER_ID);
        if (consumer.isEmpty()) {
            return new Outcome.Refused("UNKNOWN_ACCOUNT", "account", "There is no such account.");
        }
        return fault(tx, order, consumer.get())
                .<Outcome>map(fault -> fault)
                .orElseGet(() -> new Outcome.Done(record(tx, order, consumer.get(), now)));
    }

    private static Optional<Outcome.Refused> fault(
            DSLContext tx, HoldOrder order, ConsumerId consumer) {
        if (order.evidence().isBlank()) {
            return refused("EVIDENCE_MISSING", "evidence", "Say what it rests on.");
        } else if (order.bar().reach() == Bar.Reach.NUMBER && order.phone().isEmpty()) {
            return refused("NUMBER_MISSING", "phone", "Say which number is meant.");
        } else if (order.phone().isPresent() && !isHers(tx, order.phone().get(), consumer)) {
            return refused("UNKNOWN_NUMBER", "phone", "This number is not this person's.");
        } else if (order.bar() == Bar.INCONVENIENT_TIME && order.times().isEmpty()) {
            return refused("TIME_MISSING", "times", "Say on which days and at which hours.");
        } else if (order.bar() == Bar.INCONVENIENT_PLACE && order.place().isEmpty()) {
            return refused("PLACE_MISSING", "place", "Say which place is meant.");
        } else if (order.bar().isWish() && order.until().isPresent()) {
            return refused(
                    "NO_END",
                    "until",
                    "An officer lifts an inconvenient time or place; it has no end.");
        } else {
            return Optional.empty();
        }
    }

    private static Optional<Outcome.Refused> refused(String code, String field, String sentence) {
        return Optional.of(new Outcome.Refused(code, field, sentence));
    }

    static boolean isHers(DSLContext tx, PhoneId phone, ConsumerId consumer) {
        return tx.fetchExists(PHONE, PHONE.ID.eq(phone).and(PHONE.CONSUMER_ID.eq(consumer)));
    }

    private Key record(DSLContext tx, HoldOrder order, ConsumerId consumer, Instant now) {
        BarRows rows = new BarRows(order, consumer, now);
        Optional<Key> standing = rows.standing(tx);
        if (standing.isPresent()) {
            return standing.get();
        }
        Key key = rows.insert(tx);
        ledger.append(tx, entry(order, consumer, key, now));
        return key;
    }

    private static AuditEntry entry(HoldOrder order, ConsumerId consumer, Key key, Instant now) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put(key.kind() == Key.Kind.HOLD ? "hold" : "wish", key.id());
        detail.put("code", order.bar().name());
        detail.put("scope", order.bar().reach().name());
        detail.put("source", order.source().name());
        detail.put("evidence_sha256", hash(order.evidence()));
        order.phone().ifPresent(phone -> detail.put("phone", phone.value()));
        order.until().ifPresent(until -> detail.put("until", until.toString()));
        AuditEntry.Subject subject = AuditEntry.Subject.of(consumer, order.account());
        return new AuditEntry(
                now,
                "hold.set",
                AuditEntry.Actor.agent(order.by()),
                order.attempt().map(subject::during).orElse(subject),
                detail);
    }

    private static String hash(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Outcome lift(Key key, AgentId officer, String reason, String evidence) {
        if (reason.isBlank()) {
            return new Outcome.Refused("REASON_MISSING", "reason", "Say why it is lifted.");
        } else if (evidence.isBlank()) {
            return new Outcome.Refused("EVIDENCE_MISSING", "evidence", "Say what that rests on.");
        }
        Lifting lifting = new Lifting(key, officer, reason, evidence, clock.instant());
        return database.transact(tx -> {
            Optional<AuditEntry.Subject> lifted = lifting.perform(tx);
            lifted.ifPresent(subject -> ledger.append(tx, lifted(lifting, subject)));
            return lifted.isPresent()
                    ? new Outcome.Done(key)
                    : new Outcome.Refused("NOT_STANDING", "key", "It does not stand any more.");
        });
    }

    private static AuditEntry lifted(Lifting lifting, AuditEntry.Subject subject) {
        Key key = lifting.key();
        return new AuditEntry(
                lifting.now(),
                "hold.lifted",
                AuditEntry.Actor.agent(lifting.officer()),
                subject,
                Map.of(
                        key.kind() == Key.Kind.HOLD ? "hold" : "wish",
                        key.id(),
                        "reason_sha256",
                        hash(lifting.reason()),
                        "evidence_sha256",
                        hash(lifting.evidence())));
    }

    @Override
    public List<Standing> standing(AccountId account) {
        return database.transact(tx -> {
            List<Standing> all = new ArrayList<>(holds(tx, account));
            all.addAll(wishes(tx, account));
            all.sort(Comparator.comparing(Standing::from).reversed());
            return List.copyOf(all);
        });
    }

    @Override
    public List<Owner> owners(PhoneNumber number) {
        return database.transact(tx ->
                tx.select(ACCOUNT.ID, PHONE.ID)
                        .from(PHONE)
                        .join(ACCOUNT)
                        .on(ACCOUNT.CONSUMER_ID.eq(PHONE.CONSUMER_ID))
                        .where(PHONE.E164.eq(number.e164()))
                        .orderBy(PHONE.ID, ACCOUNT.ID)
                        .fetch(row -> new Owner(row.value1(), row.value2())));
    }

    private static List<Standing> holds(DSLContext tx, AccountId account) {
        return tx.select(HOLD)
                .from(HOLD)
                .join(ACCOUNT)
                .on(ACCOUNT.CONSUMER_ID.eq(HOLD.CONSUMER_ID))
                .where(ACCOUNT.ID.eq(account))
                .and(HOLD.RELEASED_AT.isNull())
                .fetch(row -> {
                    var hold = row.value1();
                    return new Standing(
                            new Key(Key.Kind.HOLD, hold.getId()),
                            hold.getCode(),
                            hold.getConsumerId(),
                            Optional.ofNullable(hold.getAccountId()),
                            Optional.ofNullable(hold.getPhoneId()),
                            hold.getFromAt(),
                            Optional.ofNullable(hold.getUntilAt()),
                            hold.getEvidence(),
                            hold.getSource(),
                            Optional.ofNullable(hold.getSetBy()),
                            Optional.empty(),
                            Optional.empty());
                });
    }

    private static List<Standing> wishes(DSLContext tx, AccountId account) {
        return tx.select(PREFERENCE)
                .from(PREFERENCE)
                .join(ACCOUNT)
                .on(ACCOUNT.CONSUMER_ID.eq(PREFERENCE.CONSUMER_ID))
                .where(ACCOUNT.ID.eq(account))
                .and(PREFERENCE.WITHDRAWN_AT.isNull())
                .fetch(row -> WishRow.standing(row.value1()));
    }
}
