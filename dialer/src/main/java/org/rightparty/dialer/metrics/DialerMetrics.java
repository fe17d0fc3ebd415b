package org.rightparty.dialer.metrics;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.rightparty.console.agent.AgentState;
import org.rightparty.dialer.loop.Facts;
import org.rightparty.dialer.loop.Work;
import org.rightparty.dialer.pacing.NetworkResult;
import org.rightparty.dialer.pacing.Standing;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Outcome;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import javax.sql.DataSource;

/// Every fact that is counted or timed, one method each. Tags come from enums, stable codes and
/// campaigns, never from people: no id, number or amount can get in here.
public final class DialerMetrics implements Facts, LedgerMetrics, Supplier<String> {
    private static final Duration[] BATCH_OBJECTIVES = millis(10, 25, 50, 100);

    /// What is timed of each campaign.
    private enum Timed {
        ANSWER_TO_AGENT(
                "dialer.answer.to.agent",
                "From a person's answer to the moment they heard the agent",
                millis(100, 500, 1_000, 2_000)),
        ANSWER_TO_SCREEN(
                "dialer.answer.to.screen",
                "From a person's answer to the page's word that the account is shown",
                millis(50, 100, 250, 500)),
        PERMITS_BATCH(
                "dialer.permits.batch",
                "Claim, gate, attempts and audit entries of one batch, committed",
                BATCH_OBJECTIVES);

        private final String name;
        private final String description;

        /// A panel's quantiles are read between these.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Duration[] objectives;

        Timed(String name, String description, Duration[] objectives) {
            this.name = name;
            this.description = description;
            this.objectives = objectives;
        }
    }

    private static Duration[] millis(long... millis) {
        return LongStream.of(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

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
        new JvmGcMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        return this;
    }

    /// Adds what a pool of connections has to tell, when it is one.
    public DialerMetrics withPool(DataSource pool) {
        if (pool instanceof HikariDataSource hikari) {
            hikari.setMetricRegistry(registry);
        }
        return this;
    }

    /// Where libraries put meters of their own.
    public MeterRegistry registry() {
        return registry;
    }

    /// Begins every series of a campaign at zero, so that a panel shows nothing wrong rather than
    /// nothing.
    public void expect(CampaignId campaign) {
        for (Outcome outcome : Outcome.values()) {
            attempts(campaign, outcome, 0);
        }
        for (Class<?> work : Work.class.getPermittedSubclasses()) {
            workFailed(campaign, work.getSimpleName(), 0);
        }
        verdict(campaign, "OK", 0);
        for (Timed timed : Timed.values()) {
            timer(timed, of(campaign));
        }
        for (ImportResult result : ImportResult.values()) {
            rowsImported(result, 0);
        }
    }

    /// All of it as text in the Prometheus exposition format.
    @Override
    public String get() {
        return registry.scrape();
    }

    @Override
    public void attemptEnded(CampaignId campaign, Outcome outcome) {
        attempts(campaign, outcome, 1);
    }

    private void attempts(CampaignId campaign, Outcome outcome, int amount) {
        count(
                "dialer.attempts",
                "Attempts that ended, by outcome",
                of(campaign).and("outcome", outcome.name()),
                amount);
    }

    @Override
    public void permitGranted(CampaignId campaign) {
        verdict(campaign, "OK", 1);
    }

    @Override
    public void permitRefused(CampaignId campaign, String code) {
        verdict(campaign, code, 1);
    }

    private void verdict(CampaignId campaign, String reason, int amount) {
        count(
                "dialer.gate.verdicts",
                "What the gate said, by the reason of the first refusal; OK is a permit",
                of(campaign).and("reason", reason),
                amount);
    }

    @Override
    public void answerToAgent(CampaignId campaign, Duration took) {
        timer(Timed.ANSWER_TO_AGENT, of(campaign)).record(took);
    }

    @Override
    public void answerToScreen(CampaignId campaign, Duration took) {
        timer(Timed.ANSWER_TO_SCREEN, of(campaign)).record(took);
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
        workFailed(campaign, work, 1);
    }

    private void workFailed(CampaignId campaign, String work, int amount) {
        count(
                "dialer.work.failed",
                "Work for the tables that failed",
                of(campaign).and("work", work),
                amount);
    }

    @Override
    public void permitsOrdered(CampaignId campaign, Duration took) {
        timer(Timed.PERMITS_BATCH, of(campaign)).record(took);
    }

    @Override
    public void telephoneLink(boolean up) {
        level(
                "dialer.telephone.link",
                "1 while the telephone system is linked",
                Tags.empty(),
                up ? 1 : 0);
    }

    @Override
    public void carried(String trunk, NetworkResult result) {
        count(
                "dialer.trunk.calls",
                "Calls that left by each trunk, by what the network did with them",
                Tags.of("trunk", trunk, "result", result.name()),
                1);
    }

    /// One of a trunk's standings is 1, the others 0.
    @Override
    public void trunkStanding(String trunk, Standing standing) {
        for (Standing one : Standing.values()) {
            level(
                    "dialer.trunk.standing",
                    "1 for what is thought of the trunk, 0 for what is not",
                    Tags.of("trunk", trunk, "standing", one.name()),
                    one == standing ? 1 : 0);
        }
    }

    /// How long work waited at the database's fair gate.
    public void databaseGateWaited(Duration took) {
        Timer.builder("dialer.database.gate.wait")
                .description("Wait for a turn at the database")
                .serviceLevelObjectives(BATCH_OBJECTIVES)
                .register(registry)
                .record(took);
    }

    /// Rows of a placement file that were read.
    ///
    /// @param result `accepted`, `duplicate` or `rejected`
    public void rowsImported(ImportResult result, long rows) {
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

    @Override
    public void unsealed(long entries, Duration oldest) {
        level("dialer.ledger.unsealed", "Entries that wait to be sealed", Tags.empty(), entries);
        level(
                "dialer.ledger.unsealed.age",
                "Seconds since the oldest entry that waits to be sealed",
                Tags.empty(),
                oldest.toSeconds());
    }

    @Override
    public void checkpointAge(Duration age) {
        level(
                "dialer.ledger.checkpoint.age",
                "Seconds since the newest checkpoint was signed",
                Tags.empty(),
                age.toSeconds());
    }

    @Override
    public void copies(String outlet, int failures, Optional<Duration> age) {
        Tags tags = Tags.of("outlet", outlet);
        level(
                "dialer.ledger.copy.failures",
                "Failures in a row to send a checkpoint out of this machine",
                tags,
                failures);
        age.ifPresent(since ->
                level(
                        "dialer.ledger.copy.age",
                        "Seconds since a checkpoint arrived outside of this machine",
                        tags,
                        since.toSeconds()));
    }

    private Tags of(CampaignId campaign) {
        return Tags.of("campaign", names.apply(campaign));
    }

    private void count(String name, String description, Tags tags, long amount) {
        Counter.builder(name)
                .description(description)
                .tags(tags)
                .register(registry)
                .increment((double) amount);
    }

    private Timer timer(Timed timed, Tags tags) {
        return Timer.builder(timed.name)
                .description(timed.description)
                .tags(tags)
                .serviceLevelObjectives(timed.objectives)
                .register(registry);
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
