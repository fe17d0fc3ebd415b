package org.rightparty.dialer.simulation;

import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.desk.Intent;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.dialer.loop.Announcements;
import org.rightparty.dialer.loop.CampaignPolicy;
import org.rightparty.dialer.loop.CampaignReport;
import org.rightparty.dialer.loop.DialLoop;
import org.rightparty.dialer.loop.Facts;
import org.rightparty.dialer.loop.Inbox;
import org.rightparty.dialer.loop.LoopEvent;
import org.rightparty.dialer.loop.LoopLimits;
import org.rightparty.dialer.loop.Performer;
import org.rightparty.dialer.loop.Routes;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.simulation.Scenario.Factors;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.Rate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/// One simulated day: the loop of production in virtual time, over simulated tables, carrier and
/// agents. The same seed gives the same day.
final class VirtualFloor implements Telephone.Listener, Routes, Worker.Desk {
    /// The day begins at nine in the morning: some settings go by the clock.
    static final Instant OPENING = Instant.parse("2026-03-03T09:00:00Z");

    private static final long TICK = VirtualTime.SECOND / 10;
    private static final int INBOX = 1_000_000;

    private final Scenario scenario;
    private final VirtualTime time = new VirtualTime(OPENING);
    private final Measure measure;
    private final Map<String, Worker> workers = new HashMap<>();
    private final Inbox inbox = new Inbox(INBOX);
    private final DialLoop loop;
    private final Pace pace;
    private final Watch watch;
    private boolean tickPending;
    private long tickedAt;

    /// Who looks on.
    interface Watch {
        void decided(double second, Floor floor, PaceDecision decision);
    }

    VirtualFloor(Scenario scenario, Policy policy, long seed, Watch watch) {
        this.scenario = scenario;
        this.measure = new Measure(scenario);
        this.pace = policy.pace(scenario);
        this.watch = watch;
        CampaignPolicy campaign = campaign(scenario, policy);
        Fates fates = new Fates(scenario, seed);
        Tables tables = new Tables(scenario, campaign, fates::lead);
        TrunkBank trunks = new TrunkBank(scenario.trunks(), policy.isGuarded());
        Carrier carrier = new Carrier(scenario, fates, trunks, time, measure, this, this::talkS);
        Performer performer = new Performer(tables, tables, tables, tables, tables, time);
        loop =
                new DialLoop(
                        campaign,
                        limits(scenario, policy),
                        inbox,
                        carrier,
                        new VirtualEffects(
                                performer, inbox, time, scenario.switching().permitS(), this::wake),
                        _ -> this::decide,
                        Announcements.SIMULATED,
                        Facts.NONE,
                        this,
                        time.instant());
        List<WorkDay> days = WorkDay.of(scenario, seed);
        for (int i = 0; i < days.size(); i++) {
            AgentId id = new AgentId(i + 1);
            workers.put(Tables.line(id), new Worker(id, days.get(i), time, measure, this));
        }
    }

    private static CampaignPolicy campaign(Scenario scenario, Policy policy) {
        double ceiling = policy.isGuarded() ? scenario.compliance().maxAbandonRate() : 1;
        return new CampaignPolicy(
                new CampaignId(1),
                scenario.name(),
                policy.mode(),
                policy.aim(),
                CampaignPolicy.Activity.RUNNING,
                new PhoneNumber("+12125550100"),
                (int) Math.ceil(scenario.timing().ringTimeoutS()),
                scenario.screening().isPresent(),
                new Rate(ceiling),
                false,
                Duration.ofSeconds(45));
    }

    private static LoopLimits limits(Scenario scenario, Policy policy) {
        LoopLimits usual = LoopLimits.forTrunks(scenario.trunks().most());
        return new LoopLimits(
                INBOX,
                usual.backlogSize(),
                usual.callsInFlightMax(),
                policy.isGuarded() ? usual.dialsPerTickMax() : scenario.trunks().most(),
                usual.windowEvery(),
                usual.resynchroniseEvery(),
                usual.previewFor(),
                usual.lineRingsFor(),
                usual.absence(),
                usual.leave());
    }

    private PaceDecision decide(Floor floor) {
        PaceDecision decision = pace.decide(floor);
        measure.decided(time.now(), decision);
        watch.decided(time.now() / (double) VirtualTime.SECOND, floor, decision);
        return decision;
    }

    private double talkS(String line, boolean person, Factors factors) {
        return Optional.ofNullable(workers.get(line)).orElseThrow().talkS(person, factors);
    }

    /// @throws CancellationException when the thread is interrupted
    Figures run() {
        link(true, time.instant());
        workers.values().stream()
                .sorted((a, b) -> Long.compare(a.id().value(), b.id().value()))
                .forEach(Worker::begin);
        beat();
        time.runTo(VirtualTime.micros(scenario.durationS()));
        workers.values().forEach(Worker::end);
        loop.bug()
                .ifPresent(bug -> {
                    throw new IllegalStateException("the simulated floor stopped: " + bug);
                });
        return measure.figures();
    }

    /// A tenth of a second after the last tick there is another one, whatever happens.
    private void beat() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped in the midst of a simulated day");
        }
        long due = tickedAt + TICK;
        if (time.now() >= due) {
            tick();
            due = tickedAt + TICK;
        }
        time.after(due - time.now(), this::beat);
    }

    private void wake() {
        if (!tickPending) {
            tickPending = true;
            time.after(0L, this::tick);
        }
    }

    private void tick() {
        tickPending = false;
        tickedAt = time.now();
        loop.tick(time.instant());
    }

    private void send(LoopEvent event) {
        inbox.offer(event);
        wake();
    }

    // Worker.Desk

    @Override
    public void open(AgentId agent, Watcher page) {
        send(new LoopEvent.DeskAsked(agent, page, new CompletableFuture<>()));
    }

    @Override
    public void ask(AgentId agent, Intent intent) {
        send(new LoopEvent.Asked(agent, intent, new CompletableFuture<>()));
    }

    // Telephone.Listener

    @Override
    public void call(CallEvent event) {
        send(new LoopEvent.CallTold(event));
    }

    @Override
    public void line(LineEvent event) {
        send(new LoopEvent.LineTold(event));
    }

    @Override
    public void link(boolean up, Instant at) {
        send(new LoopEvent.LinkChanged(up, at));
    }

    @Override
    public void resynchronised(List<LiveCall> calls, List<LiveLine> lines, Instant at) {
        send(new LoopEvent.Resynchronised(calls, lines, at));
    }

    // Routes: there is but one loop.

    @Override
    public void callIsHere(AttemptId attempt) {}

    @Override
    public void callIsGone(AttemptId attempt) {}

    @Override
    public void lineIsHere(String line) {}

    @Override
    public void desk(DeskSnapshot desk) {}

    @Override
    public void deskIsGone(AgentId agent, String line) {}

    @Override
    public void campaign(CampaignReport report) {}
}
