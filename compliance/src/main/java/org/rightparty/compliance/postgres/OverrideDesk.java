package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.AGENT;
import static org.rightparty.schema.generated.Tables.CLIENT;
import static org.rightparty.schema.generated.Tables.OVERRIDE_REQUEST;
import static org.rightparty.schema.generated.Tables.PHONE;
import static org.rightparty.schema.generated.Tables.RULE_OVERRIDE;

import static java.util.stream.Collectors.toSet;

import org.jooq.DSLContext;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Strength;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Rules set aside for one account of a consumer: one person asks with reason, evidence and an end,
/// another approves or refuses, and either may end it early. A row that the rulebook does not let
/// anybody override, a statute above all, cannot even be asked for. Each step is one transaction
/// with its entry in the ledger; reason and evidence stay out of it.
public final class OverrideDesk {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int TEXT_MAX = 2_000;

    private final Database database;
    private final PostgresRulebooks rulebooks;
    private final PostgresLedger ledger;
    private final InstantSource clock;

    public OverrideDesk(
            Database database,
            PostgresRulebooks rulebooks,
            PostgresLedger ledger,
            InstantSource clock) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// What is asked for.
    ///
    /// @param rule the row of the rulebook
    /// @param phone only for this number; empty for all
    /// @param from empty for now
    /// @param until at most thirty days after it begins
    public record Order(
            String rule,
            AccountId account,
            Optional<PhoneId> phone,
            String reason,
            String evidence,
            Optional<Instant> from,
            Instant until) {}

    public enum State {
        ASKED,
        REFUSED,
        /// Approved, and in force from an instant to come.
        PENDING,
        IN_FORCE,
        ENDED
    }

    /// A request and where it stands.
    ///
    /// @param approvedBy empty while nobody has
    /// @param withdrawnBy who refused it or ended it early; empty when nobody did
    public record Asked(
            long id,
            ConsumerId consumer,
            AccountId account,
            Optional<PhoneId> phone,
            String rule,
            String reason,
            String evidence,
            AgentId askedBy,
            Instant from,
            Instant until,
            Optional<AgentId> approvedBy,
            Optional<AgentId> withdrawnBy,
            State state) {}

    /// All requests, the latest first.
    public List<Asked> list() {
        Instant now = clock.instant();
        return database.transact(tx ->
                tx.selectFrom(OVERRIDE_REQUEST)
                        .orderBy(OVERRIDE_REQUEST.ID.desc())
                        .fetch(row -> OverrideRows.asked(row, now)));
    }

    /// Who asked, approved or withdrew one of these, by the name colleagues see.
    public Map<AgentId, String> names(List<Asked> requests) {
        Set<AgentId> people = new HashSet<>();
        for (Asked each : requests) {
            people.add(each.askedBy());
            each.approvedBy().ifPresent(people::add);
            each.withdrawnBy().ifPresent(people::add);
        }
        return database.transact(tx ->
                tx.select(AGENT.ID, AGENT.DISPLAY_NAME)
                        .from(AGENT)
                        .where(AGENT.ID.in(people))
                        .fetchMap(AGENT.ID, AGENT.DISPLAY_NAME));
    }

    /// The accounts of these requests by client and the client's number, `Northbank/A-1`.
    public Map<AccountId, String> accounts(List<Asked> requests) {
        Set<AccountId> asked = requests.stream().map(Asked::account).collect(toSet());
        return database.transact(tx ->
                tx.select(ACCOUNT.ID, CLIENT.NAME, ACCOUNT.CLIENT_ACCOUNT_NUMBER)
                        .from(ACCOUNT)
                        .join(CLIENT)
                        .on(CLIENT.ID.eq(ACCOUNT.CLIENT_ID))
                        .where(ACCOUNT.ID.in(asked))
                        .fetchMap(row -> row.value1(), row -> row.value2() + "/" + row.value3()));
    }

    /// The telephone numbers that these requests are for.
    public Map<PhoneId, String> numbers(List<Asked> requests) {
        Set<PhoneId> asked =
                requests.stream().flatMap(each -> each.phone().stream()).collect(toSet());
        return database.transact(tx ->
                tx.select(PHONE.ID, PHONE.E164)
                        .from(PHONE)
                        .where(PHONE.ID.in(asked))
                        .fetchMap(PHONE.ID, PHONE.E164));
    }

