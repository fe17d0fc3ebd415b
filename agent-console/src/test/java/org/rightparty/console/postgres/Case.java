package org.rightparty.console.postgres;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.CallingHours;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.PhoneId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One invented case in the tables: client, consumer, account, number, agent, campaign.
final class Case {
    static final Instant NOW = Instant.parse("2026-03-02T20:00:00Z");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    final Database database;
    final AgentId agent;
    final CampaignId campaign;
    final ConsumerId consumer;
    final AccountId account;
    final AccountId other;
    final PhoneId phone;
    private long attempts;

    Case(Database database) {
        this.database = database;
        long client =
                insert(
                        "INSERT INTO client (name, legal_name, settlement_floor_ppm)"
                                + " VALUES ('Northbank', 'Northbank N.A.', 700001)");
        long portfolio =
                insert("INSERT INTO portfolio (client_id, name) VALUES (" + client + ", 'P')");
        agent =
                new AgentId(
                        insert(
                                "INSERT INTO agent (login, display_name, password_hash,"
                                        + " line, line_secret) VALUES"
                                        + " ('akim', 'A. Kim', 'x', '2001', 's')"));
        execute("INSERT INTO agent_role VALUES (" + agent + ", 'AGENT')");
        campaign =
                new CampaignId(
                        insert(
                                "INSERT INTO campaign (name, mode, caller_id)"
                                        + " VALUES ('Card 90', 'PREDICTIVE', '+12125550100')"));
        consumer =
                new ConsumerId(
                        insert(
                                "INSERT INTO consumer (given_name, family_name, born_on, language)"
                                        + " VALUES ('Maria', 'Delgado', '1984-07-19', 'es')"));
        account = account(client, portfolio, "NB-100482-7781", 100_000);
        other = account(client, portfolio, "NB-100482-7782", 4_200);
        phone =
                new PhoneId(
                        insert(
                                "INSERT INTO phone (consumer_id, e164, place) VALUES ("
                                        + consumer
                                        + ", '+12125550142', 'WORK')"));
        execute(
                "INSERT INTO location_evidence (consumer_id, kind, zones) VALUES ("
                        + consumer
                        + ", 'NUMBER', '{America/New_York}')");
    }

    /// The same person's debt to somebody else.
    void owesAnotherClient() {
        long client = insert("INSERT INTO client (name, legal_name) VALUES ('Other', 'Other')");
        long portfolio =
                insert("INSERT INTO portfolio (client_id, name) VALUES (" + client + ", 'O')");
        account(client, portfolio, "OB-1", 9_900);
    }

    private AccountId account(long client, long portfolio, String number, long minor) {
        long id =
                insert(
                        "INSERT INTO account (portfolio_id, client_id, consumer_id,"
                                + " client_account_number, debt_type, original_creditor,"
                                + " current_creditor, placed_minor, balance_minor, itemization_on,"
                                + " itemization_kind, itemization_minor) VALUES ("
                                + portfolio
                                + ", "
                                + client
                                + ", "
                                + consumer
                                + ", '"
                                + number
                                + "', 'CARD', 'Northbank', 'Northbank', "
                                + minor
                                + ", "
                                + minor
                                + ", '2025-09-30', 'LAST_STATEMENT', 90000)");
        execute(
                "INSERT INTO balance_entry (account_id, kind, bucket, amount_minor, effective_on)"
                        + " VALUES ("
                        + id
                        + ", 'PLACEMENT', 'PRINCIPAL', "
                        + minor
                        + ", '2025-10-01')");
        return new AccountId(id);
    }

    /// A call `ago` that this agent spoke on.
    AttemptId spoke(Duration ago) {
        AttemptId attempt = attempt(ago);
        String at = "'" + NOW.minus(ago) + "'::timestamptz";
        execute(
                "INSERT INTO attempt_end (attempt_id, placed_at, outcome, counts, ended_at,"
                        + " answered_at, connected_at, agent_id) VALUES ("
                        + attempt
                        + ", "
                        + at
                        + ", 'ANSWERED', true, "
                        + at
                        + " + interval '3 minutes', "
                        + at
                        + ", "
                        + at
                        + ", "
                        + agent
                        + ")");
        return attempt;
    }

