package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.compliance.retention.Retention;
import org.rightparty.compliance.retention.Retention.Ground;
import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an erasure reaches, asked of the catalogue: every column of every table that can lead to a
/// person, by its name or by a foreign key. A new table fails the test until it has a row here and
/// is erased.
final class ErasureReachTest {
    private static final Instant CALLED = Instant.parse("2026-04-07T15:00:00Z");

    /// What stays, and why: entries of the ledger hold numbers and commitments; the books have
    /// neither name nor the client's number any more; the erasure is what proves itself; the
    /// number of a call that is gone leads nowhere.
    private static final Set<String> STAYS =
            Set.of(
                    "audit_entry.consumer_id",
                    "audit_entry.account_id",
                    "audit_entry.attempt_id",
                    "account.consumer_id",
                    "balance_entry.account_id",
                    "erasure.consumer_id",
                    "agent_state_change.attempt_id",
                    "reconcile_difference.attempt_id");

    private static final String COLUMNS =
            """
            SELECT c.table_name AS held, c.column_name AS field,
                coalesce(f.leads, CASE c.column_name
                    WHEN 'consumer_id' THEN 'consumer' WHEN 'account_id' THEN 'account'
                    WHEN 'phone_id' THEN 'phone' ELSE 'attempt' END) AS leads
            FROM information_schema.columns c
            JOIN pg_class t ON t.relname = c.table_name AND t.relkind IN ('r', 'p')
                AND NOT t.relispartition AND t.relnamespace = 'public'::regnamespace
            LEFT JOIN (SELECT k.conrelid, a.attname, k.confrelid::regclass::text AS leads
                FROM pg_constraint k
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                WHERE k.contype = 'f' AND k.confrelid IN
                    ('consumer'::regclass, 'account'::regclass, 'phone'::regclass)) f
                ON f.conrelid = t.oid AND f.attname = c.column_name
            WHERE c.table_schema = 'public' AND (f.leads IS NOT NULL OR c.column_name IN
                ('consumer_id', 'account_id', 'phone_id', 'attempt_id', 'transferred_from'))
            ORDER BY 1, 2
            """;

