package org.rightparty.dialer.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.rightparty.console.agent.AgentState;
import org.rightparty.dialer.loop.Facts;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/// Every fact that is counted or timed, one method each. Tags come from enums, stable codes and
/// campaigns, never from people: no id, number or amount can get in here.
public final class DialerMetrics implements Facts, Supplier<String> {
    private static final Duration[] SCREEN_OBJECTIVES = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500)
    };
    private static final Duration[] AGENT_OBJECTIVES = {
        Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)
    };
    private static final Duration[] BATCH_OBJECTIVES = {
        Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100)
    };

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Series, AtomicLong> levels = new ConcurrentHashMap<>();
    private final Function<CampaignId, String> names;

    /// @param names what staff call a campaign
    public DialerMetrics(Function<CampaignId, String> names) {
        this.names = names;
    }

    private record Series(String name, Tags tags) {}

    /// Adds what the machine itself has to tell: memory, threads, processors.
    public DialerMetrics withMachine() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        return this;
    }

    /// All of it as text in the Prometheus exposition format.
    @Override
    public String get() {
        return registry.scrape();
    }

    @Override
    public void attemptEnded(CampaignId campaign, Outcome outcome) {
        count(
                "dialer.attempts",
                "Attempts that ended, by outcome",
                of(campaign).and("outcome", outcome.name()),
                1);
    }

    @Override
    public void permitGranted(CampaignId campaign) {
        verdict(campaign, "OK");
    }

    @Override
    public void permitRefused(CampaignId campaign, String code) {
        verdict(campaign, code);
    }

    private void verdict(CampaignId campaign, String reason) {
        count(
                "dialer.gate.verdicts",
                "What the gate said, by the reason of the first refusal; OK is a permit",
                of(campaign).and("reason", reason),
                1);
    }

    @Override
    public void answerToAgent(CampaignId campaign, Duration took) {
        time(
                "dialer.answer.to.agent",
                "From a person's answer to the moment they heard the agent",
                of(campaign),
                AGENT_OBJECTIVES,
                took);
    }

    @Override
    public void answerToScreen(CampaignId campaign, Duration took) {
        time(
                "dialer.answer.to.screen",
                "From a person's answer to the page's word that the account is shown",
                of(campaign),
                SCREEN_OBJECTIVES,
                took);
    }

    /// States that are not named fall to zero.
    @Override
    public void agentsInState(
            CampaignId campaign, Map<Class<? extends AgentState>, Integer> agents) {
        for (Class<?> state : AgentState.class.getPermittedSubclasses()) {
            level(
                    "dialer.agents",
                    "Agents in each state",
                    of(campaign).and("state", state.getSimpleName()),
                    agents.getOrDefault(state, 0));
        }
        level(
                "dialer.agents.ready",
                "Agents who wait for a call",
                of(campaign),
                agents.getOrDefault(AgentState.Ready.class, 0));
    }

    @Override
    public void callsInFlight(CampaignId campaign, int dialing, int waiting, int talking) {
        calls(campaign, "dialing", dialing);
        calls(campaign, "waiting", waiting);
        calls(campaign, "talking", talking);
    }

    private void calls(CampaignId campaign, String state, int calls) {
        level("dialer.calls", "Calls that live", of(campaign).and("state", state), calls);
    }

    @Override
    public void inboxDepth(CampaignId campaign, int events) {
        level("dialer.inbox.depth", "Events that wait for the loop", of(campaign), events);
    }

    @Override
    public void inboxFull(CampaignId campaign) {
        count("dialer.inbox.full", "Events that found no room in the inbox", of(campaign), 1);
    }

    @Override
    public void workFailed(CampaignId campaign, String work) {
        count(
                "dialer.work.failed",
                "Work for the tables that failed",
                of(campaign).and("work", work),
                1);
    }

    /// One call of the pool: claim, gate, attempts and audit entries, committed.
    public void permitsOrdered(CampaignId campaign, Duration took) {
        time(
                "dialer.permits.batch",
                "Claim, gate, attempts and audit entries of one batch, committed",
                of(campaign),
                BATCH_OBJECTIVES,
                took);
    }

    /// The link to the telephone system is up, or lost.
    public void telephoneLink(boolean up) {
        level(
                "dialer.telephone.link",
                "1 while the telephone system is linked",
                Tags.empty(),
                up ? 1 : 0);
    }

    /// How long work waited at the database's fair gate.
    public void databaseGateWaited(Duration took) {
        time(
                "dialer.database.gate.wait",
                "Wait for a turn at the database",
                Tags.empty(),
                BATCH_OBJECTIVES,
                took);
    }

    /// Rows of a placement file that were read.
    ///
    /// @param result `accepted`, `duplicate` or `rejected`
    public void rowsImported(ImportResult result, int rows) {
        count(
                "dialer.import.rows",
                "Rows of placement files, by what became of them",
                Tags.of("result", result.name().toLowerCase(Locale.ROOT)),
                rows);
    }

    /// What became of a row.
    public enum ImportResult {
        ACCEPTED,
        DUPLICATE,
        REJECTED
    }

    /// Consumers chosen anew by a sweep.
    public void candidatesChosen(int consumers) {
        count("dialer.candidates.chosen", "Consumers chosen anew", Tags.empty(), consumers);
    }

    private Tags of(CampaignId campaign) {
        return Tags.of("campaign", names.apply(campaign));
    }

    private void count(String name, String description, Tags tags, int amount) {
        Counter.builder(name)
                .description(description)
                .tags(tags)
                .register(registry)
                .increment(amount);
    }

    private void time(
            String name, String description, Tags tags, Duration[] objectives, Duration took) {
        Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(objectives)
                .register(registry)
                .record(took);
    }

    private void level(String name, String description, Tags tags, long value) {
        levels.computeIfAbsent(
                        new Series(name, tags),
                        series -> {
                            AtomicLong level = new AtomicLong();
                            Gauge.builder(name, level, AtomicLong::doubleValue)
                                    .description(description)
                                    .tags(tags)
                                    .register(registry);
                            return level;
                        })
                .set(value);
    }
}
