package org.rightparty.console.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Numbers.Dialing;
import org.rightparty.console.desk.Numbers.Giver;
import org.rightparty.console.desk.Numbers.Learned;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;

class PostgresNumbersTest {
    private static final String NEW = "+13105550177";

    private final Case it = new Case(TestDatabase.fresh());
    private final PostgresNumbers numbers =
            new PostgresNumbers(it.database, Case.ledger(), Case.clock());
    private final AttemptId call = it.spoke(Duration.ofMinutes(5));

    @AfterEach
    void close() {
        it.database.close();
    }

    private Answer learned(String number, Giver giver, Dialing dialing, AgentId by) {
        return numbers.learned(
                new Learned(
                        call, new PhoneNumber(number), "MOBILE", giver, dialing, "Use my mobile."),
                by);
    }

    private String row(String columns) {
        return it.value("SELECT " + columns + " FROM phone WHERE e164 = '" + NEW + "'");
    }

    @ParameterizedTest
    @CsvSource({"AGREED, true", "REFUSED, false"})
    void what_the_consumer_says_of_her_own_number_is_kept_with_it(Dialing dialing, String granted) {
        it.verified(call);
        assertThat(learned(NEW, Giver.CONSUMER, dialing, it.agent))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(row("source || ' ' || usable || ' ' || place || ' ' || preference_rank"))
                .isEqualTo("CONSUMER VERIFIED MOBILE 2");
        assertThat(
                        it.value(
                                "SELECT granted || ' ' || evidence FROM consent c"
                                        + " JOIN phone p ON p.id = c.phone_id"
                                        + " WHERE p.e164 = '"
                                        + NEW
                                        + "'"))
                .isEqualTo(granted + " call " + call + ": Use my mobile.");
        assertThat(it.value("SELECT payload FROM audit_entry WHERE kind = 'number.learned'"))
                .contains("giver=CONSUMER", "dialing=" + dialing)
                .doesNotContain("3105550177");
    }

    @Test
    void its_area_code_is_evidence_of_where_she_may_be() {
        it.verified(call);
        it.execute(
                "INSERT INTO area_code_zone (area_code, country, zones, source)"
                        + " VALUES ('310', 'US', '{America/Los_Angeles}', 'test')"
                        + " ON CONFLICT DO NOTHING");
        learned(NEW, Giver.CONSUMER, Dialing.AGREED, it.agent);
        assertThat(
                        it.value(
                                "SELECT count(*) FROM whereabouts WHERE consumer_id = "
                                        + it.consumer
                                        + " AND 'America/Los_Angeles' = ANY (zones)"))
                .isEqualTo("1");
    }

    @Test
    void somebody_else_can_give_a_number_and_consents_to_nothing() {
        assertThat(learned(NEW, Giver.SOMEBODY_ELSE, Dialing.AGREED, it.agent))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(row("source || ' ' || usable")).isEqualTo("THIRD_PARTY UNVERIFIED");
        assertThat(it.value("SELECT count(*) FROM consent")).isEqualTo("0");
    }

    @Test
    void the_consumers_own_word_needs_her_identity_verified() {
        assertThat(learned(NEW, Giver.CONSUMER, Dialing.AGREED, it.agent))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        no -> assertThat(no.code()).isEqualTo("NOT_VERIFIED"));
        assertThat(row("source")).isEmpty();
    }

    @Test
    void a_call_of_somebody_else_teaches_nothing() {
        AgentId other = new AgentId(it.agent.value() + 1_000);
        assertThat(learned(NEW, Giver.SOMEBODY_ELSE, Dialing.REFUSED, other))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        no -> assertThat(no.code()).isEqualTo("NOT_YOUR_CALL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRONG", "DO_NOT_CALL", "REASSIGNED", "ATTORNEY", "DISCONNECTED"})
    void a_number_that_is_barred_stays_barred(String usable) {
        it.verified(call);
        it.execute("UPDATE phone SET usable = '" + usable + "' WHERE id = " + it.phone);
        assertThat(learned("+12125550142", Giver.CONSUMER, Dialing.AGREED, it.agent))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        no -> assertThat(no.code()).isEqualTo("NUMBER_BARRED"));
        assertThat(it.value("SELECT count(*) FROM consent")).isEqualTo("0");
    }

    @Test
    void a_number_that_is_known_gets_the_consent_and_no_second_row() {
        it.verified(call);
        learned("+12125550142", Giver.CONSUMER, Dialing.AGREED, it.agent);
        assertThat(it.value("SELECT count(*) FROM phone")).isEqualTo("1");
        assertThat(it.value("SELECT phone_id FROM consent")).isEqualTo(it.phone.toString());
    }
}
