package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.CALLING_GROUP;
import static org.rightparty.schema.generated.Tables.CAMPAIGN;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;
import static org.rightparty.schema.generated.Tables.RULEBOOK_ACTIVATION;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

final class RulebookLifeTest {
    private static final Instant NOW = Instant.parse("2026-04-07T16:00:00Z");
    private static final String HOUSE = "house-policy";
    private static final String DRAFT = "2026.9";

    private static final String ON_MONDAYS =
            """
            {"rule_id": "AHEAD-ON-MONDAYS", "type": "CONTACT_HOURS", "jurisdiction": "*",
             "citation": "house", "provenance": "HOUSE", "strength": "POLICY", "active": true,
             "applies": {"modes": ["PREDICTIVE"]}, "exceptions": [],
             "params": {"zone_basis": "CONSUMER_ALL", "windows": [
               {"days": ["MON"], "intervals": [["08:00", "21:00"]]}]},
             "reason_code": "NOT_AHEAD", "message_for_agent": "Only on Mondays."},
            """;

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

    private RulebookTrial tryOut() {
        return desk.tryOut(HOUSE, DRAFT, Optional.empty());
    }

    private Edition approve(String who) {
        return desk.approve(HOUSE, DRAFT, Optional.empty(), who);
    }

    /// The house lets nobody be called for four hours after a call that connected.
    private String stricter() {
        return PostgresRulebooks.shipped(HOUSE)
                .replace("\"version\": \"2026.6\"", "\"version\": \"" + DRAFT + "\"")
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
        RulebookTrial trial = tryOut();
        assertThat(trial.past())
                .isEqualTo(new RulebookTrial.Compared(2, 1, 0, Map.of("POLICY_MIN_GAP", 1L)));
        assertThat(trial.tomorrow().compared()).isEqualTo(1);
        assertThat(trial.tomorrow().refusedMore()).isZero();
        assertThat(trial.candidates()).isEqualTo(1);
        assertThat(trial.shortened()).isZero();
    }

    /// Tomorrow is a Wednesday.
    @ParameterizedTest
    @CsvSource({"PREDICTIVE, 1", "PROGRESSIVE, 0", "PREVIEW, 0"})
    void asks_tomorrow_of_each_campaign_as_it_dials(String mode, long refused) {
        Debtor debtor = office.debtor();
        office.consent(debtor, true, NOW);
        candidate(debtor);
        office.transact(tx -> tx.update(CAMPAIGN).set(CAMPAIGN.MODE, mode).execute());
        desk.draft(stricter().replaceFirst("\"rules\": \\[", "\"rules\": [" + ON_MONDAYS), "Ada");
        RulebookTrial.Compared tomorrow = tryOut().tomorrow();
        assertThat(tomorrow.compared()).isEqualTo(1);
        assertThat(tomorrow.refusedMore()).isEqualTo(refused);
    }

    @Test
    void says_how_many_decisions_were_recorded_with_less_history_than_the_draft_looks_at() {
        callTwiceThreeHoursApart(office.debtor());
        office.tamper(tx ->
                tx.update(RULEBOOK_ACTIVATION)
                        .set(RULEBOOK_ACTIVATION.CANCELLED_AT, NOW)
                        .where(RULEBOOK_ACTIVATION.NAME.ne(HOUSE))
                        .execute());
        desk.draft(
                stricter()
                        .replace(
                                "{\"kind\": \"ROLLING_HOURS\", \"n\": 4}",
                                "{\"kind\": \"ROLLING_CALENDAR_DAYS\", \"n\": 40}"),
                "Ada");
        assertThat(tryOut().shortened()).isEqualTo(2);
    }

    @Test
    void does_nothing_with_another_text_than_was_shown() {
        String shown = desk.draft(stricter(), "Ada").sha256();
        String now = desk.draft(other(), "Ada").sha256();
        assertThatThrownBy(() -> desk.tryOut(HOUSE, DRAFT, Optional.of(shown)))
                .hasMessageContaining("replaced");
        assertThat(desk.tryOut(HOUSE, DRAFT, Optional.of(now)).sha256()).isEqualTo(now);
        assertThatThrownBy(() -> desk.approve(HOUSE, DRAFT, Optional.of(shown), "Grace"))
                .hasMessageContaining("replaced");
        assertThatThrownBy(() -> desk.approve(HOUSE, DRAFT, Optional.of("ab"), "Grace"))
                .hasMessageContaining("twelve digits");
        String beginning = now.substring(0, 12);
        assertThat(desk.approve(HOUSE, DRAFT, Optional.of(beginning), "Grace").sha256())
                .isEqualTo(now);
    }

