package org.rightparty.dialer.robot;

import org.rightparty.console.web.Passwords;
import org.rightparty.database.Database;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// A small centre in the tables: one client, one campaign, agents with lines, and consumers whose
/// numbers end in every digit, all of them inside their calling hours now.
public final class TestFloor {
    public static final String PASSWORD = "only for tests 1";
    private static final int NOON = 12;

    private final Database database;

    public TestFloor(Database database) {
        this.database = database;
    }

    /// @param lines the agents' lines in order: `agent1` has the first; those that begin with 2 are
    ///     softphones in the page
    public void people(List<String> lines, String lineSecret) {
        String hash = new Passwords(new SecureRandom()).hash(PASSWORD);
        for (int i = 0; i < lines.size(); i++) {
            insert("agent" + (i + 1), "AGENT", hash, lines.get(i), lineSecret);
        }
        insert("supervisor1", "SUPERVISOR", hash, "9001", lineSecret);
        insert("admin1", "ADMIN", hash, "9002", lineSecret);
        insert("officer1", "OFFICER", hash, "9003", lineSecret);
        insert("officer2", "OFFICER", hash, "9004", lineSecret);
    }

    private void insert(String login, String role, String hash, String line, String secret) {
        String kind = line.startsWith("2") ? "BROWSER" : "DESK";
        run(
                """
                INSERT INTO agent
                    (login, display_name, password_hash, line, line_kind, line_secret)
                VALUES ('%1$s', '%1$s', '%2$s', '%3$s', '%4$s', '%5$s')
                """
                        .formatted(login, hash, line, kind, secret));
        run(
                "INSERT INTO agent_role SELECT id, '%s' FROM agent WHERE line = '%s'"
                        .formatted(role, line));
    }

    /// A running campaign over `consumers` people, each with one account and one landline number.
    public void campaign(String mode, boolean screening, int consumers) {
        // Nobody is dialed ahead without an approved message.
        run(
                """
                INSERT INTO message_template (kind, language, version, business, body, prompt,
                    author, approver, approved_at, in_force_from)
                VALUES ('ABANDONED', 'en', 1, 'Test House', '{business} called: {number}.',
                    'safe-harbor', 'ann', 'bea', now(), now()) ON CONFLICT DO NOTHING
                """);
        run("INSERT INTO client (name, legal_name) VALUES ('Test client', 'Test client')");
        run("INSERT INTO portfolio (client_id, name) SELECT id, 'Test portfolio' FROM client");
        run(
                """
                INSERT INTO campaign (name, mode, activity, caller_id, ring_seconds, screening)
                VALUES ('Test campaign', '%s', 'RUNNING', '+12125550100', 15, %s)
                """
                        .formatted(mode, screening));
        run("INSERT INTO campaign_portfolio SELECT c.id, p.id FROM campaign c, portfolio p");
        run(
                """
                INSERT INTO campaign_agent (agent_id, campaign_id)
                SELECT r.agent_id, c.id FROM agent_role r, campaign c WHERE r.role = 'AGENT'
                """);
        consumers(consumers);
    }

    private void consumers(int count) {
        run(
                """
                INSERT INTO consumer (given_name, family_name, born_on)
                SELECT 'Test', 'Consumer ' || n, DATE '1980-01-01' + n
                FROM generate_series(1, %d) n
                """
                        .formatted(count));
        run(
                """
                INSERT INTO account (portfolio_id, client_id, consumer_id, client_account_number,
                    debt_type, original_creditor, current_creditor, placed_minor, balance_minor,
                    itemization_on, itemization_kind, itemization_minor)
                SELECT p.id, p.client_id, c.id, 'T-' || c.id, 'CARD', 'Test bank', 'Test bank',
                    100000 + c.id, 100000 + c.id, DATE '2026-01-01', 'CHARGE_OFF', 100000 + c.id
                FROM portfolio p, consumer c
                """);
        run(
                """
                INSERT INTO balance_entry (account_id, kind, bucket, amount_minor, effective_on)
                SELECT id, 'PLACEMENT', 'PRINCIPAL', placed_minor, DATE '2026-01-01' FROM account
                """);
        run(
                """
                INSERT INTO account_party
                SELECT id, consumer_id, 'PRIMARY', true FROM account
                """);
        run(
                """
                INSERT INTO phone (consumer_id, e164, line_type, place)
                SELECT id, '+1212' || lpad((1000000 + id)::text, 7, '0'), 'LANDLINE', 'HOME'
                FROM consumer
                """);
        atNoon();
    }

    /// Everybody says they are where it is about noon.
    public void atNoon() {
        run(
                """
                INSERT INTO location_evidence (consumer_id, kind, zones, authoritative)
                SELECT id, 'STATED', ARRAY['%s'], true FROM consumer
                """
                        .formatted(zoneNearNoon(Instant.now())));
    }

    /// A zone where it is about noon, so that a test may run at any hour: the `Etc` zones name the
    /// hours west of Greenwich as positive.
    static String zoneNearNoon(Instant now) {
        int hoursEast = NOON - now.atOffset(ZoneOffset.UTC).getHour();
        return hoursEast == 0 ? "Etc/GMT" : "Etc/GMT%+d".formatted(-hoursEast);
    }

    public void run(String sql) {
        database.transact(tx -> tx.execute(sql));
    }

    /// One number.
    public long count(String sql) {
        return database.transact(tx -> tx.fetchSingle(sql).get(0, Long.class));
    }

    /// One column of text.
    public List<String> column(String sql) {
        return database.transact(tx -> tx.fetch(sql).getValues(0, String.class));
    }
}
