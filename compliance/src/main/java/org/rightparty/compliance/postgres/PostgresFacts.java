package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.REGION_ZONE;

import org.jooq.DSLContext;
import org.rightparty.compliance.facts.Fact;
import org.rightparty.compliance.facts.FactFaults;
import org.rightparty.compliance.facts.FactOrder;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.rules.Sha256;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Facts in the tables, each with its audit entry in one transaction. Triggers of the tables have
/// the person chosen anew.
public final class PostgresFacts implements Facts {
    private final Database database;
    private final PostgresLedger ledger;
    private final PostgresRulebooks rulebooks;
    private final InstantSource clock;

    public PostgresFacts(
            Database database,
            PostgresLedger ledger,
            PostgresRulebooks rulebooks,
            InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    @Override
    public Outcome record(FactOrder order) {
        return database.transact(tx -> record(tx, order, clock.instant()));
    }

    /// In the caller's transaction.
    public Outcome record(DSLContext tx, FactOrder order, Instant now) {
        Optional<ConsumerId> consumer = locked(tx, order.account());
        if (consumer.isEmpty()) {
            return new Outcome.Refused(
                    "UNKNOWN_ACCOUNT",
                    "account",
                    "There is no such account.",
                    "Give the number of an account here.");
        }
        Optional<Outcome.Refused> fault =
                FactFaults.of(order, now).or(() -> fault(tx, order, consumer.get(), now));
        if (fault.isPresent()) {
            return fault.get();
        }
        FactRows rows = new FactRows(order, consumer.get(), now);
        Optional<Key> known = rows.known(tx);
        if (known.isPresent()) {
            return new Outcome.KnownAlready(known.get());
        }
        Key key = rows.insert(tx);
        ledger.append(tx, entry(order, consumer.get(), key, now));
        return new Outcome.Recorded(key);
    }

    /// Locks the person, so that one fact is not recorded twice at once and the gate decides before
    /// or after it. Nothing is learned any more of somebody who was erased.
    private static Optional<ConsumerId> locked(DSLContext tx, AccountId account) {
        return tx.select(CONSUMER.ID)
                .from(CONSUMER)
                .join(ACCOUNT)
                .on(ACCOUNT.CONSUMER_ID.eq(CONSUMER.ID))
                .where(ACCOUNT.ID.eq(account))
                .and(CONSUMER.ERASED_AT.isNull())
                .forNoKeyUpdate()
                .of(CONSUMER)
                .fetchOptional(CONSUMER.ID);
    }

    private Optional<Outcome.Refused> fault(
            DSLContext tx, FactOrder order, ConsumerId consumer, Instant now) {
        return switch (order.fact()) {
            case Fact.StatedPlace place -> PlaceZones.fault(tx, place);
            case Fact.SentNotice notice -> fault(tx, notice, now);
            case Fact.PastContact contact -> hers(tx, contact.phone(), consumer);
            case Fact.Consented consent -> hers(tx, consent.phone(), consumer);
            case Fact.LookUp lookUp -> hers(tx, Optional.of(lookUp.phone()), consumer);
        };
    }

    private Optional<Outcome.Refused> fault(DSLContext tx, Fact.SentNotice notice, Instant now) {
        List<String> awaited = notices(tx, now);
        return awaited.contains(notice.notice())
                ? Optional.empty()
                : FactFaults.fault(
                        "NOTICE_UNKNOWN",
                        "notice",
                        "No rulebook in force waits for this notice.",
                        "Write one of " + awaited + ".");
    }

    private List<String> notices(DSLContext tx, Instant now) {
        return rulebooks.at(tx, now).rows().stream()
                .map(row -> row.rule().terms())
                .filter(Terms.WaitAfterNotice.class::isInstance)
                .map(Terms.WaitAfterNotice.class::cast)
                .map(Terms.WaitAfterNotice::notice)
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Outcome.Refused> hers(
            DSLContext tx, Optional<PhoneId> phone, ConsumerId consumer) {
        return phone.filter(one -> !PostgresHolds.isHers(tx, one, consumer))
                .flatMap(_ ->
                        FactFaults.fault(
                                "UNKNOWN_NUMBER",
                                "number",
                                "This number is not this person's.",
                                "Give one of hers, or none."));
    }

    private static AuditEntry entry(FactOrder order, ConsumerId consumer, Key key, Instant now) {
        Map<String, Object> detail = new TreeMap<>(FactDetail.of(order.fact()));
        detail.put("row", key.id());
        detail.put("at", order.fact().at().toString());
        detail.put("source", order.source().name());
        detail.put(
                "evidence_sha256",
                Sha256.hex(order.evidence().strip().getBytes(StandardCharsets.UTF_8)));
        return new AuditEntry(
                        now,
                        FactDetail.kind(order.fact()),
                        AuditEntry.Actor.agent(order.by()),
                        AuditEntry.Subject.of(consumer, order.account()),
                        detail)
                .with(FactDetail.personal(order.fact()));
    }

    @Override
    public List<Known> known(AccountId account) {
        Instant now = clock.instant();
        return database.transact(tx ->
                tx.select(ACCOUNT.CONSUMER_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ID.eq(account))
                        .fetchOptional(ACCOUNT.CONSUMER_ID)
                        .map(consumer -> KnownFacts.of(tx, consumer, now))
                        .orElse(List.of()));
    }

    @Override
    public Choices choices() {
        Instant now = clock.instant();
        return database.transact(tx ->
                new Choices(
                        tx.select(REGION_ZONE.REGION, REGION_ZONE.ZONES)
                                .from(REGION_ZONE)
                                .orderBy(REGION_ZONE.REGION)
                                .fetch(row -> new Region(row.value1(), List.of(row.value2()))),
                        notices(tx, now)));
    }
}