    /// A row of each; `:c`, `:a`, `:p` and `:t` are the person, account, number and call.
    private static final List<String> ROWS =
            List.of(
                    "calling_group (zones, jurisdictions) VALUES ('{UTC}', '{US}')"
                            + " ON CONFLICT DO NOTHING",
                    "account_party (account_id, consumer_id, party_role, liable)"
                            + " VALUES (:a, :c, 'PRIMARY', true)",
                    "address (consumer_id, line1, city, region, postal_code)"
                            + " VALUES (:c, '1 Main St', 'Albany', 'NY', '12207')",
                    "email (consumer_id, address) VALUES (:c, 'a@example.com')",
                    "agent_state_change (agent_id, state, attempt_id, at)"
                            + " VALUES (:1, 'Talking', :t, :at)",
                    "hold (consumer_id, account_id, phone_id, code, from_at)"
                            + " VALUES (:c, :a, :p, 'OTHER', :at)",
                    "consent (consumer_id, account_id, phone_id, kind, granted, given_at)"
                            + " VALUES (:c, :a, :p, 'TIME', true, :at)",
                    "preference (consumer_id, account_id, phone_id, kind, place)"
                            + " VALUES (:c, :a, :p, 'PLACE_BLOCK', 'WORK')",
                    "call_event (attempt_id, at, kind) VALUES (:t, :at, 'muted')",
                    "screen_pop VALUES (:t, :1, :at, :at, :at, 1)",
                    "disposition (attempt_id, placed_at, consumer_id, account_id, phone_id,"
                            + " agent_id, code, right_party, conversation, conversed_at)"
                            + " VALUES (:t, :at, :c, :a, :p, :1, 'REFUSED', true, true, :at)",
                    "promise (account_id, consumer_id, attempt_id, agent_id, amount_minor, due_on,"
                            + " grace_days, method) VALUES (:a, :c, :t, :1, 1, now(), 3, 'CARD')",
                    "callback (consumer_id, account_id, phone_id, due_at, zone, asked_by_consumer,"
                            + " attempt_id) VALUES (:c, :a, :p, :at, 'UTC', true, :t)",
                    "note (consumer_id, account_id, attempt_id, body) VALUES (:c, :a, :t, 'Hm.')",
                    "task (kind, consumer_id, account_id, attempt_id, title, due_at)"
                            + " VALUES ('OTHER', :c, :a, :t, 'Do it', :at)",
                    "draft (agent_id, attempt_id, body) VALUES (:1, :t, '{}')",
                    "dial_candidate (campaign_id, consumer_id, account_id, phone_id,"
                            + " calling_group_id, tier, score, due, next_at)"
                            + " SELECT campaign_id, :c, :a, :p, (SELECT min(id) FROM"
                            + " calling_group), 3, 0, true, :at FROM attempt WHERE id = :t",
                    "contact_event (consumer_id, account_id, phone_id, kind, result, at, source)"
                            + " VALUES (:c, :a, :p, 'TEXT_SENT', 'SENT', :at, 'IMPORT')",
                    "candidate_change (consumer_id) VALUES (:c)",
                    "phone_payment VALUES (:t, :a, :c, :1, 100, 'USD', 'CARD', 'C-1', :at)",
                    "payment (client_id, reference, account_id, amount_minor, currency, paid_on,"
                            + " source, recorded_at) SELECT client_id, 'R-:a', :a, 100, 'USD',"
                            + " now(), 'test', :at FROM account WHERE id = :a",
                    "balance_entry (account_id, kind, bucket, amount_minor, effective_on)"
                            + " VALUES (:a, 'PAYMENT', 'PRINCIPAL', -100, now())",
                    "attorney (consumer_id, attempt_id, name, recorded_at)"
                            + " VALUES (:c, :t, 'L. Advocate', :at)",
                    "written_notice (consumer_id, account_id, kind, sent_at)"
                            + " VALUES (:c, :a, 'VALIDATION', :at)",
                    "rule_override (consumer_id, account_id, phone_id, rule_id, reason, asked_by,"
                            + " approved_by, from_at, until_at) VALUES (:c, :a, :p, 'HOUSE-GAP',"
                            + " 'asked', :1, :2, :at, timestamptz :at + interval '1 day')",
                    "override_request (consumer_id, account_id, phone_id, rule_id, reason,"
                            + " evidence, asked_by, asked_at, from_at, until_at) VALUES (:c, :a,"
                            + " :p, 'HOUSE-GAP', 'asked', 'letter', :1, :at, :at,"
                            + " timestamptz :at + interval '1 day')",
                    "reconcile_difference VALUES ('TEST', 'attempt :t', :t, :at)",
                    "legal_hold (consumer_id, reason, set_by, set_at, released_by, released_at)"
                            + " VALUES (:c, 'Doe v. Roe', :1, :at, :2, :at)",
                    "recording VALUES (:t, :at, :c, 1, repeat('ab', 32), 'x', :at)");

    private final Office office = new Office();
    private final PostgresRetention retention =
            new PostgresRetention(office.database, office.ledger);
    private final AgentId first = staff("officer1", 1001);
    private final AgentId second = staff("officer2", 1002);

    @AfterEach
    void close() {
        office.close();
    }

    private AgentId staff(String login, int line) {
        return new AgentId(
                number(
                        "INSERT INTO agent (login, display_name, password_hash, line, line_secret)"
                                + " VALUES ('"
                                + login
                                + "', 'Somebody', 'x', '"
                                + line
                                + "', 's') RETURNING id"));
    }

    private long number(String sql) {
        return office.tamper(tx -> tx.fetchSingle(sql).get(0, long.class));
    }

    /// Somebody of whom there is a row in every table.
    private record Known(Debtor debtor, Attempt attempt) {
        /// The ids that a column can hold, by what it leads to.
        long id(String leads) {
            return switch (leads) {
                case "consumer" -> debtor.consumer().value();
                case "account" -> debtor.account().value();
                case "phone" -> debtor.phone().value();
                default -> attempt.id().value();
            };
        }
    }

