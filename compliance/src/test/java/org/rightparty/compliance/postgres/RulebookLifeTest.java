package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.CALLING_GROUP;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;
import static org.rightparty.schema.generated.Tables.RULEBOOK;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.compliance.postgres.RulebookOffice.Edition;
import org.rightparty.compliance.postgres.RulebookOffice.State;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class RulebookLifeTest {
    private static final Instant NOW = Instant.parse("2026-04-07T16:00:00Z");
    private static final String HOUSE = "house-policy";
    private static final String DRAFT = "2026.9";
    private Office office;
    private Instant now = NOW;
    private RulebookDesk desk;

    @BeforeEach
    void open() {
        office = new Office();
        InstantSource clock = () -> now;
        desk =
                new RulebookDesk(
                        office.database,
                        new RulebookOffice(office.rulebooks, office.ledger),
                        clock);
    }

    @AfterEach
    void close() {
        office.close();
    }

    /// The house lets nobody be called for four hours after a call that connected.
    private String stricter() {
        return PostgresRulebooks.shipped(HOUSE)
                .replace("\"version\": \"2026.5\"", "\"version\": \"" + DRAFT + "\"")
                .replace(
                        "\"window\": {\"kind\": \"ROLLING_HOURS\", \"n\": 2}",
                        "\"window\": {\"kind\": \"ROLLING_HOURS\", \"n\": 4}");
    }

    @Test
    void says_what_a_draft_would_have_refused_and_would_refuse() {
        Debtor debtor = office.debtor();
        callTwiceThreeHoursApart(debtor);
        candidate(debtor);
        desk.draft(stricter(), "Ada");
        RulebookTrial trial = desk.tryOut(HOUSE, DRAFT);
        assertThat(trial.past())
                .isEqualTo(new RulebookTrial.Compared(2, 1, 0, Map.of("POLICY_MIN_GAP", 1L)));
        assertThat(trial.tomorrow().compared()).isEqualTo(1);
        assertThat(trial.tomorrow().refusedMore()).isZero();
    }

    private void callTwiceThreeHoursApart(Debtor debtor) {
        Instant first = NOW.minus(Duration.ofDays(2));
        granted(debtor, first);
        granted(debtor, first.plus(Duration.ofHours(3)));
    }

    private void granted(Debtor debtor, Instant at) {
        if (office.reserve(office.request(debtor), at) instanceof Reservation.Granted granted) {
            office.end(granted.attempt(), Outcome.RING_NO_ANSWER, at.plusSeconds(25));
        } else {
            throw new IllegalStateException("refused at " + at);
        }
    }

    private void candidate(Debtor debtor) {
        office.transact(tx -> {
            int group =
                    tx.insertInto(CALLING_GROUP)
                            .set(CALLING_GROUP.ZONES, new String[] {"America/New_York"})
                            .set(CALLING_GROUP.JURISDICTIONS, new String[] {"US"})
                            .returningResult(CALLING_GROUP.ID)
                            .fetchSingle()
                            .value1();
            return tx.insertInto(DIAL_CANDIDATE)
                    .set(DIAL_CANDIDATE.CAMPAIGN_ID, office.request(debtor).campaign())
                    .set(DIAL_CANDIDATE.CONSUMER_ID, debtor.consumer())
                    .set(DIAL_CANDIDATE.ACCOUNT_ID, debtor.account())
                    .set(DIAL_CANDIDATE.PHONE_ID, debtor.phone())
                    .set(DIAL_CANDIDATE.CALLING_GROUP_ID, group)
                    .set(DIAL_CANDIDATE.TIER, (short) 3)
                    .set(DIAL_CANDIDATE.SCORE, 1)
                    .set(DIAL_CANDIDATE.DUE, true)
                    .set(DIAL_CANDIDATE.NEXT_AT, NOW)
                    .execute();
        });
    }

    @Test
    void wants_a_trial_and_another_person_before_it_approves() {
        desk.draft(stricter(), "Ada");
        assertThatThrownBy(() -> desk.approve(HOUSE, DRAFT, "Grace")).hasMessageContaining("try");
        desk.tryOut(HOUSE, DRAFT);
        assertThatThrownBy(() -> desk.approve(HOUSE, DRAFT, " aDA"))
                .hasMessageContaining("another person");
        assertThat(desk.approve(HOUSE, DRAFT, "Grace").state()).isEqualTo(State.APPROVED);
        assertThatThrownBy(() -> desk.draft(stricter(), "Ada"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> desk.approve(HOUSE, DRAFT, "Grace")).hasMessageContaining("draft");
    }

    @Test
    void forgets_a_trial_when_the_draft_changes() {
        desk.draft(stricter(), "Ada");
        desk.tryOut(HOUSE, DRAFT);
        desk.draft(stricter(), "Ada");
        assertThatThrownBy(() -> desk.approve(HOUSE, DRAFT, "Grace")).hasMessageContaining("try");
    }

    @Test
    void comes_into_force_at_its_instant_and_goes_back_at_once() {
        approve();
        assertThatThrownBy(() -> desk.activate(HOUSE, DRAFT, at(-1), "Grace"))
                .hasMessageContaining("now or later");
        assertThat(desk.activate(HOUSE, DRAFT, at(3_600), "Grace").state())
                .isEqualTo(State.PENDING);
        assertThat(inForce(NOW.plusSeconds(3_599))).contains("house-policy 2026.5");
        assertThat(inForce(NOW.plusSeconds(3_600))).contains("house-policy " + DRAFT);
        now = NOW.plusSeconds(7_200);
        assertThat(desk.rollBack(HOUSE, "Ada").version()).isEqualTo("2026.5");
        assertThat(inForce(now)).contains("house-policy 2026.5");
        assertThat(desk.rollBack(HOUSE, "Ada").version()).isEqualTo(DRAFT);
    }

    @Test
    void calls_off_what_was_to_come_when_something_else_is_put_in_force() {
        approve();
        desk.activate(HOUSE, DRAFT, at(3_600), "Grace");
        desk.activate(HOUSE, "2026.5", Optional.empty(), "Grace");
        assertThat(inForce(NOW.plusSeconds(4_000))).contains("house-policy 2026.5");
    }

    @Test
    void lets_a_draft_not_come_into_force() {
        desk.draft(stricter(), "Ada");
        assertThatThrownBy(() -> desk.activate(HOUSE, DRAFT, Optional.empty(), "Grace"))
                .hasMessageContaining("draft");
    }

    @Test
    void keeps_the_houses_own_version_in_force_when_a_new_one_ships() {
        approve();
        desk.activate(HOUSE, DRAFT, Optional.empty(), "Grace");
        office.tamper(tx -> {
            tx.execute("ALTER TABLE rulebook DISABLE TRIGGER rulebook_kept");
            tx.update(RULEBOOK)
                    .set(RULEBOOK.VERSION, "2025.9")
                    .where(RULEBOOK.NAME.eq(HOUSE))
                    .and(RULEBOOK.VERSION.eq("2026.5"))
                    .execute();
            office.rulebooks.loadShipped(tx, NOW);
            return true;
        });
        assertThat(inForce(NOW.plusSeconds(60))).contains("house-policy " + DRAFT);
        assertThat(desk.list())
                .filteredOn(each -> each.name().equals(HOUSE) && each.version().equals("2026.5"))
                .extracting(Edition::state)
                .containsExactly(State.APPROVED);
    }

    @Test
    void says_field_by_field_what_a_draft_changes() {
        desk.draft(stricter(), "Ada");
        assertThat(desk.diff(HOUSE, Optional.empty(), DRAFT))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.row()).isEqualTo("HOUSE-GAP");
                    assertThat(change.field()).isEqualTo("params");
                    assertThat(change.after()).contains("\"n\":4");
                });
    }

    @Test
    void writes_every_step_into_the_ledger() {
        approve();
        desk.activate(HOUSE, DRAFT, Optional.empty(), "Grace");
        desk.rollBack(HOUSE, "Ada");
        List<String> kinds =
                office.transact(tx ->
                        tx.select(AUDIT_ENTRY.KIND)
                                .from(AUDIT_ENTRY)
                                .where(AUDIT_ENTRY.ACTOR.like("person:%"))
                                .orderBy(AUDIT_ENTRY.KIND)
                                .fetch(AUDIT_ENTRY.KIND));
        assertThat(kinds)
                .containsExactly(
                        "rulebook.activated",
                        "rulebook.approved",
                        "rulebook.drafted",
                        "rulebook.reinstated",
                        "rulebook.tried");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    "type": "END_GUARD" | "type": "GUARD" | .type: not a type
                    "margin_seconds" | "margin" | .params.margin: not known
                    "jurisdiction": "US-CA" | "state": "US-CA" | .state: not known
                    "HOUSE-SCRA" | "HOUSE-GAP" | .rule_id: there twice
                    "zone_basis": "CONSUMER_ALL" | "zone_basis": "MOON" | not a zone basis: MOON
                    """)
    void refuses_a_draft_that_is_no_rulebook_and_says_where(
            String right, String wrong, String says) {
        String broken = stricter().replaceFirst(right, wrong);
        assertThatThrownBy(() -> desk.draft(broken, "Ada"))
                .isInstanceOf(RulebookFault.class)
                .hasMessageStartingWith("$.rules[")
                .hasMessageContaining(says);
    }

    @Test
    void lets_nobody_override_a_statute() {
        String wrong =
                PostgresRulebooks.shipped("us-federal")
                        .replace("\"version\": \"2026.5\"", "\"version\": \"2026.9\"")
                        .replaceFirst(
                                "\"active\": true,", "\"active\": true, \"overridable\": true,");
        assertThatThrownBy(() -> desk.draft(wrong, "Ada"))
                .hasMessageContaining("nobody overrides a statute");
    }

    private Optional<Instant> at(long seconds) {
        return Optional.of(NOW.plusSeconds(seconds));
    }

    private void approve() {
        desk.draft(stricter(), "Ada");
        desk.tryOut(HOUSE, DRAFT);
        desk.approve(HOUSE, DRAFT, "Grace");
    }

    private String inForce(Instant at) {
        return office.transact(tx -> office.rulebooks.at(tx, at)).title();
    }
}
