package org.rightparty.dialer.bench;

import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A house with one campaign and very many people from coast to coast, each with one account and
/// one landline. Person, account and number of the same person bear the same number, from 1 up.
public final class BigHouse {
    private BigHouse() {}

    public static void load(Database database, int people) {
        String numbers = "generate_series(1, " + people + ") n";
        execute(
                database,
                "INSERT INTO client (name, legal_name) VALUES ('Bench', 'Bench')",
                "INSERT INTO portfolio (client_id, name) VALUES (1, 'Bench')",
                "INSERT INTO campaign (name, mode, caller_id) "
                        + "VALUES ('Bench', 'PROGRESSIVE', '+12125550100')",
                "INSERT INTO campaign_portfolio VALUES (1, 1)",
                "INSERT INTO consumer (family_name) SELECT 'Person ' || n FROM " + numbers,
                "INSERT INTO phone (consumer_id, e164, line_type) "
                        + "SELECT n, '+1212' || lpad((n % 2000000)::text, 7, '0'), 'LANDLINE' FROM "
                        + numbers,
                "INSERT INTO location_evidence (consumer_id, kind, zones, jurisdiction) SELECT n, "
                        + "'ADDRESS', ARRAY[(ARRAY['America/New_York','America/Chicago',"
                        + "'America/Denver','America/Los_Angeles'])[1 + n % 4]], "
                        + "(ARRAY['US-NY','US-IL','US-CO','US-CA'])[1 + n % 4] FROM "
                        + numbers,
                "INSERT INTO account (portfolio_id, client_id, consumer_id, client_account_number, "
                        + "debt_type, original_creditor, current_creditor, placed_minor, "
                        + "balance_minor, delinquent_on, itemization_on, itemization_kind, "
                        + "itemization_minor) SELECT 1, 1, n, 'B' || n, 'CARD', 'B', 'B', b, b, "
                        + "DATE '2026-01-01' + (n % 300)::int, DATE '2026-01-01', 'CHARGE_OFF', b "
                        + "FROM (SELECT n, 5000 + (n::bigint * 7919) % 900000 AS b FROM "
                        + numbers
                        + ") x");
    }

    /// Calls every `nth` person once at `placedAt`; each twentieth of these calls was answered and
    /// nobody was there to take it.
    public static void call(Database database, int nth, String placedAt) {
        execute(
                database,
                "INSERT INTO attempt (placed_at, decision_id, campaign_id, consumer_id, "
                        + "account_id, phone_id, e164, caller_id, mode, path, ring_seconds, "
                        + "permit_expires_at) SELECT at, 1, 1, id, id, id, '+12125550100', "
                        + "'+12125550199', 'PROGRESSIVE', 'CAMPAIGN', 25, at FROM consumer, "
                        + "(SELECT timestamptz '"
                        + placedAt
                        + "' AS at) t WHERE id % "
                        + nth
                        + " = 0",
                "INSERT INTO attempt_end (attempt_id, placed_at, campaign_id, outcome, counts, "
                        + "ended_at) SELECT id, placed_at, 1, CASE WHEN consumer_id % 20 = 0 THEN "
                        + "'ABANDONED' ELSE 'RING_NO_ANSWER' END, true, placed_at FROM attempt "
                        + "WHERE placed_at = '"
                        + placedAt
                        + "'");
    }

    /// As the owner: the product's role may not vacuum, nor load what is append-only in bulk.
    public static void execute(Database database, String... statements) {
        try (Connection connection = TestDatabase.owner(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = 0");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
