package org.rightparty.dialer.loop;

import org.rightparty.compliance.holds.Barred;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Desks;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.floor.FloorView;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Mode;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// All campaigns' loops: gives each its thread, and each event, intent and order its loop.
/// Everything here may be called from any thread and returns at once.
public final class Floors implements Desks, FloorView, Telephone.Listener, AutoCloseable {
    private static final Answer NOT_LED =
            Answer.Declined.because(
                    Desks.NOT_LED_HERE, "This campaign is not running here. Try again.");

    private final Performer performer;
    private final Lanes agentLanes;
    private final LoopLimits limits;
    private final Announcements announcements;
    private final Facts facts;
    private final InstantSource clock;
    private final Executor threads;
    private final Map<CampaignId, Led> loops = new ConcurrentHashMap<>();
    private final Map<AttemptId, CampaignId> calls = new ConcurrentHashMap<>();
    private final Map<String, CampaignId> lines = new ConcurrentHashMap<>();
    private final Map<AgentId, CampaignId> agents = new ConcurrentHashMap<>();
    private final Map<AgentId, DeskSnapshot> desks = new ConcurrentHashMap<>();
    private final Map<CampaignId, CampaignReport> reports = new ConcurrentHashMap<>();
    private final Map<Telephone, TrunkRoom> trunks = new ConcurrentHashMap<>();
    private volatile boolean linkUp;

    /// @param threads starts each task on a thread that may block, such as a new virtual thread
    public Floors(
            Performer performer,
            LoopLimits limits,
            Announcements announcements,
            Facts facts,
            InstantSource clock,
            Executor threads) {
        this.performer = performer;
        this.agentLanes = new Lanes(performer, threads);
        this.limits = limits;
        this.announcements = announcements;
        this.facts = facts;
        this.clock = clock;
        this.threads = threads;
        facts.telephoneLink(false);
    }

    /// Starts the loop of a campaign: it adopts what was live before it does anything else. To be
    /// called after the telephone has got this listener.
    ///
    /// @param network where what the network did is kept; read at once, so this may wait
    public void lead(
            CampaignPolicy policy,
            Telephone telephone,
            Function<Mode, Pace> paces,
            NetworkBook network) {
        Inbox inbox = new Inbox(limits.inboxSize());
        Effects effects = new LaneEffects(inbox, new Lanes(performer, threads), agentLanes);
        DialLoop loop =
                new DialLoop(
                        policy,
                        limits,
                        inbox,
                        trunks.computeIfAbsent(telephone, TrunkRoom::new),
                        effects,
                        paces,
                        announcements,
                        facts,
                        new Here(policy.id()),
                        network,
                        clock.instant());
        String name = "campaign-" + policy.id();
        Led led = new Led(inbox, new LoopThread(name, loop, inbox, clock));
        if (loops.putIfAbsent(policy.id(), led) != null) {
            throw new IllegalStateException("campaign " + policy.id() + " is led already");
        }
        if (linkUp) {
            inbox.offer(new LoopEvent.LinkChanged(true, clock.instant()));
        }
        led.start();
    }

    /// What the tables say of a campaign that is led here: what begins from now on goes by it.
    public void settled(CampaignPolicy read) {
        tell(read.id(), new LoopEvent.SettingsRead(read));
    }

    /// Whether the campaign is led here.
    public boolean leads(CampaignId campaign) {
        return loops.containsKey(campaign);
    }

    /// How many campaigns are led here.
    public int led() {
        return loops.size();
    }

    /// Lets go of a campaign, for example because another node leads it now. Its calls go on.
    public void release(CampaignId campaign) {
        Led led = loops.remove(campaign);
        if (led != null) {
            led.letGo(NOT_LED);
            calls.values().removeIf(campaign::equals);
            lines.values().removeIf(campaign::equals);
            agents.entrySet()
                    .removeIf(a -> {
                        boolean here = a.getValue().equals(campaign);
                        if (here) {
                            desks.remove(a.getKey());
                        }
                        return here;
                    });
            reports.remove(campaign);
        }
    }

    @Override
    public void close() {
        List.copyOf(loops.keySet()).forEach(this::release);
    }

    // Desks

    @Override
    public CompletionStage<Answer> open(AgentId agent, CampaignId campaign, Watcher watcher) {
        CampaignId now = agents.getOrDefault(agent, campaign);
        DeskSnapshot desk = desks.get(agent);
        boolean moves = !now.equals(campaign) && desk != null && isFree(desk.state());
        return moves
                ? answered(now, a -> new LoopEvent.Asked(agent, new Intent.LogOut(), a))
                        .thenCompose(left -> {
                            if (isGone(left)) {
                                agents.remove(agent, now);
                            }
                            return sitDown(agent, campaign, watcher);
                        })
                : sitDown(agent, campaign, watcher);
    }

    /// Nobody knows of the desk that was to be left. Whatever else it is not left for, such as a
    /// call that came between, keeps the agent there.
    private static boolean isGone(Answer left) {
        return left instanceof Answer.Declined declined
                && (declined.code().equals(DialLoop.NO_DESK)
                        || declined.code().equals(Desks.NOT_LED_HERE));
    }

    /// At the desk where the agent is by now, if at any: nobody sits at two.
    private CompletionStage<Answer> sitDown(AgentId agent, CampaignId wanted, Watcher watcher) {
        CampaignId where = Optional.ofNullable(agents.putIfAbsent(agent, wanted)).orElse(wanted);
        return answered(where, a -> new LoopEvent.DeskAsked(agent, watcher, a))
                .thenApply(answer -> {
                    if (answer instanceof Answer.Declined && !desks.containsKey(agent)) {
                        agents.remove(agent, where);
                    }
                    return answer;
                });
    }

