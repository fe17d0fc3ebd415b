package org.rightparty.dialer.loop;

import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.desk.Intent;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private final DialLoop loop;
    private Optional<CampaignReport> report = Optional.empty();

    /// What the telephone system says of everything that is up does not arrive.
    boolean deaf;

    SmallFloor(Mode mode, Pace pace, CallBook.Abandonment window) {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        CampaignPolicy policy = SimPolicies.of(mode);
        office = new SimOffice(policy, 200, schedule, chance);
        office.before = window;
        telephone = new SimTelephone(schedule, chance, new SimFaults(schedule, chance), this);
        Performer performer = new Performer(office, office, office, office, office, schedule);
        LaneEffects effects =
                new LaneEffects(performer, inbox, task -> schedule.after(Duration.ZERO, task));
        loop =
                new DialLoop(
                        policy,
                        SimPolicies.limits(),
                        inbox,
                        telephone,
                        effects,
                        _ -> pace,
                        Facts.NONE,
                        this,
                        schedule.instant());
        telephone.link(true);
        beat();
        lasts(Duration.ofSeconds(1));
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

    private void everyone(int agents, Intent intent) {
        for (int i = 1; i <= agents; i++) {
            send(new LoopEvent.Asked(new AgentId(i), intent, new CompletableFuture<Answer>()));
        }
        lasts(Duration.ofMillis(100));
    }

    /// A page that only looks.
    private static final class Page implements Watcher {
        @Override
        public void changed(DeskSnapshot desk, Optional<Long> answeredNanos) {}

        @Override
        public void dismissed(String reason, Instant at) {}

        @Override
        public void letGo() {}
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
    public void desk(DeskSnapshot desk) {}

    @Override
    public void deskIsGone(AgentId agent, String line) {}

    @Override
    public void campaign(CampaignReport told) {
        report = Optional.of(told);
    }
}