    private Known known() {
        Debtor debtor = office.debtor();
        Reservation reserved = office.reserve(office.request(debtor), CALLED);
        Attempt attempt = ((Reservation.Granted) reserved).attempt();
        Known known = new Known(debtor, attempt);
        // Attempts are append-only but for whoever owns the tables and says so.
        office.tamper(tx -> {
            tx.execute("SELECT make_partitions('2026-04-01', 2)");
            ROWS.forEach(row -> tx.execute("INSERT INTO " + filled(row, known)));
            tx.execute(
                    filled(
                            "INSERT INTO attempt_end (attempt_id, placed_at, outcome, counts,"
                                    + " ended_at) VALUES (:t, :at, 'CONVERSATION', true, :at)",
                            known));
            tx.execute(
                    filled(
                            "SET LOCAL session_replication_role = replica; UPDATE attempt SET"
                                    + " transferred_from = :t WHERE id = :t; UPDATE gate_decision"
                                    + " SET transferred_from = :t WHERE consumer_id = :c; UPDATE"
                                    + " live_attempt SET transferred_from = :t WHERE consumer_id"
                                    + " = :c; SET LOCAL session_replication_role = DEFAULT;"
                                    + " UPDATE account SET work_state = 'PAID',"
                                    + " frequency_group = 'S-4711' WHERE id = :a",
                            known));
            return known;
        });
        office.transact(tx -> {
            office.ledger.append(
                    tx,
                    new AuditEntry(
                                    CALLED,
                                    "payment.posted",
                                    AuditEntry.Actor.PROGRAM,
                                    ErasureWork.about(debtor.consumer()),
                                    Map.of())
                            .with(Map.of("amount_minor", "100")));
            return known;
        });
        return known;
    }

    private String filled(String sql, Known known) {
        return sql.replace(":at", "'" + known.attempt().placedAt() + "'")
                .replace(":c", known.debtor().consumer().toString())
                .replace(":a", known.debtor().account().toString())
                .replace(":p", known.debtor().phone().toString())
                .replace(":t", known.attempt().id().toString())
                .replace(":1", first.toString())
                .replace(":2", second.toString());
    }

    /// A column that can lead to a person.
    private record Path(String table, String field, String leads) {
        @Override
        public String toString() {
            return table + "." + field;
        }
    }

    private List<Path> paths() {
        return office.tamper(tx ->
                tx.fetch(COLUMNS)
                        .map(row ->
                                new Path(
                                        row.get("held", String.class),
                                        row.get("field", String.class),
                                        row.get("leads", String.class))));
    }

    /// Columns whose rows lead to this person.
    private List<String> leadingTo(Known person) {
        List<String> found = new ArrayList<>();
        for (Path path : paths()) {
            long rows =
                    number(
                            "SELECT count(*) FROM "
                                    + path.table()
                                    + " WHERE "
                                    + path.field()
                                    + " = "
                                    + person.id(path.leads()));
            if (rows > 0) {
                found.add(path.toString());
            }
        }
        return found;
    }

    private void erase(Known person) {
        Instant now = CALLED.plusSeconds(60);
        var asked =
                retention.ask(
                        person.debtor().consumer(), Ground.REQUEST, "asked by letter", first, now);
        long erasure = ((Retention.Outcome.Done) asked).id();
        retention.approve(erasure, second, now);
        new ErasureWork(office.database, office.ledger, new Cabinet(), text -> text).work(now);
    }

    @Test
    void nothing_leads_to_an_erased_person_and_everything_to_others() {
        Known person = known();
        Known other = known();
        List<String> before = leadingTo(other);
        assertThat(before)
                .as("give a new table a row above, and a place in erase_step")
                .containsAll(
                        paths().stream()
                                .map(Path::toString)
                                .filter(path -> !path.equals("erasure.consumer_id"))
                                .toList());
        erase(person);
        assertThat(leadingTo(person)).containsExactlyInAnyOrderElementsOf(STAYS);
        assertThat(leadingTo(other)).isEqualTo(before);
    }

    @Test
    void what_is_left_of_a_person_and_her_accounts_names_nobody() {
        Known person = known();
        erase(person);
        assertThat(
                        number(
                                "SELECT count(*) FROM consumer WHERE given_name = ''"
                                        + " AND family_name = 'erased' AND suffix = ''"
                                        + " AND born_on IS NULL AND national_id_last4 IS NULL"
                                        + " AND deceased_on IS NULL AND NOT minor"
                                        + " AND erased_at IS NOT NULL"))
                .isEqualTo(1);
        assertThat(
                        number(
                                "SELECT count(*) FROM account WHERE documents = ''"
                                        + " AND client_account_number = 'erased ' || id"
                                        + " AND frequency_group IS NULL"))
                .isEqualTo(1);
        assertThat(number("SELECT count(*) FROM erasure WHERE reason = ''")).isEqualTo(1);
    }
}
