package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.CALL_EVENT;
import static org.rightparty.schema.generated.Tables.LIVE_ATTEMPT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.postgres.MessageDesk.Standing;
import org.rightparty.compliance.postgres.MessageTemplates.State;
import org.rightparty.compliance.postgres.MessageTemplates.Text;
import org.rightparty.compliance.rules.GovernedMessage;
import org.rightparty.compliance.rules.GovernedMessage.Kind;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class MessageTemplatesTest {
    private static final Instant NOON = Instant.parse("2026-04-07T16:00:00Z");
    private static final String GOOD =
            "This is {agent} from {business}. Please call me at {number}.";

    private final Office office = new Office();
    private final MessageTemplates templates = new MessageTemplates(office.ledger);
    private Instant now = NOON;
    private final MessageDesk desk = new MessageDesk(office.database, templates, () -> now);
    private final MessagesToLeave toLeave =
            new MessagesToLeave(office.database, templates, () -> now);

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LIMITED_CONTENT | This is {agent} from {business}. Please call {number}. | ''
                    LIMITED_CONTENT | Please call {business} at {number}. | say {agent}
                    LIMITED_CONTENT | {agent} of {business}, {number}. | ask for a reply
                    LIMITED_CONTENT | {agent} of {business} about a debt: call {number}. | "debt"
                    LIMITED_CONTENT | {agent}, {business}: llame al {number}, su deuda. | "deuda"
                    LIMITED_CONTENT | Habla {agent} de {business}. Llame al {number}. | ''
                    LIMITED_CONTENT | {agent} of {business}: call {number}, you owe $5. | "owe"
                    LIMITED_CONTENT | {agent}, {business}: call {number}, your ACCOUNT. | "account"
                    ABANDONED | {business} called you: {number}. | ''
                    ABANDONED | We called you: {number}. | say {business}
                    ABANDONED | {business} called you. | say {number}
                    VOICEMAIL | Call {business} at {number} about {sum}. | {sum} is not known
                    VOICEMAIL | {consumer}, call {business} at {number}. | {consumer} is not known
                    """)
    void says_what_a_text_tells_too_much_or_too_little(Kind kind, String text, String fault) {
        assertThat(String.join("; ", GovernedMessage.faults(kind, text))).contains(fault);
        assertThat(GovernedMessage.faults(kind, text).isEmpty()).isEqualTo(fault.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "Harbor Services, true",
        "Harbor Collections, false",
        "Harbor Recovery Group, false",
        "ABC Debt Partners, false",
        "Miller Law, false",
        "Lawson Services, true",
        "' ', false"
    })
    void a_name_that_tells_of_collecting_is_refused(String business, boolean may) {
        assertThat(GovernedMessage.nameFaults(business).isEmpty()).isEqualTo(may);
        Text text = new Text(Kind.LIMITED_CONTENT, "en", business, GOOD, "");
        if (may) {
            assertThat(desk.draft(text, "ada").state()).isEqualTo(State.DRAFT);
        } else {
            assertThatThrownBy(() -> desk.draft(text, "ada"))
                    .isInstanceOf(RulebookOffice.Refused.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, ../../secret, sound",
        "en, 'a,b=c', sound",
        "english, '', language",
        "EN, '', language"
    })
    void a_draft_names_its_language_and_its_sound_plainly(
            String language, String prompt, String fault) {
        Text text = new Text(Kind.LIMITED_CONTENT, language, "Harbor", GOOD, prompt);
        assertThatThrownBy(() -> desk.draft(text, "ada")).hasMessageContaining(fault);
    }

    @Test
    void nobody_is_there_to_say_the_message_for_abandoned_calls() {
        Text text = new Text(Kind.ABANDONED, "en", "Harbor", "{business}: {number}.", "");
        assertThatThrownBy(() -> desk.draft(text, "ada")).hasMessageContaining("sound");
    }

    private Standing draft() {
        return desk.draft(new Text(Kind.LIMITED_CONTENT, "en", "Harbor", GOOD, "harbor"), "Ada");
    }

    private long inForce() {
        return desk.inForce(Kind.LIMITED_CONTENT, "en").map(t -> t.id()).orElse(0L);
    }

    @Test
    void a_message_is_in_force_once_another_approved_it_and_it_was_activated() {
        long first = draft().template().id();
        assertThatThrownBy(() -> desk.activate(first, Optional.empty(), "grace"))
                .hasMessageContaining("approved");
        assertThatThrownBy(() -> desk.approve(first, "ada")).hasMessageContaining("another");
        assertThat(desk.approve(first, "grace").state()).isEqualTo(State.APPROVED);
        assertThat(inForce()).isZero();
        assertThat(desk.activate(first, Optional.empty(), "grace").state())
                .isEqualTo(State.IN_FORCE);
        assertThat(inForce()).isEqualTo(first);
        assertThatThrownBy(() -> desk.approve(first, "grace")).hasMessageContaining("draft");
        assertThat(entries())
                .containsSubsequence("message.drafted", "message.approved", "message.activated");
    }

    private List<String> entries() {
        return office.transact(tx ->
                tx.select(AUDIT_ENTRY.KIND)
                        .from(AUDIT_ENTRY)
                        .orderBy(AUDIT_ENTRY.ID)
                        .fetch(AUDIT_ENTRY.KIND));
    }

    @Test
    void the_next_version_takes_over_at_its_instant_and_not_before() {
        long first = active(Optional.empty());
        Instant later = NOON.plus(Duration.ofHours(1));
        long second = active(Optional.of(later));
        assertThat(inForce()).isEqualTo(first);
        now = later.minusMillis(1);
        assertThat(inForce()).isEqualTo(first);
        now = later;
        assertThat(inForce()).isEqualTo(second);
        assertThat(desk.list())
                .extracting(Standing::state)
                .containsExactly(State.IN_FORCE, State.SUPERSEDED);
        desk.withdraw(second, "grace");
        assertThat(inForce()).isEqualTo(first);
        desk.withdraw(first, "grace");
        assertThat(inForce()).isZero();
        assertThatThrownBy(() -> desk.withdraw(first, "grace")).hasMessageContaining("no such");
        assertThatThrownBy(() -> desk.activate(first, Optional.empty(), "grace"))
                .hasMessageContaining("approved");
    }

    @Test
    void nothing_comes_into_force_in_the_past() {
        long id = draft().template().id();
        desk.approve(id, "grace");
        assertThatThrownBy(() -> desk.activate(id, Optional.of(NOON.minusMillis(1)), "grace"))
                .hasMessageContaining("to come");
    }

    private long active(Optional<Instant> from) {
        long id = draft().template().id();
        desk.approve(id, "grace");
        desk.activate(id, from, "grace");
        return id;
    }

    @Test
    void an_agent_reads_the_approved_words_and_the_call_keeps_which() {
        AgentId agent = office.agent("ada", "2001");
        AttemptId call = live(agent);
        assertThatThrownBy(() -> toLeave.read(call, agent, "A. Kim", "en"))
                .hasMessageContaining("leave none");
        active(Optional.empty());
        MessagesToLeave.Wording wording = toLeave.read(call, agent, "A. Kim", "es");
        assertThat(wording.text())
                .startsWith("This is A. Kim from Harbor. Please call me at ")
                .doesNotContain("{", "+1");
        assertThat(read(call)).contains("LIMITED_CONTENT-en-1");
        AgentId other = new AgentId(agent.value() + 1_000);
        assertThatThrownBy(() -> toLeave.read(call, other, "B. Osei", "en"))
                .hasMessageContaining("not yours");
    }

    /// What the call keeps of the message that was read.
    private String read(AttemptId call) {
        return office.transact(tx ->
                tx.select(CALL_EVENT.DETAIL)
                        .from(CALL_EVENT)
                        .where(CALL_EVENT.KIND.eq("message-read"))
                        .and(CALL_EVENT.ATTEMPT_ID.eq(call))
                        .fetchSingle()
                        .value1()
                        .data());
    }

    private AttemptId live(AgentId agent) {
        Reservation reserved = office.reserve(office.request(office.debtor()), NOON);
        AttemptId call = ((Reservation.Granted) reserved).attempt().id();
        office.transact(tx ->
                tx.update(LIVE_ATTEMPT)
                        .set(LIVE_ATTEMPT.AGENT_ID, agent)
                        .where(LIVE_ATTEMPT.ATTEMPT_ID.eq(call))
                        .execute());
        return call;
    }
}
