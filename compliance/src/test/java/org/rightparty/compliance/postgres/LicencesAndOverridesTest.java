package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.CANDIDATE_CHANGE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.Office.Debtor;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// From who enters a licence or sets a rule aside to what the gate then says.
final class LicencesAndOverridesTest {
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");
    private static final String GAP = "HOUSE-GAP";

    private Office office;
    private Instant now;
    private LicenceDesk licences;
    private OverrideDesk overrides;
    private AgentId officer;
    private AgentId other;

    @BeforeEach
    void open() {
        office = new Office();
        now = NOON;
        licences = new LicenceDesk(office.database, office.ledger, () -> now);
        overrides = new OverrideDesk(office.database, office.rulebooks, office.ledger, () -> now);
        officer = office.agent("olivia", "2001");
        other = office.agent("pat", "2002");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void calls_nobody_where_a_licence_is_known_to_be_missing_until_one_is_held() {
        Debtor debtor = office.debtor();
        LicenceDesk.Licence missing = licences.add(missing("US-NY-NYC"), officer);
        assertThat(reason(debtor)).isEqualTo("LICENSE_MISSING");
        now = NOON.plusSeconds(60);
        licences.add(held("US-NY-NYC", "2097-DCWP"), officer);
        assertThat(reason(debtor)).isEqualTo("none");
        licences.end(missing.id(), Optional.empty(), officer);
        assertThat(kinds()).containsExactly("licence.entered", "licence.entered", "licence.ended");
    }

    @Test
    void calls_nobody_after_a_licence_has_ended() {
        Debtor debtor = office.debtor();
        LicenceDesk.Licence held = licences.add(held("US-NY", "A-1"), officer);
        assertThat(reason(debtor)).isEqualTo("none");
        Debtor next = office.debtor();
        licences.end(held.id(), Optional.of(NOON.plusSeconds(60)), officer);
        assertThat(licences.list()).extracting(each -> each.valid(NOON)).containsExactly(true);
        now = NOON.plusSeconds(59);
        assertThat(reason(next)).isEqualTo("none");
        Debtor last = office.debtor();
        now = NOON.plusSeconds(60);
        assertThat(reason(last)).isEqualTo("LICENSE_MISSING");
    }

    @Test
    void calls_again_when_the_note_that_one_is_missing_is_ended() {
        Debtor debtor = office.debtor();
        LicenceDesk.Licence missing = licences.add(missing("US-NY"), officer);
        now = NOON.plusSeconds(1);
        licences.end(missing.id(), Optional.empty(), officer);
        assertThat(reason(debtor)).isEqualTo("none");
    }

    @Test
    void asks_no_licence_of_places_the_call_does_not_reach() {
        licences.add(missing("US-TX"), officer);
        assertThat(reason(office.debtor())).isEqualTo("none");
    }

    @Test
    void has_everybody_chosen_anew_when_a_licence_changes() {
        Debtor debtor = office.debtor();
        office.<Integer>transact(tx -> tx.deleteFrom(CANDIDATE_CHANGE).execute());
        licences.add(held("US-NY", "A-1"), officer);
        assertThat(
                        office.<List<Long>>transact(tx ->
                                tx.fetchValues(CANDIDATE_CHANGE.CONSUMER_ID).stream()
                                        .map(consumer -> consumer.value())
                                        .toList()))
                .containsExactly(debtor.consumer().value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    place | number | evidence | says
                    US-ZZ | A-1    | register | there is no place
                    US-TX | ' '    | register | has a number
                    US-TX | A-1    | ' '      | what it rests on
                    """)
    void refuses_a_licence_that_says_too_little(
            String place, String number, String evidence, String says) {
        assertThatThrownBy(() ->
                        licences.add(
                                new LicenceDesk.Order(
                                        place,
                                        Optional.of(number),
                                        Optional.empty(),
                                        Optional.empty(),
                                        evidence),
                                officer))
                .hasMessageContaining(says);
    }

    @Test
    void ends_no_licence_twice_and_enters_none_twice() {
        LicenceDesk.Licence held = licences.add(held("US-NY", "A-1"), officer);
        assertThatThrownBy(() -> licences.add(held("US-NY", "A-1"), officer))
                .hasMessageContaining("already");
        now = NOON.plusSeconds(1);
        licences.end(held.id(), Optional.empty(), officer);
        assertThatThrownBy(() -> licences.end(held.id(), Optional.empty(), officer))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> licences.end(99, Optional.empty(), officer))
                .hasMessageContaining("no licence 99");
    }

    @Test
    void passes_over_a_rule_that_two_people_set_aside_and_not_before() {
        Debtor debtor = called();
        assertThat(reason(debtor)).isEqualTo("POLICY_MIN_GAP");
        OverrideDesk.Asked asked = overrides.ask(order(debtor, GAP), officer);
        assertThat(asked.state()).isEqualTo(OverrideDesk.State.ASKED);
        assertThat(reason(debtor)).isEqualTo("POLICY_MIN_GAP");
        assertThatThrownBy(() -> overrides.approve(asked.id(), officer))
                .hasMessageContaining("another person");
        assertThat(overrides.approve(asked.id(), other).state())
                .isEqualTo(OverrideDesk.State.IN_FORCE);
        assertThat(reason(debtor)).isEqualTo("none");
        assertThat(kinds()).containsExactly("override.asked", "override.approved");
        assertThatThrownBy(() -> overrides.approve(asked.id(), other))
                .hasMessageContaining("decided already");
    }

    @Test
    void holds_to_the_rule_again_when_it_is_ended_or_over() {
        Debtor debtor = called();
        OverrideDesk.Asked asked = overrides.ask(order(debtor, GAP), officer);
        overrides.approve(asked.id(), other);
        now = now.plusSeconds(1);
        assertThat(overrides.end(asked.id(), officer).state()).isEqualTo(OverrideDesk.State.ENDED);
        assertThat(reason(debtor)).isEqualTo("POLICY_MIN_GAP");
        assertThatThrownBy(() -> overrides.end(asked.id(), officer))
                .hasMessageContaining("not in force");
        OverrideDesk.Asked late = overrides.ask(order(debtor, GAP), officer);
        now = late.until();
        assertThatThrownBy(() -> overrides.approve(late.id(), other))
                .hasMessageContaining("wanted until");
    }

    @Test
    void approves_nothing_that_was_refused() {
        OverrideDesk.Asked asked = overrides.ask(order(called(), GAP), officer);
        assertThat(overrides.refuse(asked.id(), other).state())
                .isEqualTo(OverrideDesk.State.REFUSED);
        assertThatThrownBy(() -> overrides.approve(asked.id(), other))
                .hasMessageContaining("decided already");
        assertThat(overrides.list()).hasSize(1);
    }

    @Test
    void sets_it_aside_for_the_account_that_was_asked_for_alone() {
        Debtor debtor = called();
        Debtor another = called();
        overrides.approve(overrides.ask(order(debtor, GAP), officer).id(), other);
        assertThat(reason(another)).isEqualTo("POLICY_MIN_GAP");
    }

    @ParameterizedTest
    @CsvSource({
        "US-FED-7IN7, not one that the rulebook lets",
        "US-MA-HRS, a statute",
        "US-NYC-3IN7, no rule",
        "NONSENSE, no rule"
    })
    void sets_no_statute_aside_and_nothing_that_the_rulebook_keeps(String rule, String says) {
        Debtor debtor = office.debtor();
        assertThatThrownBy(() -> overrides.ask(order(debtor, rule), officer))
                .hasMessageContaining(says);
    }

    @Test
    void asks_for_reason_evidence_and_an_end_within_thirty_days() {
        Debtor debtor = office.debtor();
        assertThatThrownBy(() -> overrides.ask(order(debtor, " ", NOON.plusSeconds(60)), officer))
                .hasMessageContaining("say why");
        assertThatThrownBy(() -> overrides.ask(order(debtor, "why", NOON), officer))
                .hasMessageContaining("thirty days");
        Instant month = NOON.plus(Duration.ofDays(30));
        assertThatThrownBy(() -> overrides.ask(order(debtor, "why", month.plusSeconds(1)), officer))
                .hasMessageContaining("thirty days");
        assertThat(overrides.ask(order(debtor, "why", month), officer).until()).isEqualTo(month);
    }

    private static LicenceDesk.Order held(String place, String number) {
        return new LicenceDesk.Order(
                place, Optional.of(number), Optional.empty(), Optional.empty(), "the register");
    }

    private static LicenceDesk.Order missing(String place) {
        return new LicenceDesk.Order(
                place, Optional.empty(), Optional.empty(), Optional.empty(), "counsel's letter");
    }

    private static OverrideDesk.Order order(Debtor debtor, String rule) {
        return new OverrideDesk.Order(
                rule,
                debtor.account(),
                Optional.of(debtor.phone()),
                "she asks us to call back at once",
                "recording 12",
                Optional.empty(),
                NOON.plus(Duration.ofDays(1)));
    }

    private static OverrideDesk.Order order(Debtor debtor, String reason, Instant until) {
        return new OverrideDesk.Order(
                GAP,
                debtor.account(),
                Optional.empty(),
                reason,
                "recording 12",
                Optional.empty(),
                until);
    }

    /// Somebody whom nobody may call again for two hours, eleven minutes ago.
    private Debtor called() {
        Debtor debtor = office.debtor();
        Reservation.Granted first =
                (Reservation.Granted) office.reserve(office.request(debtor), now);
        office.end(first.attempt(), Outcome.RING_NO_ANSWER, now);
        now = now.plus(Duration.ofMinutes(11));
        return debtor;
    }

    private String reason(Debtor debtor) {
        return switch (office.reserve(office.request(debtor), now)) {
            case Reservation.Denied denied -> denied.reason().code();
            case Reservation.Granted granted -> {
                office.end(granted.attempt(), Outcome.BUSY, now);
                yield "none";
            }
            case Reservation.Busy _ -> "busy";
        };
    }

    private List<String> kinds() {
        return office.transact(tx ->
                tx.select(AUDIT_ENTRY.KIND)
                        .from(AUDIT_ENTRY)
                        .where(
                                AUDIT_ENTRY
                                        .KIND
                                        .like("licence.%")
                                        .or(AUDIT_ENTRY.KIND.like("override.%")))
                        .orderBy(AUDIT_ENTRY.ID)
                        .fetch(AUDIT_ENTRY.KIND));
    }
}
