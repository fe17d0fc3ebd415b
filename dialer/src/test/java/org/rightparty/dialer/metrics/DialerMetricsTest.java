package org.rightparty.dialer.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.console.agent.AgentState;
import org.rightparty.dialer.pacing.NetworkResult;
import org.rightparty.dialer.pacing.Standing;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DialerMetricsTest {
    private static final Path NAMES = Path.of("src/test/golden/metric-names.txt");
    private static final CampaignId CAMPAIGN = new CampaignId(7);

    private final DialerMetrics metrics = new DialerMetrics(campaign -> "Evening");

    @Test
    void every_name_is_in_the_golden_list() throws IOException {
        tellEverything();
        List<String> names =
                metrics.get()
                        .lines()
                        .filter(line -> line.startsWith("# HELP "))
                        .map(line -> line.substring("# HELP ".length()))
                        .sorted()
                        .toList();
        if ("write".equals(System.getProperty("golden"))) {
            Files.write(NAMES, names);
        }
        assertThat(names).isEqualTo(Files.readAllLines(NAMES));
    }

    @Test
    void tags_name_campaigns_and_never_their_ids() {
        tellEverything();
        assertThat(metrics.get()).contains("campaign=\"Evening\"").doesNotContain("\"7\"");
    }

    @Test
    void states_that_are_not_named_fall_to_zero() {
        metrics.agentsInState(CAMPAIGN, Map.of(AgentState.Ready.class, 3));
        assertThat(metrics.get()).contains("dialer_agents_ready{campaign=\"Evening\"} 3.0");
        metrics.agentsInState(CAMPAIGN, Map.of(AgentState.Talking.class, 2));
        assertThat(metrics.get())
                .contains("dialer_agents_ready{campaign=\"Evening\"} 0.0")
                .contains("dialer_agents{campaign=\"Evening\",state=\"Talking\"} 2.0")
                .contains("dialer_agents{campaign=\"Evening\",state=\"Ready\"} 0.0");
    }

    private void tellEverything() {
        tellOfTheLedger();
        metrics.attemptEnded(CAMPAIGN, Outcome.BUSY);
        metrics.permitGranted(CAMPAIGN);
        metrics.permitRefused(CAMPAIGN, "OUTSIDE_HOURS");
        metrics.answerToAgent(CAMPAIGN, Duration.ofMillis(40));
        metrics.answerToScreen(CAMPAIGN, Duration.ofMillis(80));
        metrics.agentsInState(CAMPAIGN, Map.of(AgentState.Ready.class, 1));
        metrics.callsInFlight(CAMPAIGN, 3, 1, 2);
        metrics.inboxDepth(CAMPAIGN, 5);
        metrics.inboxFull(CAMPAIGN);
        metrics.workFailed(CAMPAIGN, "Ended");
        metrics.permitsOrdered(CAMPAIGN, Duration.ofMillis(12));
        metrics.telephoneLink(true);
        metrics.carried("north", NetworkResult.SPAM);
        metrics.trunkStanding("north", Standing.SOUND);
        metrics.databaseGateWaited(Duration.ofMillis(1));
        metrics.rowsImported(DialerMetrics.ImportResult.ACCEPTED, 3);
        metrics.candidatesChosen(4);
    }

    private void tellOfTheLedger() {
        metrics.unsealed(3, Duration.ofSeconds(2));
        metrics.checkpointAge(Duration.ofSeconds(40));
        metrics.copies("mail", 0, Optional.of(Duration.ofSeconds(70)));
    }
}