    /// The rows in force that may be set aside; never a statute.
    public List<Rule> overridable() {
        Instant now = clock.instant();
        return database.transact(tx ->
                rulebooks.at(tx, now).rows().stream()
                        .map(Rulebooks.Row::rule)
                        .filter(OverrideDesk::mayBeSetAside)
                        .toList());
    }

    private static boolean mayBeSetAside(Rule rule) {
        return rule.overridable() && rule.strength() != Strength.STATUTE;
    }

    /// @throws RulebookOffice.Refused when the row may not be set aside, or something is missing
    public Asked ask(Order order, AgentId by) {
        Instant now = clock.instant();
        return database.transact(tx -> ask(tx, order, by, now));
    }

    private Asked ask(DSLContext tx, Order order, AgentId by, Instant now) {
        overridable(tx, order.rule(), now);
        Instant from = order.from().orElse(now);
        check(order, from, now);
        ConsumerId consumer =
                tx.select(ACCOUNT.CONSUMER_ID)
                        .from(ACCOUNT)
                        .where(ACCOUNT.ID.eq(order.account()))
                        .fetchOptional(ACCOUNT.CONSUMER_ID)
                        .orElseThrow(() -> new RulebookOffice.Refused("there is no such account"));
        order.phone().ifPresent(phone -> requireHers(tx, phone, consumer));
        long id =
                tx.insertInto(OVERRIDE_REQUEST)
                        .set(OVERRIDE_REQUEST.CONSUMER_ID, consumer)
                        .set(OVERRIDE_REQUEST.ACCOUNT_ID, order.account())
                        .set(OVERRIDE_REQUEST.PHONE_ID, order.phone().orElse(null))
                        .set(OVERRIDE_REQUEST.RULE_ID, order.rule())
                        .set(OVERRIDE_REQUEST.REASON, order.reason().strip())
                        .set(OVERRIDE_REQUEST.EVIDENCE, order.evidence().strip())
                        .set(OVERRIDE_REQUEST.ASKED_BY, by)
                        .set(OVERRIDE_REQUEST.ASKED_AT, now)
                        .set(OVERRIDE_REQUEST.FROM_AT, from)
                        .set(OVERRIDE_REQUEST.UNTIL_AT, order.until())
                        .returningResult(OVERRIDE_REQUEST.ID)
                        .fetchSingle()
                        .value1();
        return told(tx, id, "override.asked", by, now);
    }

