package org.rightparty.console.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rightparty.compliance.postgres.PostgresFacts;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.postgres.PostgresZones;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.Places.Said;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

class PostgresPlacesTest {
    private final Case it = new Case(TestDatabase.fresh());
    private final PostgresLedger ledger = new PostgresLedger();
    private final PostgresFacts facts =
            new PostgresFacts(it.database, ledger, new PostgresRulebooks(ledger), Case.clock());
    private final PostgresPlaces places =
            new PostgresPlaces(it.database, facts::record, Case.clock());
    private final AttemptId call = it.spoke(Duration.ofMinutes(5));

    PostgresPlacesTest() {
        it.database.transact(tx -> {
            new PostgresZones().load(tx);
            return true;
        });
    }

    @AfterEach
    void close() {
        it.database.close();
    }

    private Answer said(String place, Optional<String> zone, AgentId by) {
        return places.said(
                new Said(
                        call,
                        place,
                        zone.map(ZoneId::of),
                        Optional.of(Duration.ofDays(7)),
                        "She moved."),
                by);
    }

    private String row() {
        return it.value(
                "SELECT concat_ws(' ', kind, jurisdiction, zones, authoritative,"
                        + " expires_at - observed_at, evidence, source)"
                        + " FROM location_evidence WHERE source = 'AGENT'");
    }

    @Test
    void the_word_of_a_consumer_who_proved_identity_outweighs_everything_else() {
        it.verified(call);
        assertThat(said("CA-ON", Optional.of("America/Toronto"), it.agent))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(row())
                .isEqualTo(
                        "STATED CA-ON {America/Toronto} t 7 days call "
                                + call
                                + ": She moved. AGENT");
    }

    @Test
    void anybody_elses_word_is_added() {
        assertThat(said("US-CA", Optional.empty(), it.agent)).isInstanceOf(Answer.Accepted.class);
        assertThat(row()).startsWith("STATED US-CA {America/Los_Angeles} f 7 days");
    }

    @Test
    void nothing_is_kept_of_a_call_of_somebody_else_or_of_a_place_that_is_none() {
        AgentId other = new AgentId(it.agent.value() + 1_000);
        assertThat(said("US-CA", Optional.empty(), other))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        no -> assertThat(no.code()).isEqualTo("NOT_YOUR_CALL"));
        assertThat(said("US-XX", Optional.empty(), it.agent))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        no -> assertThat(no.code()).isEqualTo("PLACE_UNKNOWN"));
        assertThat(row()).isEmpty();
    }
}
