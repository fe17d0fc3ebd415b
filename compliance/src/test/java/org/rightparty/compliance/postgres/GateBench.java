package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;
import org.rightparty.vocabulary.DialPath;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneId;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/// How many permits a second the office grants, in batches of twenty, over many accounts of which
/// each has six calls in the last 30 days: with the shipped books and, in the same run, with a
/// single row that forbids nothing. Goal: 500 a second, and a batch within 50 ms at the 99th
/// percentile. `-Daccounts=1000000` sets the size.
@Tag("bench")
final class GateBench {
    private static final int ACCOUNTS = Integer.getInteger("accounts", 1_000_000);
    private static final int BATCH = 20;
    private static final int BATCHES = 250;
    private static final int ROUNDS = 2;
    private static final int THREADS = 4;
    private static final Instant NOW = Instant.parse("2026-04-07T16:00:00Z");

    @Test
    void grants_permits() throws SQLException, InterruptedException, ExecutionException {
        try (Office office = new Office();
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Debtor model = office.debtor();
            fill(office);
            AtomicLong next = new AtomicLong(model.consumer().value() + 1);
            run(office, threads, model, next, BATCHES / 5);
            System.out.println(
                    "| rules          | accounts  | batch | threads | permits/s | p50 ms | p99 ms |"
                            + " max ms |");
            double full = 0;
            double none = 0;
            for (int round = 0; round < ROUNDS; round++) {
                full += measured("full rulebooks", office, threads, model, next);
                enforceNothing(office);
                none += measured("no rules      ", office, threads, model, next);
                enforceAll(office);
            }
            System.out.printf(
                    "with the full rulebooks %.2f times as many permits/s as without%n",
                    full / none);
            assertThat(full).isPositive();
        }
    }

