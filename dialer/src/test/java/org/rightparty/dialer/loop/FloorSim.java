package org.rightparty.dialer.loop;

import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.database.DatabaseFailure;
import org.rightparty.database.DatabaseFailure.Category;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.dialer.pacing.Memory;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.PredictivePace;
import org.rightparty.dialer.pacing.PreviewPace;
import org.rightparty.dialer.pacing.ProgressivePace;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A floor in virtual time: the real loop with its effects, gate, machines and pace, over simulated
/// tables, telephone and people, all from one seed. Faults are on; the invariants are checked after
/// every event.
final class FloorSim implements Telephone.Listener, Routes {
    private static final Actor SUPERVISOR = Actor.agent(new AgentId(900));
    private static final List<Mode> MODES = List.of(Mode.values());
    private static final Duration WORK = Duration.ofMinutes(12);
    private static final Duration FINISH = Duration.ofMinutes(9);

    final SimSchedule schedule;
    final SimOffice office;
    final SimTelephone telephone;
    final List<SimAgent> agents = new ArrayList<>();
    private final SimFaults faults;
    private final SimChecks checks;
    private final RandomGenerator chance;
    private final LoopLimits limits = SimPolicies.limits();
    private final Instant endOfWork;
    private final List<String> trace = new ArrayList<>();

    /// How often what happened.
    final Map<String, Integer> tally = new TreeMap<>();

    /// Events found no room, and nobody has asked for everything since.
    private Optional<Instant> lostAt = Optional.empty();

    private CampaignPolicy policy;
    private Inbox inbox;
    private DialLoop loop;
    private int life;
    private boolean tickPending;
    private boolean frozen;
    private final List<Runnable> stuck = new ArrayList<>();

    FloorSim(long seed) {
        chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Mode mode = MODES.get(chance.nextInt(4));
        policy = chance.nextBoolean() ? SimPolicies.screening(mode) : SimPolicies.of(mode);
        Instant start = Instant.parse("2026-03-03T00:00:00Z").plusSeconds(chance.nextInt(90) * 60L);
        schedule = new SimSchedule(start);
        endOfWork = start.plus(WORK);
        office = new SimOffice(policy, chance.nextInt(60, 250), schedule, chance);
        faults = new SimFaults(schedule, chance);
        office.committed = this::committed;
        telephone = new SimTelephone(schedule, chance, faults, this);
        inbox = new Inbox(limits.inboxSize());
        checks = new SimChecks(this);
        loop = begin();
        for (int i = 1; i <= chance.nextInt(3, 12); i++) {
            agents.add(new SimAgent(new AgentId(i), this, chance));
        }
    }

    /// Starts the program: a new loop over the same tables and the same telephone system.
    private DialLoop begin() {
        inbox = new Inbox(limits.inboxSize());
        int thisLife = ++life;
        Inbox answers = inbox;
        Performer performer = new Performer(office, office, office, office, office, schedule);
        LaneEffects effects =
                new LaneEffects(
                        performer,
                        answers,
                        task -> schedule.after(latency(), () -> inDatabase(thisLife, task)));
        return new DialLoop(
                policy,
                limits,
                inbox,
                telephone,
                new Checked(effects),
                this::pace,
                Announcements.SIMULATED,
                Facts.NONE,
                this,
                schedule.instant());
    }

    /// Looks at what the loop wants written.
    private final class Checked implements Effects {
        private final Effects effects;

        Checked(Effects effects) {
            this.effects = effects;
        }

        @Override
        public void submit(Work work) {
            checks.submitted(work);
            effects.submit(work);
        }

        @Override
        public void keep(Work work) {
            effects.keep(work);
        }

        @Override
        public void resume() {
            effects.resume();
        }
    }

    /// A frozen database neither does its work nor fails.
    private void inDatabase(int itsLife, Runnable task) {
        if (frozen) {
            stuck.add(() -> inDatabase(itsLife, task));
        } else if (life == itsLife) {
            task.run();
            wake();
        }
    }

    private void freeze() {
        trace("freeze");
        tally.merge("freezes", 1, Integer::sum);
        office.reachable(false);
        frozen = true;
    }

    private void thaw() {
        frozen = false;
        office.reachable(true);
        List<Runnable> now = List.copyOf(stuck);
        stuck.clear();
        now.forEach(Runnable::run);
    }

    /// Two hundred calls with forty answers: the pace dials ahead from the first minute.
    private static final Memory ENOUGH_SEEN =
            new Memory(
                    List.of(new Memory.Part("counts", Memory.ANY_HOUR, "", List.of(200.0, 40.0))));

    private Pace pace(Mode mode) {
        Pace pace =
                switch (mode) {
                    case PREDICTIVE -> new PredictivePace(ENOUGH_SEEN);
                    case PROGRESSIVE -> new ProgressivePace();
                    case PREVIEW, MANUAL -> new PreviewPace();
                };
        return floor -> {
            PaceDecision decision = pace.decide(floor);
            checks.paced(floor, decision);
            return decision;
        };
    }

    private void committed() {
        if (faults.losesAnswer()) {
            trace("answer lost");
            tally.merge("answers lost", 1, Integer::sum);
            throw new DatabaseFailure(Category.UNREACHABLE, "simulated loss of an answer", null);
        }
    }

    private Duration latency() {
        int usual = chance.nextInt(1, 25);
        return Duration.ofMillis(chance.nextInt(200) == 0 ? 40L * usual : usual);
    }

