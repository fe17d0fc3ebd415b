package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.LEDGER_CHECKPOINT;
import static org.rightparty.schema.generated.Tables.TASK;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.postgres.CallRecord.Source;
import org.rightparty.compliance.postgres.Reconciliation.Others;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The days that are over are reconciled once each, at night or when the program is up again. The
/// house is in Chicago, five hours behind UTC in April.
final class NightlyReconciliationTest {
    private static final Instant BEGUN = Instant.parse("2026-04-01T12:00:00Z");
    private static final Instant BEFORE_THREE = Instant.parse("2026-04-08T07:59:00Z");
    private static final Instant THREE = Instant.parse("2026-04-08T08:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-04-08T05:00:00Z");
    private static final long DAY = 86_400;
    private static final Others NOBODY = new Others(Map.of(), List.of());

    private final Database database = TestDatabase.fresh();
    private final PostgresLedger ledger = new PostgresLedger();
    private NightlyReconciliation it = started();

    private NightlyReconciliation started() {
        return new NightlyReconciliation(database, ledger, ZoneId.of("America/Chicago"), 3);
    }

    @BeforeEach
    void begin() {
        begunAt(BEGUN);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void begunAt(Instant at) {
        database.transact(tx ->
                tx.insertInto(LEDGER_CHECKPOINT)
                        .set(LEDGER_CHECKPOINT.ID, 1L)
                        .set(LEDGER_CHECKPOINT.SIZE, 0L)
                        .set(LEDGER_CHECKPOINT.ROOT, new byte[32])
                        .set(LEDGER_CHECKPOINT.SIGNED_AT, at)
                        .set(LEDGER_CHECKPOINT.NOTE, "")
                        .execute());
    }

    private Optional<Reconciliation.Result> look(Instant now) {
        return it.look(() -> NOBODY, now);
    }

    /// A call that was placed and of which nobody knows a permit.
    private void attempted(int n, Instant at) {
        database.transact(tx ->
                tx.execute(
                        """
                        INSERT INTO attempt (id, placed_at, decision_id, consumer_id, account_id,
                            phone_id, e164, caller_id, mode, path, ring_seconds, permit_expires_at)
                        VALUES (%1$d, '%2$s', %1$d, 1, 1, 1, '+12125550101', '+12125550100',
                            'MANUAL', 'AGENT', 25, '%2$s')
                        """
                                .formatted(n, at)));
    }

    private List<String> tasks() {
        return database.transact(tx ->
                tx.select(TASK.TITLE)
                        .from(TASK)
                        .where(TASK.ROLE.eq("OFFICER"))
                        .orderBy(TASK.ID)
                        .fetch(TASK.TITLE));
    }

    private List<String> periods() {
        return database.transact(tx ->
                tx
                        .select(AUDIT_ENTRY.PAYLOAD)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.KIND.eq("reconcile.finished"))
                        .orderBy(AUDIT_ENTRY.ID)
                        .fetch(AUDIT_ENTRY.PAYLOAD)
                        .stream()
                        .map(NightlyReconciliationTest::period)
                        .toList());
    }

    private static String period(String payload) {
        return payload.replaceAll(".*\"from\":\"([^\"]*)\".*\"to\":\"([^\"]*)\".*", "$1 $2");
    }

    @Test
    void tells_officers_of_the_day_before_at_its_hour_and_only_once() {
        attempted(7, MIDNIGHT.minusSeconds(3_600 * 6));
        look(BEFORE_THREE);
        assertThat(tasks()).isEmpty();
        assertThat(look(THREE).orElseThrow().fresh()).isPositive();
        assertThat(tasks()).isNotEmpty().allMatch(title -> title.contains("attempt 7"));
        assertThat(look(THREE.plusSeconds(60))).isEmpty();
        assertThat(periods().getLast()).isEqualTo("2026-04-07T01:00:00Z " + MIDNIGHT);
    }

    @Test
    void a_program_that_starts_again_repeats_nothing() {
        look(THREE);
        it = started();
        assertThat(look(THREE.plusSeconds(60))).isEmpty();
        assertThat(periods()).containsExactly(MIDNIGHT.minusSeconds(DAY) + " " + MIDNIGHT);
    }

    @Test
    void makes_up_for_the_nights_in_which_it_was_down() {
        look(THREE);
        it = started();
        attempted(8, THREE.plusSeconds(DAY));
        assertThat(look(THREE.plusSeconds(3 * DAY + 7_200)).orElseThrow().found()).isNotEmpty();
        assertThat(periods())
                .last()
                .isEqualTo(
                        MIDNIGHT.minus(Reconciliation.CALL_MAX)
                                + " "
                                + MIDNIGHT.plusSeconds(3 * DAY));
    }

    @Test
    void what_a_command_reconciled_is_no_night() {
        new Reconciliation(database, ledger).reconcile(BEGUN, THREE, Map.of(), THREE);
        assertThat(look(THREE)).isPresent();
    }

    @Test
    void leaves_out_what_was_before_the_ledger() {
        attempted(9, BEGUN.minusSeconds(60));
        assertThat(look(BEGUN)).isEmpty();
        Instant night = Instant.parse("2026-04-02T08:00:00Z");
        assertThat(look(night).orElseThrow().found()).isEmpty();
        assertThat(periods()).containsExactly(BEGUN + " 2026-04-02T05:00:00Z");
    }

    @Test
    void compares_with_what_others_recorded() {
        CallRecord unknown =
                new CallRecord(
                        Source.CARRIER,
                        "c-1",
                        Optional.empty(),
                        Optional.of("+12125550177"),
                        MIDNIGHT.minusSeconds(3_600),
                        true);
        Others others = new Others(Map.of(Source.CARRIER, List.of(unknown)), List.of());
        assertThat(it.look(() -> others, THREE).orElseThrow().found())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.kind()).isEqualTo(Difference.Kind.CALL_WITHOUT_ATTEMPT));
    }

    @Test
    void records_that_cannot_be_read_are_a_task() {
        Others others = new Others(Map.of(), List.of("the call records in a.csv cannot be read"));
        assertThat(it.look(() -> others, THREE).orElseThrow().found()).isEmpty();
        assertThat(tasks())
                .containsExactly(
                        "Not reconciled up to "
                                + MIDNIGHT
                                + ": the call records in a.csv cannot be read");
    }
}
