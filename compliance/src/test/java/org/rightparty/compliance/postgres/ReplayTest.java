package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.INSTALLATION;

import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class ReplayTest {
    private static final Instant NOW = Instant.parse("2026-04-07T16:00:00Z");
    private Office office;

    @BeforeEach
    void open() {
        office = new Office();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private PostgresReplay.Report replay(Instant from) {
        return office.transact(tx -> PostgresReplay.run(tx, from, NOW.plus(Duration.ofDays(30))));
    }

    /// Calls day and night for a week, some answered, one held: permits and refusals of many kinds.
    private void aWeekOfCalls() {
        List<Debtor> debtors = office.debtors(3);
        office.transact(tx ->
                tx.insertInto(HOLD)
                        .set(HOLD.CONSUMER_ID, debtors.getFirst().consumer())
                        .set(HOLD.CODE, "HARDSHIP")
                        .set(HOLD.FROM_AT, NOW.plus(Duration.ofDays(3)))
                        .execute());
        for (int hour = 0; hour < 24 * 7; hour += 5) {
            Instant at = NOW.plus(Duration.ofHours(hour));
            for (Debtor debtor : debtors) {
                if (office.reserve(office.request(debtor), at)
                        instanceof Reservation.Granted granted) {
                    Outcome outcome = hour % 3 == 0 ? Outcome.BUSY : Outcome.RING_NO_ANSWER;
                    office.end(granted.attempt(), outcome, at.plusSeconds(20));
                }
            }
        }
    }

    @Test
    void gives_every_recorded_decision_again() {
        aWeekOfCalls();
        PostgresReplay.Report report = replay(Instant.EPOCH);
        assertThat(report.shown()).isEmpty();
        assertThat(report.decisions()).isEqualTo(3 * 34);
        assertThat(report.same()).isEqualTo(report.decisions());
        assertThat(report.otherTzdb()).isZero();
        assertThat(replay(NOW.plus(Duration.ofDays(6))).decisions()).isLessThan(3 * 34);
    }

    @Test
    void finds_the_decision_whose_facts_were_changed() {
        aWeekOfCalls();
        office.tamper(tx ->
                tx.execute("ALTER TABLE gate_decision DISABLE TRIGGER USER")
                        + tx.update(GATE_DECISION)
                                .set(
                                        GATE_DECISION.FACTS,
                                        DSL.field(
                                                "jsonb_set(facts, '{phone,usable}', '\"WRONG\"')",
                                                JSONB.class))
                                .where(GATE_DECISION.ALLOWED)
                                .execute());
        PostgresReplay.Report report = replay(Instant.EPOCH);
        assertThat(report.different()).isPositive().isLessThan(report.decisions());
        assertThat(report.shown().getFirst().then().allowed()).isTrue();
        assertThat(report.shown().getFirst().now().orElseThrow().rules()).contains("HOUSE-NUMBER");
    }

    @Test
    void counts_a_decision_without_its_books_as_different() {
        aWeekOfCalls();
        office.tamper(tx ->
                tx.execute("ALTER TABLE gate_decision DISABLE TRIGGER USER")
                        + tx.update(GATE_DECISION)
                                .set(GATE_DECISION.RULEBOOK_SHA256, "0".repeat(64))
                                .execute());
        PostgresReplay.Report report = replay(Instant.EPOCH);
        assertThat(report.booksMissing()).isEqualTo(report.decisions());
        assertThat(report.clean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "2026-04-07T16:00:00Z, 0", "2026-04-07T16:00:00.001Z, 1"})
    void takes_for_invented_what_says_so_from_before_a_demonstration_was_loaded(
            String loaded, long invented) {
        office.reserve(office.request(office.debtor()), NOW);
        office.tamper(tx ->
                tx.execute("ALTER TABLE gate_decision DISABLE TRIGGER USER")
                        + tx.update(GATE_DECISION)
                                .set(GATE_DECISION.RULEBOOK, Replay.INVENTED)
                                .set(GATE_DECISION.RULEBOOK_SHA256, Replay.NO_RULEBOOKS)
                                .execute()
                        + tx.update(INSTALLATION)
                                .set(
                                        INSTALLATION.DEMO_LOADED_AT,
                                        loaded.isEmpty() ? null : Instant.parse(loaded))
                                .execute());
        PostgresReplay.Report report = replay(Instant.EPOCH);
        assertThat(report.invented()).isEqualTo(invented);
        assertThat(report.booksMissing()).isEqualTo(1 - invented);
        assertThat(report.clean()).isEqualTo(invented == 1);
    }
}