    /// Runs the whole day and returns what was wrong with it.
    List<String> run() {
        telephone.link(true);
        agents.forEach(SimAgent::begin);
        beat();
        plan();
        while (checks.violations().isEmpty() && schedule.step(endOfWork)) {
            checks.afterEvent();
        }
        calmDown();
        Instant end = endOfWork.plus(FINISH);
        while (checks.violations().isEmpty() && schedule.step(end)) {
            checks.afterEvent();
        }
        if (checks.violations().isEmpty()) {
            checks.atEnd();
        }
        return checks.violations();
    }

    /// What goes wrong, and when.
    private void plan() {
        faults.on(chance.nextInt(5) > 0);
        if (chance.nextBoolean()) {
            at(chance.nextInt(40, 600), () -> telephone.link(false));
        }
        at(650, () -> telephone.link(true));
        if (chance.nextBoolean()) {
            int from = chance.nextInt(40, 600);
            at(from, () -> telephone.link(false));
            at(from + chance.nextInt(1, 40), () -> telephone.link(true));
        }
        if (chance.nextBoolean()) {
            int from = chance.nextInt(40, 600);
            at(from, () -> office.reachable(false));
            at(from + chance.nextInt(1, 60), () -> office.reachable(true));
        }
        if (chance.nextInt(3) == 0) {
            int from = chance.nextInt(40, 600);
            at(from, this::freeze);
            at(from + chance.nextInt(1, 60), this::thaw);
        }
        for (int i = chance.nextInt(3); i > 0; i--) {
            at(chance.nextInt(40, 690), this::restart);
        }
        if (chance.nextInt(3) == 0) {
            at(chance.nextInt(40, 690), this::flood);
        }
        if (chance.nextInt(3) == 0) {
            Mode next = MODES.get(chance.nextInt(4));
            at(chance.nextInt(40, 600), () -> order(new Order.SetMode(policy.id(), next)));
        }
    }

    private void at(int second, Runnable what) {
        schedule.after(
                Duration.ofSeconds(second).plusMillis(chance.nextInt(1000)),
                () -> {
                    what.run();
                    wake();
                });
    }

    /// More events at once than the inbox holds: what comes with them is lost.
    private void flood() {
        trace("flood");
        tally.merge("floods", 1, Integer::sum);
        lostAt = Optional.of(schedule.instant());
        LineEvent nobodys = new LineEvent.LineDown("1", "nobody's", schedule.instant());
        for (int i = 0; i <= limits.inboxSize(); i++) {
            send(new LoopEvent.LineTold(nobodys));
        }
    }

    boolean eventsLost() {
        return lostAt.isPresent();
    }

    private void restart() {
        trace("restart");
        tally.merge("restarts", 1, Integer::sum);
        lostAt = Optional.empty();
        loop.letGo();
        office.newLife();
        policy = office.campaigns().getFirst();
        agents.forEach(SimAgent::cutOff);
        loop = begin();
        if (telephone.linkUp()) {
            send(new LoopEvent.LinkChanged(true, schedule.instant()));
        }
        wake();
    }

    private void calmDown() {
        faults.on(false);
        thaw();
        if (!telephone.linkUp()) {
            telephone.link(true);
        }
        agents.forEach(a -> a.goesHome = true);
        order(new Order.Drain(policy.id()));
        wake();
    }

    private void order(Order order) {
        send(new LoopEvent.Ordered(SUPERVISOR, order, new CompletableFuture<>()));
    }

    private void beat() {
        schedule.after(
                Duration.ofMillis(100),
                () -> {
                    wake();
                    beat();
                });
    }

    /// An event wakes the loop at once.
    private void wake() {
        if (!tickPending) {
            tickPending = true;
            schedule.after(Duration.ZERO, this::tick);
        }
    }

    private void tick() {
        tickPending = false;
        loop.tick(schedule.instant());
        checks.afterTick();
    }

    void send(LoopEvent event) {
        inbox.offer(event);
        wake();
    }

    void ask(AgentId agent, Intent intent) {
        send(new LoopEvent.Asked(agent, intent, new CompletableFuture<Answer>()));
    }

    DialLoop loop() {
        return loop;
    }

    void trace(String line) {
        trace.add(schedule.instant() + " " + line);
    }

    List<String> traced() {
        return trace;
    }

    @Override
    public void call(CallEvent event) {
        trace(event.toString());
        send(new LoopEvent.CallTold(event));
    }

    @Override
    public void line(LineEvent event) {
        trace(event.toString());
        send(new LoopEvent.LineTold(event));
    }

    @Override
    public void link(boolean up, Instant at) {
        trace("link " + up);
        send(new LoopEvent.LinkChanged(up, at));
    }

    @Override
    public void resynchronised(List<LiveCall> calls, List<LiveLine> lines, Instant at) {
        trace("resynchronised " + calls + lines);
        lostAt = lostAt.filter(at::isBefore);
        send(new LoopEvent.Resynchronised(calls, lines, at));
    }

    @Override
    public void callIsHere(AttemptId attempt) {
        trace("call is here " + attempt);
    }

    @Override
    public void callIsGone(AttemptId attempt) {
        trace("call is gone " + attempt);
    }

    @Override
    public void lineIsHere(String line) {}

    @Override
    public void desk(DeskSnapshot desk) {
        checks.shown(desk);
    }

    @Override
    public void deskIsGone(AgentId agent, String line) {}

    @Override
    public void campaign(CampaignReport report) {}
}
