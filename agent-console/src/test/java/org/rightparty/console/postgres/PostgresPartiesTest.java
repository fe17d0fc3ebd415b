package org.rightparty.console.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Parties;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;

class PostgresPartiesTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+12125550177");

    private final Case it = new Case(TestDatabase.fresh());
    private final PostgresParties parties =
            new PostgresParties(it.database, Case.ledger(), Case.clock());
    private final AttemptId call = it.spoke(Duration.ofMinutes(5));

    @AfterEach
    void close() {
        it.database.close();
    }

    private void live() {
        it.execute(
                "INSERT INTO live_attempt (consumer_id, attempt_id, placed_at, agent_id) SELECT"
                        + " consumer_id, id, placed_at, "
                        + it.agent
                        + " FROM attempt WHERE id = "
                        + call);
    }

    private String add(String role, AgentId by) {
        return switch (parties.add(new Parties.Named(call, role, "Ann Law", NUMBER), by)) {
            case Answer.Accepted _ -> "kept";
            case Answer.Declined declined -> declined.code();
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ATTORNEY, kept",
        "COLLEAGUE, kept",
        "SPOUSE, kept",
        "COSIGNER, PARTY_NOT_ALLOWED",
        "REPRESENTATIVE, PARTY_NOT_ALLOWED",
        "NEIGHBOUR, PARTY_NOT_ALLOWED",
    })
    void only_those_are_named_whom_the_law_lets_us_speak_with(String role, String answer) {
        live();
        it.verified(call);
        assertThat(add(role, it.agent)).isEqualTo(answer);
    }

    @Test
    void a_party_is_listed_once_and_is_a_person_of_their_own() {
        live();
        it.verified(call);
        add("ATTORNEY", it.agent);
        add("ATTORNEY", it.agent);
        assertThat(parties.of(call, it.agent))
                .singleElement()
                .satisfies(party -> {
                    assertThat(party.role()).isEqualTo("ATTORNEY");
                    assertThat(party.name()).isEqualTo("Ann Law");
                    assertThat(party.number()).isEqualTo(NUMBER);
                });
        assertThat(it.value("SELECT kind FROM consumer WHERE family_name = 'Ann Law'"))
                .isEqualTo("BUSINESS");
        assertThat(it.value("SELECT payload FROM audit_entry WHERE kind = 'party.named' LIMIT 1"))
                .contains("ATTORNEY")
                .doesNotContain("Ann", "5550177");
    }

    @Test
    void who_has_an_attorney_is_held_as_soon_as_the_attorney_is_named() {
        live();
        it.verified(call);
        add("SPOUSE", it.agent);
        assertThat(it.value("SELECT count(*) FROM hold")).isEqualTo("0");
        add("ATTORNEY", it.agent);
        add("ATTORNEY", it.agent);
        assertThat(
                        it.value(
                                "SELECT code || ' ' || evidence FROM hold WHERE consumer_id ="
                                        + " (SELECT consumer_id FROM attempt WHERE id = "
                                        + call
                                        + ") AND account_id IS NULL AND phone_id IS NULL"))
                .isEqualTo("ATTORNEY call " + call);
        assertThat(it.value("SELECT count(*) FROM hold")).isEqualTo("1");
        assertThat(it.value("SELECT count(*) FROM audit_entry WHERE kind = 'hold.set'"))
                .isEqualTo("1");
    }

    @Test
    void nobody_is_named_before_identity_is_verified_or_after_the_call() {
        assertThat(add("ATTORNEY", it.agent)).isEqualTo("NOT_YOUR_CALL");
        live();
        assertThat(add("ATTORNEY", it.agent)).isEqualTo("NOT_VERIFIED");
        it.verified(call);
        assertThat(add("ATTORNEY", new AgentId(it.agent.value() + 1))).isEqualTo("NOT_YOUR_CALL");
        assertThat(parties.of(call, new AgentId(it.agent.value() + 1))).isEmpty();
        assertThat(add("ATTORNEY", it.agent)).isEqualTo("kept");
    }
}
