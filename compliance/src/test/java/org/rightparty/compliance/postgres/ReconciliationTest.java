package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.postgres.CallRecord.Ending;
import org.rightparty.compliance.postgres.CallRecord.Source;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Each difference between the records of calls is found, told once, and made a task.
final class ReconciliationTest {
    private static final Instant NOON = Instant.parse("2026-04-07T12:00:00Z");
    private static final Instant EVENING = NOON.plusSeconds(6 * 3_600);
    private static final String NUMBER = "+12125550101";

    private final Database database = TestDatabase.fresh();
    private final PostgresLedger ledger = new PostgresLedger();
    private final Reconciliation it = new Reconciliation(database, ledger);

    @BeforeEach
    void placeThree() {
        for (int n = 1; n <= 3; n++) {
            permitted(n);
            attempted(n);
            entered(n);
            ended(n, n == 1);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void records_that_agree_have_no_difference() {
        assertThat(compare(call(1, true), call(2, false), call(3, false))).isEmpty();
        assertThat(compare(byCarrier(1, NUMBER, true))).isEmpty();
    }

    @Test
    void finds_what_lacks_its_counterpart_within_the_ledger() {
        permitted(4);
        attempted(5);
        entered(6);
        assertThat(compare())
                .containsExactlyInAnyOrder(
                        "PERMIT_WITHOUT_ATTEMPT decision 4",
                        "ATTEMPT_WITHOUT_PERMIT attempt 5",
                        "ATTEMPT_WITHOUT_ENTRY attempt 5",
                        "ATTEMPT_WITHOUT_END attempt 5",
                        "ENTRY_WITHOUT_ATTEMPT attempt 6");
    }

    @Test
    void finds_calls_that_nobody_permitted_and_answers_that_differ() {
        List<String> found =
                compare(
                        call(2, true),
                        call(77, false),
                        new CallRecord(
                                Source.SWITCH,
                                "1234.5",
                                Optional.empty(),
                                Optional.empty(),
                                NOON.plusSeconds(5),
                                true));
        assertThat(found)
                .hasSize(5)
                .contains(
                        "ATTEMPT_WITHOUT_CALL attempt 3 by SWITCH",
                        "ANSWER_DIFFERS attempt 2 by SWITCH",
                        "ANSWER_WITHOUT_CALL attempt 1 by SWITCH")
                .filteredOn(line -> line.startsWith("CALL_WITHOUT_ATTEMPT SWITCH record"))
                .hasSize(2);
    }

    @Test
    void finds_an_attempt_that_nobody_answered_and_the_other_record_lacks() {
        assertThat(compare(call(1, true), call(2, false)))
                .containsExactly("ATTEMPT_WITHOUT_CALL attempt 3 by SWITCH");
        outcome(3, "NEVER_PLACED");
        assertThat(compare(call(1, true), call(2, false))).isEmpty();
    }

    @Test
    void a_file_without_any_call_lacks_them_all() {
        assertThat(result(Map.of(Source.SWITCH, List.of())).found())
                .extracting(Difference::subject)
                .containsExactlyInAnyOrder(
                        "attempt 1 by SWITCH", "attempt 2 by SWITCH", "attempt 3 by SWITCH");
    }

    @Test
    void a_carriers_file_of_answered_calls_alone_lacks_no_others() {
        assertThat(compare(byCarrier(1, NUMBER, true))).isEmpty();
        assertThat(compare(byCarrier(1, NUMBER, true), byCarrier(2, "+12125550112", false)))
                .containsExactly("ATTEMPT_WITHOUT_CALL attempt 3 by CARRIER");
    }

    @ParameterizedTest
    @CsvSource({
        "RING_NO_ANSWER, RANG,       ''",
        "RING_NO_ANSWER, BUSY,       ENDING_DIFFERS attempt 2 by SWITCH",
        "RING_NO_ANSWER, FAILED,     ''",
        "RING_NO_ANSWER, UNANSWERED, ''",
        "RING_NO_ANSWER, ANSWERED,   ANSWER_DIFFERS attempt 2 by SWITCH",
        "BUSY,           BUSY,       ''",
        "BUSY,           RANG,       ENDING_DIFFERS attempt 2 by SWITCH",
        "BUSY,           UNANSWERED, ''",
        "NOT_IN_SERVICE, RANG,       ''"
    })
    void busy_against_rang_is_a_difference(String ours, Ending theirs, String difference) {
        outcome(2, ours);
        CallRecord second =
                new CallRecord(
                        Source.SWITCH,
                        "rp-x-2",
                        Optional.of(2L),
                        Optional.empty(),
                        NOON.plusSeconds(2),
                        theirs);
        assertThat(compare(call(1, true), second, call(3, false)))
                .isEqualTo(difference.isEmpty() ? List.of() : List.of(difference));
    }

    @Test
    void of_a_call_that_was_corrected_the_latest_outcome_counts() {
        outcome(2, "BUSY");
        execute(
                """
                INSERT INTO attempt_end (attempt_id, placed_at, revision, outcome, counts, ended_at)
                VALUES (2, :at, 2, 'RING_NO_ANSWER', true, :at)
                """);
        CallRecord rang =
                new CallRecord(
                        Source.SWITCH,
                        "rp-x-2",
                        Optional.of(2L),
                        Optional.empty(),
                        NOON.plusSeconds(2),
                        Ending.RANG);
        assertThat(compare(call(1, true), rang, call(3, false))).isEmpty();
    }

    /// As if the call had ended so.
    private void outcome(int n, String outcome) {
        try (Database owner = TestDatabase.asOwner(database)) {
            owner.transact(tx -> {
                tx.execute("ALTER TABLE attempt_end DISABLE TRIGGER USER");
                tx.execute(
                        "UPDATE attempt_end SET outcome = '%s' WHERE attempt_id = %d"
                                .formatted(outcome, n));
                return tx.execute("ALTER TABLE attempt_end ENABLE TRIGGER USER");
            });
        }
    }

    @Test
    void finds_a_number_that_was_not_the_permitted_one_without_telling_it() {
        CallRecord other =
                new CallRecord(
                        Source.SWITCH,
                        "rp-x-1",
                        Optional.of(1L),
                        Optional.of("+12125550199"),
                        NOON,
                        true);
        assertThat(compare(other, call(2, false), call(3, false)))
                .containsExactly("NUMBER_DIFFERS attempt 1 by SWITCH");
        assertThat(compare(byCarrier(9, "+12125550198", true)))
                .hasSize(2)
                .noneMatch(line -> line.contains("5550198"));
    }

    @Test
    void tells_each_difference_once_as_an_entry_and_a_task() {
        permitted(4);
        assertThat(result().fresh()).isEqualTo(1);
        assertThat(result().fresh()).isZero();
        assertThat(count("SELECT count(*) FROM task WHERE kind = 'RECONCILE'")).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE kind = 'reconcile.difference'"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE kind = 'reconcile.finished'"))
                .isEqualTo(2);
    }

