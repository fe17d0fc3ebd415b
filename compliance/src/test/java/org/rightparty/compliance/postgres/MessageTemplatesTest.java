package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.rules.GovernedMessage;
import org.rightparty.compliance.rules.GovernedMessage.Kind;

import java.time.Instant;

final class MessageTemplatesTest {
    private static final Instant NOW = Instant.parse("2026-04-07T16:00:00Z");
    private static final String GOOD =
            "This is {agent} from {business}. Please call me at {number}.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LIMITED_CONTENT | This is {agent} from {business}. Please call {number}. | ''
                    LIMITED_CONTENT | Please call {business} at {number}. | say {agent}
                    LIMITED_CONTENT | {agent} of {business}, {number}. | ask for a reply
                    LIMITED_CONTENT | {agent} of {business} about a debt: call {number}. | "debt"
                    ABANDONED | {business} called you: {number}. | ''
                    ABANDONED | We called you: {number}. | say {business}
                    VOICEMAIL | Call {business} at {number} about {sum}. | {sum} is not known
                    """)
    void says_what_a_text_tells_too_much_or_too_little(Kind kind, String text, String fault) {
        assertThat(String.join("; ", GovernedMessage.faults(kind, text))).contains(fault);
        assertThat(GovernedMessage.faults(kind, text).isEmpty()).isEqualTo(fault.isEmpty());
    }

    @Test
    void uses_a_message_once_another_than_its_author_approved_it() {
        MessageTemplates messages = new MessageTemplates(new PostgresLedger());
        try (Office office = new Office()) {
            long first = draft(office, messages);
            assertThat(draft(office, messages)).isNotEqualTo(first);
            assertThat(inForce(office, messages)).isZero();
            assertThatThrownBy(() -> approve(office, messages, first, "ada"))
                    .hasMessageContaining("another");
            approve(office, messages, first, "Grace");
            assertThat(inForce(office, messages)).isEqualTo(first);
            assertThatThrownBy(() -> approve(office, messages, first, "Grace"))
                    .hasMessageContaining("draft");
        }
    }

    private static long draft(Office office, MessageTemplates messages) {
        return office.transact(
                tx -> messages.draft(tx, Kind.LIMITED_CONTENT, "en", GOOD, "Ada", NOW).id());
    }

    private static void approve(Office office, MessageTemplates messages, long id, String by) {
        office.transact(tx -> {
            messages.approve(tx, id, by, NOW);
            return true;
        });
    }

    private static long inForce(Office office, MessageTemplates messages) {
        return office.transact(tx ->
                messages.inForce(tx, Kind.LIMITED_CONTENT, "en", NOW)
                        .map(MessageTemplates.Template::id)
                        .orElse(0L));
    }
}