    private static boolean isFree(AgentState state) {
        return switch (state) {
            case AgentState.Offline _,
                    AgentState.NotReady _,
                    AgentState.Ready _,
                    AgentState.Previewing _ ->
                    true;
            case AgentState.Dialing _,
                    AgentState.Reserved _,
                    AgentState.Talking _,
                    AgentState.Holding _,
                    AgentState.ConnectionLost _,
                    AgentState.WrappingUp _ ->
                    false;
        };
    }

    @Override
    public void watcherGone(AgentId agent, Watcher watcher) {
        tellLoopOf(agent, new LoopEvent.WatcherGone(agent, watcher));
    }

    @Override
    public CompletionStage<Answer> ask(AgentId agent, Intent intent) {
        CampaignId campaign = agents.get(agent);
        return campaign == null
                ? CompletableFuture.completedFuture(
                        Answer.Declined.because(DialLoop.NO_DESK, "Open your desk first."))
                : answered(campaign, a -> new LoopEvent.Asked(agent, intent, a));
    }

    @Override
    public void lineReady(AgentId agent, boolean ready) {
        tellLoopOf(agent, new LoopEvent.LineReady(agent, ready));
    }

    @Override
    public void soundArrives(AgentId agent, boolean arrives) {
        tellLoopOf(agent, new LoopEvent.SoundArrives(agent, arrives));
    }

    @Override
    public void screenShown(AgentId agent, AttemptId attempt, long receivedNanos) {
        tellLoopOf(agent, new LoopEvent.ScreenShown(agent, attempt, receivedNanos));
    }

    @Override
    public Optional<DeskSnapshot> snapshot(AgentId agent) {
        return Optional.ofNullable(desks.get(agent));
    }

    // FloorView

    @Override
    public FloorSnapshot snapshot() {
        List<CampaignReport> now = List.copyOf(reports.values());
        boolean databaseUp = now.stream().allMatch(CampaignReport::databaseUp);
        List<CampaignLine> campaigns =
                now.stream()
                        .map(CampaignReport::line)
                        .sorted(Comparator.comparingLong(l -> l.campaign().value()))
                        .toList();
        return new FloorSnapshot(clock.instant(), linkUp, databaseUp, campaigns);
    }

    @Override
    public CompletionStage<Answer> order(AgentId supervisor, Order order) {
        return order(Actor.agent(supervisor), order);
    }

    /// The same for whoever may order, be it from the command line.
    public CompletionStage<Answer> order(Actor by, Order order) {
        CampaignId campaign =
                switch (order) {
                    case Order.Start o -> o.campaign();
                    case Order.Drain o -> o.campaign();
                    case Order.Stop o -> o.campaign();
                    case Order.SetMode o -> o.campaign();
                    case Order.SetAim o -> o.campaign();
                    case Order.Call o -> o.campaign();
                    case Order.PauseAgent o -> agents.get(o.agent());
                };
        return campaign == null
                ? CompletableFuture.completedFuture(
                        Answer.Declined.because("NO_DESK", "This agent is not at a desk."))
                : answered(campaign, a -> new LoopEvent.Ordered(by, order, a));
    }

    /// Somebody must not be called any more: what rings for them ends.
    public void barred(Barred barred) {
        loops.keySet().forEach(c -> tell(c, new LoopEvent.BarSet(barred)));
    }

    // Telephone.Listener

    @Override
    public void call(CallEvent event) {
        CampaignId campaign = calls.get(event.call());
        if (campaign != null) {
            tell(campaign, new LoopEvent.CallTold(event));
        }
    }

    @Override
    public void line(LineEvent event) {
        CampaignId campaign = lines.get(event.line());
        if (campaign != null) {
            tell(campaign, new LoopEvent.LineTold(event));
        }
    }

    @Override
    public void link(boolean up, Instant at) {
        linkUp = up;
        facts.telephoneLink(up);
        loops.values().forEach(led -> led.tellSurely(new LoopEvent.LinkChanged(up, at)));
    }

    @Override
    public void resynchronised(List<LiveCall> live, List<LiveLine> up, Instant at) {
        loops.keySet().forEach(c -> tell(c, new LoopEvent.Resynchronised(live, up, at)));
    }

    private CompletionStage<Answer> answered(
            CampaignId campaign, Function<CompletableFuture<Answer>, LoopEvent> event) {
        Led led = loops.get(campaign);
        return led == null ? CompletableFuture.completedStage(NOT_LED) : led.ask(event, NOT_LED);
    }

    private void tellLoopOf(AgentId agent, LoopEvent event) {
        CampaignId campaign = agents.get(agent);
        if (campaign != null) {
            tell(campaign, event);
        }
    }

    private boolean tell(CampaignId campaign, LoopEvent event) {
        Led led = loops.get(campaign);
        return led != null && led.tell(event);
    }

    /// How one loop says what is its own.
    private final class Here implements Routes {
        private final CampaignId campaign;

        Here(CampaignId campaign) {
            this.campaign = campaign;
        }

        @Override
        public void callIsHere(AttemptId attempt) {
            calls.put(attempt, campaign);
        }

        @Override
        public void callIsGone(AttemptId attempt) {
            calls.remove(attempt, campaign);
        }

        @Override
        public void lineIsHere(String line) {
            lines.put(line, campaign);
        }

        @Override
        public void desk(DeskSnapshot desk) {
            agents.put(desk.agent(), campaign);
            desks.put(desk.agent(), desk);
        }

        @Override
        public void deskIsGone(AgentId agent, String line) {
            if (agents.remove(agent, campaign)) {
                desks.remove(agent);
            }
            lines.remove(line, campaign);
        }

        @Override
        public void campaign(CampaignReport report) {
            reports.put(campaign, report);
        }
    }
}