    private static double measured(
            String name, Office office, ExecutorService threads, Debtor model, AtomicLong next)
            throws InterruptedException, ExecutionException {
        long started = System.nanoTime();
        long[] millis = run(office, threads, model, next, BATCHES);
        double seconds = (System.nanoTime() - started) / 1e9;
        Arrays.sort(millis);
        System.out.printf(
                "| %s | %,9d | %5d | %7d | %,9.0f | %6d | %6d | %6d |%n",
                name,
                ACCOUNTS,
                BATCH,
                THREADS,
                BATCHES * BATCH / seconds,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1]);
        return BATCHES * BATCH / seconds;
    }

    /// One row, hours without end: the gate places no call that no hours cover.
    private static void enforceNothing(Office office) {
        String sha256 = RulebookReader.sha256(OPEN);
        office.transact(tx -> {
            tx.execute(
                    "UPDATE rulebook_activation SET cancelled_at = now(), cancelled_by = 'bench'");
            tx.execute(
                    "INSERT INTO rulebook (name, version, sha256, content, author, approver,"
                            + " approved_at) VALUES ('open', '1', ?, ?::jsonb, 'a', 'b', now())"
                            + " ON CONFLICT DO NOTHING",
                    sha256,
                    OPEN);
            tx.execute(
                    "INSERT INTO rulebook_activation (name, rulebook_id, from_at, activated_by)"
                            + " SELECT name, id, '2020-01-01', 'bench' FROM rulebook"
                            + " WHERE name = 'open'");
            return true;
        });
        office.rulebooks.forget();
    }

    private static void enforceAll(Office office) {
        office.transact(tx -> {
            tx.execute("DELETE FROM rulebook_activation WHERE name = 'open'");
            tx.execute("UPDATE rulebook_activation SET cancelled_at = NULL, cancelled_by = NULL");
            return true;
        });
        office.rulebooks.forget();
    }

    private static final String OPEN =
            """
            {"name": "open", "version": "1", "effective_from": "2020-01-01T00:00:00Z",
             "counters": {}, "holidays": {}, "rules": [{"rule_id": "OPEN", "type": "CONTACT_HOURS",
               "jurisdiction": "*", "citation": "none", "provenance": "HOUSE",
               "strength": "POLICY", "active": true, "applies": {}, "exceptions": [],
               "params": {"zone_basis": "CONSUMER_ALL", "windows": [{
                 "days": ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"],
                 "intervals": [["00:00", "24:00"]]}]},
               "reason_code": "NEVER", "message_for_agent": "Never."}]}
            """;

    private static long[] run(
            Office office, ExecutorService threads, Debtor model, AtomicLong next, int batches)
            throws InterruptedException, ExecutionException {
        List<Future<Long>> times = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            times.add(threads.submit(() -> batch(office, model, next.getAndAdd(BATCH))));
        }
        long[] millis = new long[batches];
        for (int i = 0; i < batches; i++) {
            millis[i] = times.get(i).get();
        }
        return millis;
    }

    /// Consumers, accounts and numbers were numbered in step.
    private static long batch(Office office, Debtor model, long first) {
        long accounts = model.account().value() - model.consumer().value();
        long phones = model.phone().value() - model.consumer().value();
        List<DialRequest> requests =
                LongStream.range(first, first + BATCH)
                        .mapToObj(id ->
                                new DialRequest(
                                        new CampaignId(1),
                                        new ConsumerId(id),
                                        new AccountId(id + accounts),
                                        new PhoneId(id + phones),
                                        Mode.PREDICTIVE,
                                        DialPath.CAMPAIGN,
                                        Optional.empty(),
                                        25))
                        .toList();
        long started = System.nanoTime();
        List<Reservation> answers = office.transact(tx -> office.gate.reserve(tx, requests, NOW));
        long millis = (System.nanoTime() - started) / 1_000_000;
        assertThat(answers).allMatch(Reservation.Granted.class::isInstance);
        return millis;
    }

    private static void fill(Office office) throws SQLException {
        try (Connection connection = TestDatabase.owner(office.database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = 0");
            for (String sql : FILL) {
                statement.execute(sql.replace(":n", Integer.toString(ACCOUNTS)));
            }
        }
    }

    private static final List<String> FILL =
            List.of(
                    """
                    INSERT INTO consumer (given_name, family_name)
                    SELECT 'Given', 'Family' FROM generate_series(1, :n)
                    """,
                    """
                    INSERT INTO phone (consumer_id, e164, place, line_type)
                    SELECT id, '+1212' || lpad((id % 2000000)::text, 7, '0'), 'MOBILE', 'MOBILE'
                    FROM consumer WHERE id > 1 ORDER BY id
                    """,
                    """
                    INSERT INTO consent (consumer_id, phone_id, kind, granted, given_to, given_at)
                    SELECT consumer_id, id, 'TCPA_PRIOR_EXPRESS', true, 'CREDITOR', '2025-06-01'
                    FROM phone WHERE line_type = 'MOBILE'
                    """,
                    """
                    INSERT INTO account (portfolio_id, client_id, consumer_id,
                        client_account_number,
                        debt_type, original_creditor, current_creditor, placed_minor, balance_minor,
                        itemization_on, itemization_kind, itemization_minor)
                    SELECT 1, 1, id, 'B-' || id, 'CARD', 'Bank', 'Bank', 10000, 10000,
                        '2025-06-01', 'CHARGE_OFF', 10000
                    FROM consumer WHERE id > 1 ORDER BY id
                    """,
                    """
                    INSERT INTO location_evidence (consumer_id, kind, zones, jurisdiction)
                    SELECT id, k, ARRAY['America/New_York'], 'US-NY'
                    FROM consumer, unnest(ARRAY['ADDRESS', 'NUMBER']) k WHERE id > 1
                    """,
                    """
                    INSERT INTO attempt (placed_at, decision_id, campaign_id, consumer_id,
                        account_id,
                        phone_id, e164, caller_id, mode, path, ring_seconds, permit_expires_at)
                    SELECT at, 1, 1, a.consumer_id, a.id, 1, '+12125550100', '+12125550199',
                        'PREDICTIVE', 'CAMPAIGN', 25, at
                    FROM account a, unnest(ARRAY['2026-03-09 15:00+00', '2026-03-17 15:00+00',
                        '2026-03-24 15:00+00', '2026-03-31 15:00+00', '2026-04-03 15:00+00',
                        '2026-04-06 15:00+00']::timestamptz[]) at WHERE a.consumer_id > 1
                    """,
                    """
                    INSERT INTO attempt_end (attempt_id, placed_at, outcome, counts, ended_at)
                    SELECT id, placed_at, 'RING_NO_ANSWER', true, placed_at FROM attempt
                    """,
                    "ANALYZE");
}
