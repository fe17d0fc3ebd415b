package org.rightparty.dialer.loop;

import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.floor.FloorView.CampaignLine;
import org.rightparty.console.floor.FloorView.Order;
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

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One loop in virtual time, where nothing goes wrong but what a test does to it.
final class SmallFloor implements Telephone.Listener, Routes {
    static final int INBOX = SimPolicies.limits().inboxSize();

    final SimSchedule schedule = new SimSchedule(Instant.parse("2026-03-03T15:00:00Z"));
    final SimOffice office;
    final SimTelephone telephone;
    private final Inbox inbox = new Inbox(INBOX);
    private final CampaignPolicy policy;
    private final Pace pace;
    private DialLoop loop;
    private final Map<AgentId, DeskSnapshot> desks = new HashMap<>();
    private final Map<AgentId, DeskSnapshot> screens = new HashMap<>();
    private Optional<CampaignReport> report = Optional.empty();

    /// How long the tables take for anything.
    Duration tables = Duration.ZERO;

    /// What may be played.
    Announcements announcements = Announcements.SIMULATED;

    /// What the telephone system says of everything that is up does not arrive.
    boolean deaf;

    SmallFloor(Mode mode, Pace pace, CallBook.Abandonment window) {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        this.pace = pace;
        policy = SimPolicies.of(mode);
        office = new SimOffice(policy, 200, schedule, chance);
        office.before = window;
        telephone = new SimTelephone(schedule, chance, new SimFaults(schedule, chance), this);
        loop = begin();
        telephone.link(true);
        beat();
        lasts(Duration.ofSeconds(1));
    }

    private DialLoop begin() {
        Performer performer = new Performer(office, office, office, office, office, schedule);
        LaneEffects effects =
                new LaneEffects(performer, inbox, task -> schedule.after(tables, task));
        return new DialLoop(
                policy,
                SimPolicies.limits(),
                inbox,
                telephone,
                effects,
                _ -> pace,
                campaign -> announcements.of(campaign),
                Facts.NONE,
                this,
                schedule.instant());
    }

    /// The program is killed and started anew; telephone and tables go on.
    void restart() {
        loop.letGo();
        office.newLife();
        loop = begin();
        send(new LoopEvent.LinkChanged(true, schedule.instant()));
    }

    private void beat() {
        loop.tick(schedule.instant());
        schedule.after(Duration.ofMillis(10), this::beat);
    }

    void lasts(Duration time) {
        Instant end = schedule.instant().plus(time);
        while (schedule.instant().isBefore(end)) {
            schedule.step(end);
        }
    }

    /// So many agents sit down and are ready at once.
    void ready(int agents) {
        for (int i = 1; i <= agents; i++) {
            telephone.phone(Long.toString(2000 + i), true);
            send(new LoopEvent.DeskAsked(new AgentId(i), new Page(), new CompletableFuture<>()));
        }
        lasts(Duration.ofMillis(100));
        everyone(agents, new Intent.CallMyLine());
        everyone(agents, new Intent.GoReady());
    }

    /// Sits down, with the line up, and is not ready.
    void sits(AgentId agent) {
        telephone.phone(Long.toString(2000 + agent.value()), true);
        send(new LoopEvent.DeskAsked(agent, new Page(), new CompletableFuture<>()));
        lasts(Duration.ofMillis(100));
        ask(agent, new Intent.CallMyLine());
    }

    /// Sits down at a page whose softphone registers.
    void registers(AgentId agent) {
        telephone.phone(Long.toString(2000 + agent.value()), true);
        send(new LoopEvent.DeskAsked(agent, new Page(), new CompletableFuture<>()));
        lasts(Duration.ofMillis(100));
        send(new LoopEvent.LineReady(agent, true));
        lasts(Duration.ofSeconds(1));
    }

    /// Pages are opened and closed again while the desk is still being read; what tells of it comes
    /// at once, or not at all.
    void looksInAndGoes(AgentId agent, int pages) {
        for (int loaded = 1; loaded <= pages; loaded++) {
            Page page = new Page();
            send(new LoopEvent.DeskAsked(agent, page, new CompletableFuture<>()));
            loop.tick(schedule.instant());
            page.there = false;
            if (loaded % 2 == 1) {
                send(new LoopEvent.WatcherGone(agent, page));
            }
        }
        loop.tick(schedule.instant());
    }

    /// What came of it, a tenth of a second later.
    Answer ask(AgentId agent, Intent intent) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        send(new LoopEvent.Asked(agent, intent, answer));
        lasts(Duration.ofMillis(100));
        return answer.join();
    }

    Answer order(Order order) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        send(new LoopEvent.Ordered(new Actor("agent:21"), order, answer));
        lasts(Duration.ofMillis(100));
        return answer.join();
    }

    DeskSnapshot desk(AgentId agent) {
        return Optional.ofNullable(desks.get(agent)).orElseThrow();
    }

    AgentState state(AgentId agent) {
        return desk(agent).state();
    }

    /// The browser is closed.
    void leaves(AgentId agent) {
        loop.bench()
                .seat(agent)
                .flatMap(s -> s.watcher)
                .ifPresent(w -> send(new LoopEvent.WatcherGone(agent, w)));
    }

    CampaignLine line() {
        return report.orElseThrow().line();
    }

    private void everyone(int agents, Intent intent) {
        for (int i = 1; i <= agents; i++) {
            send(new LoopEvent.Asked(new AgentId(i), intent, new CompletableFuture<Answer>()));
        }
        lasts(Duration.ofMillis(100));
    }

    /// Whose account is on the page of this agent now.
    Optional<AttemptId> onScreen(AgentId agent) {
        return Optional.ofNullable(screens.get(agent))
                .flatMap(DeskSnapshot::call)
                .filter(call -> call.screen().isPresent())
                .flatMap(DeskSnapshot.CallInFront::attempt);
    }

    /// A page that only looks.
    private final class Page implements Watcher {
        private boolean there = true;

        @Override
        public void changed(DeskSnapshot desk, Optional<Long> answeredNanos) {
            screens.put(desk.agent(), desk);
        }

        @Override
        public boolean isThere() {
            return there;
        }

        @Override
        public void dismissed(String reason, Instant at) {}

        @Override
        public void letGo() {}
    }

    /// A supervisor asks for one call to this person.
    CompletableFuture<Answer> asks(SimConsumer consumer) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        CampaignId campaign = SimPolicies.of(Mode.PROGRESSIVE).id();
        send(
                new LoopEvent.Ordered(
                        Actor.PROGRAM,
                        new Order.Call(campaign, consumer.account(), consumer.phoneId()),
                        answer));
        return answer;
    }

    void send(LoopEvent event) {
        inbox.offer(event);
    }

    String reason() {
        return report.orElseThrow().line().paceReason();
    }

    int dialed() {
        return telephone.originated.size();
    }

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
        if (!deaf) {
            send(new LoopEvent.Resynchronised(calls, lines, at));
        }
    }

    @Override
    public void callIsHere(AttemptId attempt) {}

    @Override
    public void callIsGone(AttemptId attempt) {}

    @Override
    public void lineIsHere(String line) {}

    @Override
    public void desk(DeskSnapshot desk) {
        desks.put(desk.agent(), desk);
    }

    @Override
    public void deskIsGone(AgentId agent, String line) {}

    @Override
    public void campaign(CampaignReport told) {
        report = Optional.of(told);
    }
}