    private Reconciliation.Result result(CallRecord... records) {
        return result(Stream.of(records).collect(Collectors.groupingBy(CallRecord::source)));
    }

    private Reconciliation.Result result(Map<Source, List<CallRecord>> records) {
        return it.reconcile(NOON.minusSeconds(60), EVENING, records, EVENING);
    }

    private List<String> compare(CallRecord... records) {
        return result(records).found().stream().map(d -> d.kind() + " " + d.subject()).toList();
    }

    private static CallRecord call(long attempt, boolean answered) {
        return new CallRecord(
                Source.SWITCH,
                "rp-x-" + attempt,
                Optional.of(attempt),
                Optional.empty(),
                NOON.plusSeconds(attempt),
                answered);
    }

    private static CallRecord byCarrier(long second, String number, boolean answered) {
        return new CallRecord(
                Source.CARRIER,
                "c" + second,
                Optional.empty(),
                Optional.of(number),
                NOON.plusSeconds(second),
                answered);
    }

    private long count(String sql) {
        return database.transact(tx -> tx.fetchSingle(sql).get(0, long.class));
    }

    private void execute(String sql) {
        database.transact((DSLContext tx) -> tx.execute(sql.replace(":at", "'" + NOON + "'")));
    }

    private void permitted(int n) {
        execute(
                """
                INSERT INTO gate_decision (id, decided_at, consumer_id, account_id, phone_id, mode,
                    path, allowed, reason, refusals, facts, rulebook, rulebook_sha256, tzdb_version)
                VALUES (%d, :at, 1, 1, 1, 'MANUAL', 'AGENT', true, 'OK', '[]', '{}', 'b', 'x', 'z')
                """
                        .formatted(n));
    }

    private void attempted(int n) {
        execute(
                """
                INSERT INTO attempt (id, placed_at, decision_id, consumer_id, account_id, phone_id,
                    e164, caller_id, mode, path, ring_seconds, permit_expires_at)
                VALUES (%d, :at, %d, 1, 1, 1, '%s', '+12125550100', 'MANUAL', 'AGENT', 25, :at)
                """
                        .formatted(n, n, n == 1 ? NUMBER : "+1212555011" + n));
    }

    private void entered(int n) {
        database.transact(tx -> {
            ledger.append(
                    tx,
                    new AuditEntry(
                            NOON,
                            "dial.permitted",
                            AuditEntry.Actor.PROGRAM,
                            AuditEntry.Subject.NONE.during(new AttemptId(n)),
                            Map.of()));
            return tx;
        });
    }

    private void ended(int n, boolean answered) {
        execute(
                """
                INSERT INTO attempt_end (attempt_id, placed_at, outcome, counts, ended_at,
                    answered_at)
                VALUES (%d, :at, 'RING_NO_ANSWER', true, :at, %s)
                """
                        .formatted(n, answered ? ":at" : "NULL"));
    }
}