    /// A call `ago` that has not ended.
    AttemptId attempt(Duration ago) {
        attempts++;
        long id =
                insert(
                        "INSERT INTO attempt (placed_at, decision_id, campaign_id, consumer_id,"
                                + " account_id, phone_id, e164, caller_id, mode, path,"
                                + " ring_seconds, permit_expires_at) VALUES ('"
                                + NOW.minus(ago)
                                + "', "
                                + attempts
                                + ", "
                                + campaign
                                + ", "
                                + consumer
                                + ", "
                                + account
                                + ", "
                                + phone
                                + ", '+12125550142', '+12125550100', 'PREDICTIVE', 'CAMPAIGN', 25,"
                                + " now())");
        return new AttemptId(id);
    }

    /// Another of the family name, entered later, who owes the same client.
    ConsumerId namesake() {
        long id =
                insert(
                        "INSERT INTO consumer (given_name, family_name, born_on, language)"
                                + " VALUES ('Olga', 'Delgado', '1990-01-01', 'en')");
        execute(
                "INSERT INTO account (portfolio_id, client_id, consumer_id, client_account_number,"
                        + " debt_type, original_creditor, current_creditor, placed_minor,"
                        + " balance_minor, itemization_on, itemization_kind, itemization_minor)"
                        + " SELECT portfolio_id, client_id, "
                        + id
                        + ", 'NB-9', debt_type, original_creditor, current_creditor, placed_minor,"
                        + " balance_minor, itemization_on, itemization_kind, itemization_minor"
                        + " FROM account WHERE id = "
                        + account);
        return new ConsumerId(id);
    }

    /// By the database's own clock.
    /// Who is on the line has proved who she is.
    void verified(AttemptId call) {
        execute(
                "INSERT INTO call_event (attempt_id, at, kind, detail) VALUES ("
                        + call
                        + ", '"
                        + NOW
                        + "', 'identity-verified', '{\"proofs\": \"FULL_NAME ADDRESS\"}')");
    }

    void called(ConsumerId person, Instant at) {
        value("SELECT make_partitions('" + at + "'::date, 1)");
        execute(
                "INSERT INTO attempt (placed_at, decision_id, campaign_id, consumer_id,"
                        + " account_id, phone_id, e164, caller_id, mode, path, ring_seconds,"
                        + " permit_expires_at) VALUES ('"
                        + at
                        + "', 999, "
                        + campaign
                        + ", "
                        + person
                        + ", "
                        + account
                        + ", "
                        + phone
                        + ", '+12125550142', '+12125550100', 'PREDICTIVE', 'CAMPAIGN', 25, '"
                        + at
                        + "')");
    }

    ConsumerHours hours() {
        return new ConsumerHours(Case::eightToNine, Set.of("US"));
    }

    private static CallingHours eightToNine(
            DSLContext tx, Set<ZoneId> zones, Set<String> jurisdictions, Instant at) {
        LocalTime local = LocalTime.ofInstant(at, NEW_YORK);
        boolean open =
                !zones.isEmpty()
                        && !local.isBefore(LocalTime.of(8, 0))
                        && local.isBefore(LocalTime.of(21, 0));
        Instant closes = at.atZone(NEW_YORK).with(LocalTime.of(21, 0)).toInstant();
        return new CallingHours(open, open ? Optional.of(closes) : Optional.empty());
    }

    static InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    /// A ledger that keeps kind, actor and attempt in the tables as they are.
    static Function<DSLContext, Ledger> ledger() {
        return tx -> entries -> entries.forEach(entry -> append(tx, entry));
    }

    private static void append(DSLContext tx, AuditEntry entry) {
        tx.execute(
                "INSERT INTO audit_entry (at, kind, actor, payload, leaf_hash)"
                        + " VALUES (?::timestamptz, ?, ?, ?, sha256('x'))",
                entry.at().toString(),
                entry.kind(),
                entry.actor().name(),
                entry.detail().toString());
    }

    long insert(String sql) {
        return Long.parseLong(value(sql + " RETURNING id"));
    }

    void execute(String sql) {
        database.transact(tx -> tx.execute(sql));
    }

    /// One value as text; empty for none.
    String value(String sql) {
        return database.transact(
                tx -> Optional.ofNullable(tx.fetchValue(sql)).map(Object::toString).orElse(""));
    }
}