    private String other() {
        return stricter().replace("\"n\": 4}", "\"n\": 6}");
    }

    /// The draft is replaced, and the replacement committed, while it is being tried or approved.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_draft_that_is_replaced_meanwhile_is_neither_tried_nor_approved(boolean tries)
            throws InterruptedException {
        String shown = desk.draft(stricter(), "Ada").sha256();
        tryOut();
        RulebookOffice other = new RulebookOffice(office.rulebooks, office.ledger);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<String> said = new AtomicReference<>("");
        Thread step =
                Thread.ofVirtual()
                        .unstarted(() -> {
                            begun.countDown();
                            said.set(said(shown, tries));
                        });
        office.transact(tx -> {
            other.draft(tx, other(), "Ada", NOW);
            step.start();
            await(begun);
            LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
            return true;
        });
        step.join();
        assertThat(said.get()).contains("replaced");
        assertThat(desk.list())
                .filteredOn(each -> each.version().equals(DRAFT))
                .singleElement()
                .satisfies(each -> assertThat(each.state()).isEqualTo(State.DRAFT))
                .satisfies(each -> assertThat(each.triedAt()).isEmpty())
                .satisfies(each -> assertThat(each.sha256()).isNotEqualTo(shown));
    }

    private String said(String shown, boolean tries) {
        try {
            return tries
                    ? desk.tryOut(HOUSE, DRAFT, Optional.of(shown)).title()
                    : desk.approve(HOUSE, DRAFT, Optional.of(shown), "Grace").title();
        } catch (RulebookOffice.Refused refused) {
            return refused.sentence();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
        assertThatThrownBy(() -> approve("Grace")).hasMessageContaining("try");
        tryOut();
        assertThatThrownBy(() -> approve(" aDA")).hasMessageContaining("another person");
        assertThat(approve("Grace").state()).isEqualTo(State.APPROVED);
        assertThatThrownBy(() -> desk.draft(stricter(), "Ada"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> approve("Grace")).hasMessageContaining("draft");
    }

    @Test
    void forgets_a_trial_when_the_draft_changes() {
        desk.draft(stricter(), "Ada");
        tryOut();
        desk.draft(stricter(), "Ada");
        assertThatThrownBy(() -> approve("Grace")).hasMessageContaining("try");
    }

    @Test
    void comes_into_force_at_its_instant_and_goes_back_at_once() {
        approve();
        assertThatThrownBy(() -> desk.activate(HOUSE, DRAFT, at(-1), "Grace"))
                .hasMessageContaining("now or later");
        assertThat(desk.activate(HOUSE, DRAFT, at(3_600), "Grace").state())
                .isEqualTo(State.PENDING);
        assertThat(inForce(NOW.plusSeconds(3_599))).contains("house-policy 2026.6");
        assertThat(inForce(NOW.plusSeconds(3_600))).contains("house-policy " + DRAFT);
        now = NOW.plusSeconds(7_200);
        assertThat(desk.rollBack(HOUSE, "Ada").version()).isEqualTo("2026.6");
        assertThat(inForce(now)).contains("house-policy 2026.6");
        assertThat(desk.rollBack(HOUSE, "Ada").version()).isEqualTo(DRAFT);
    }

    @Test
    void calls_off_what_was_to_come_when_something_else_is_put_in_force() {
        approve();
        desk.activate(HOUSE, DRAFT, at(3_600), "Grace");
        desk.activate(HOUSE, "2026.6", Optional.empty(), "Grace");
        assertThat(inForce(NOW.plusSeconds(4_000))).contains("house-policy 2026.6");
    }

    @Test
    void lets_a_draft_not_come_into_force() {
        desk.draft(stricter(), "Ada");
        assertThatThrownBy(() -> desk.activate(HOUSE, DRAFT, Optional.empty(), "Grace"))
                .hasMessageContaining("draft");
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
                    "starts_after_conversation": false | "first_tried": {"on": 1} | .on: not known
                    "exceptions": \\[] | "exceptions": ["HOME_ATTEMPT_FAILED"] | tried: goes with
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
                        .replace("\"version\": \"2026.6\"", "\"version\": \"2026.9\"")
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
        tryOut();
        approve("Grace");
    }

    private String inForce(Instant at) {
        return office.transact(tx -> office.rulebooks.at(tx, at)).title();
    }
}