    /// The row is in force and may be set aside.
    private void overridable(DSLContext tx, String id, Instant now) {
        Rule rule =
                rulebooks.at(tx, now).rows().stream()
                        .map(Rulebooks.Row::rule)
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new RulebookOffice.Refused("no rule " + id + " holds"));
        if (rule.strength() == Strength.STATUTE) {
            throw new RulebookOffice.Refused(id + " is a statute, which nobody sets aside");
        } else if (!rule.overridable()) {
            throw new RulebookOffice.Refused(id + " is not one that the rulebook lets set aside");
        }
    }

    private static void check(Order order, Instant from, Instant now) {
        if (!fits(order.reason()) || !fits(order.evidence())) {
            throw new RulebookOffice.Refused("say why, and what it rests on");
        } else if (from.isBefore(now)) {
            throw new RulebookOffice.Refused("it begins now or later, not at " + from);
        } else if (!order.until().isAfter(from) || order.until().isAfter(from.plus(LONGEST))) {
            throw new RulebookOffice.Refused("it ends after it begins, within thirty days");
        }
    }

    private static boolean fits(String text) {
        return !text.isBlank() && text.length() <= TEXT_MAX;
    }

    private static void requireHers(DSLContext tx, PhoneId phone, ConsumerId consumer) {
        if (!tx.fetchExists(PHONE, PHONE.ID.eq(phone).and(PHONE.CONSUMER_ID.eq(consumer)))) {
            throw new RulebookOffice.Refused("this number is not this person's");
        }
    }

    /// From now on, or from when it was asked for, the gate passes over the row.
    ///
    /// @throws RulebookOffice.Refused when it is decided already, is over, or the same person asked
    public Asked approve(long id, AgentId by) {
        Instant now = clock.instant();
        return database.transact(tx -> approve(tx, id, by, now));
    }

    private Asked approve(DSLContext tx, long id, AgentId by, Instant now) {
        Asked asked = undecided(tx, id, now);
        if (asked.askedBy().equals(by)) {
            throw new RulebookOffice.Refused("another person than who asked for it approves it");
        } else if (!now.isBefore(asked.until())) {
            throw new RulebookOffice.Refused("it was wanted until " + asked.until());
        }
        overridable(tx, asked.rule(), now);
        tx.update(OVERRIDE_REQUEST)
                .set(OVERRIDE_REQUEST.APPROVED_BY, by)
                .set(OVERRIDE_REQUEST.APPROVED_AT, now)
                .where(OVERRIDE_REQUEST.ID.eq(id))
                .execute();
        tx.insertInto(RULE_OVERRIDE)
                .set(RULE_OVERRIDE.CONSUMER_ID, asked.consumer())
                .set(RULE_OVERRIDE.ACCOUNT_ID, asked.account())
                .set(RULE_OVERRIDE.PHONE_ID, asked.phone().orElse(null))
                .set(RULE_OVERRIDE.RULE_ID, asked.rule())
                .set(RULE_OVERRIDE.REASON, asked.reason())
                .set(RULE_OVERRIDE.ASKED_BY, asked.askedBy())
                .set(RULE_OVERRIDE.APPROVED_BY, by)
                .set(RULE_OVERRIDE.FROM_AT, asked.from().isAfter(now) ? asked.from() : now)
                .set(RULE_OVERRIDE.UNTIL_AT, asked.until())
                .set(RULE_OVERRIDE.REQUEST_ID, id)
                .execute();
        return told(tx, id, "override.approved", by, now);
    }

    /// Whoever asked may take it back so.
    ///
    /// @throws RulebookOffice.Refused when it is decided already
    public Asked refuse(long id, AgentId by) {
        Instant now = clock.instant();
        return database.transact(tx -> {
            undecided(tx, id, now);
            withdraw(tx, id, by, now);
            return told(tx, id, "override.refused", by, now);
        });
    }

    /// The row holds again from now on.
    ///
    /// @throws RulebookOffice.Refused when it is not in force, nor will be
    public Asked end(long id, AgentId by) {
        Instant now = clock.instant();
        return database.transact(tx -> {
            Asked asked = OverrideRows.one(tx, id, now);
            if (asked.state() != State.IN_FORCE && asked.state() != State.PENDING) {
                throw new RulebookOffice.Refused("it is not in force, nor will be");
            }
            withdraw(tx, id, by, now);
            return told(tx, id, "override.ended", by, now);
        });
    }

    private static Asked undecided(DSLContext tx, long id, Instant now) {
        Asked asked = OverrideRows.one(tx, id, now);
        if (asked.state() != State.ASKED) {
            throw new RulebookOffice.Refused("it is decided already");
        }
        return asked;
    }

    private static void withdraw(DSLContext tx, long id, AgentId by, Instant now) {
        tx.update(OVERRIDE_REQUEST)
                .set(OVERRIDE_REQUEST.WITHDRAWN_BY, by)
                .set(OVERRIDE_REQUEST.WITHDRAWN_AT, now)
                .where(OVERRIDE_REQUEST.ID.eq(id))
                .execute();
    }

    private Asked told(DSLContext tx, long id, String kind, AgentId by, Instant now) {
        Asked asked = OverrideRows.one(tx, id, now);
        Map<String, Object> detail = new TreeMap<>();
        detail.put("override", asked.id());
        detail.put("rule", asked.rule());
        detail.put("from", asked.from().toString());
        detail.put("until", asked.until().toString());
        detail.put("asked_by", asked.askedBy().value());
        asked.phone().ifPresent(phone -> detail.put("phone", phone.value()));
        ledger.append(
                tx,
                new AuditEntry(
                        now,
                        kind,
                        AuditEntry.Actor.agent(by),
                        AuditEntry.Subject.of(asked.consumer(), asked.account()),
                        detail));
        return asked;
    }
}
