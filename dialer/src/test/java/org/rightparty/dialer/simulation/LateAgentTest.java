package org.rightparty.dialer.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.loop.CallBook.Abandonment;
import org.rightparty.dialer.loop.CallBook.Ending;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Outcome;

import java.time.Instant;
import java.util.Optional;

/// An agent who comes after two seconds comes too late, whoever counts it.
class LateAgentTest {
    private static final Instant ANSWERED = Instant.parse("2026-03-03T10:00:00Z");

    @Test
    void everybody_is_abandoned_where_connecting_takes_longer_than_their_patience() {
        Scenario slow = FullDay.with("/switching/bridgeS", "2.5", "/amd/machineTakenForHuman", "0");
        Figures day = Simulation.day(slow, Policies.of("progressive"), 5);
        assertThat(day.connected()).isPositive();
        assertThat(day.abandoned()).isEqualTo(day.answeredByHuman());
    }

    @Test
    void nobody_is_where_it_takes_less() {
        Scenario quick =
                FullDay.with("/switching/bridgeS", "1.4", "/amd/humanTakenForMachine", "0");
        Figures day = Simulation.day(quick, Policies.of("progressive"), 5);
        assertThat(day.connected()).isPositive();
        assertThat(day.abandoned()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1999, 0", "2000, 0", "2001, 1"})
    void the_tables_count_by_when_the_agent_was_on(long waitedMillis, long abandoned) {
        AbandonmentLog log =
                new AbandonmentLog(FullDay.with("/compliance/amdFalsePositiveEstimate", "0"));
        Instant connected = ANSWERED.plusMillis(waitedMillis);
        log.ended(
                new Ending(
                        new AttemptId(1),
                        ANSWERED.minusSeconds(10),
                        Outcome.ANSWERED,
                        connected.plusSeconds(60),
                        Optional.of(ANSWERED),
                        Optional.of(new AgentId(1)),
                        Optional.of(connected),
                        16,
                        "",
                        "CONSUMER",
                        "",
                        "LIVE"));
        assertThat(log.at(connected.plusSeconds(60))).isEqualTo(new Abandonment(1, abandoned));
    }
}
