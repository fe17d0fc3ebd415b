package org.rightparty.dialer.loop;

import org.rightparty.console.agent.AgentEvent;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot.Line;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.dialer.call.CallOrder;
import org.rightparty.dialer.call.LineEvent;
import org.rightparty.dialer.call.Telephone;
import org.rightparty.dialer.call.Telephone.AgentLine.Kind;
import org.rightparty.dialer.loop.CampaignPolicy.Activity;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One campaign: drains its inbox, advances the machines, brings waiting people to agents, asks the
/// pace, orders permits. Has no thread and no clock of its own, and nothing in it waits.
public final class DialLoop {
    private static final Logger log = LoggerFactory.getLogger(DialLoop.class);

    /// A line that falls this soon after it was called again is the old fall, told late.
    static final String NO_DESK = "NO_DESK";

    private static final Duration OLD_FALL = Duration.ofMillis(300);

    private final Inbox inbox;
    private final Bench bench;
    private final Safety safety;
    private final Seats seats;
    private final Calls calls;
    private final Asking asking;
    private final SingleCalls single;
    private final Pacer pacer;
    private final Answers answers;
    private final Reporting reporting;
    private final Ways ways;

    /// A campaign that has the telephone system for itself.
    ///
    /// @param paces the pace of each mode, made when it is first needed
    /// @param announcements what may be played
    public DialLoop(
            CampaignPolicy policy,
            LoopLimits limits,
            Inbox inbox,
            Telephone telephone,
            Effects effects,
            Function<Mode, Pace> paces,
            Announcements announcements,
            Facts facts,
            Routes routes,
            Instant now) {
        this(
                policy,
                limits,
                inbox,
                new TrunkRoom(telephone),
                effects,
                paces,
                announcements,
                facts,
                routes,
                NetworkBook.NONE,
                now);
    }

    DialLoop(
            CampaignPolicy policy,
            LoopLimits limits,
            Inbox inbox,
            TrunkRoom trunks,
            Effects effects,
            Function<Mode, Pace> paces,
            Announcements announcements,
            Facts facts,
            Routes routes,
            NetworkBook network,
            Instant now) {
        this.inbox = inbox;
        this.bench = new Bench(policy, limits, trunks, announcements, facts, routes, now);
        this.safety = new Safety(bench, effects);
        this.seats = new Seats(bench, safety);
        this.ways = new Ways(bench, network);
        Learning learning = new Learning(bench, ways);
        this.calls = new Calls(bench, safety, seats, learning);
        Transfers transfers = new Transfers(bench, safety, calls);
        this.asking = new Asking(bench, safety, seats, calls, transfers);
        this.single = new SingleCalls(bench, safety, calls);
        FloorNow floorNow = new FloorNow(bench, learning, ways);
        this.pacer = new Pacer(bench, safety, seats, calls, single, floorNow, paces);
        this.reporting = new Reporting(bench, safety, pacer, ways);
        this.answers = new Answers(bench, safety, seats, calls, pacer, single, transfers);
        safety.submit(new Work.ReadOpen(policy.id()));
    }

    /// Everything that has arrived by `now`, and what follows from it. Returns at once.
    public void tick(Instant now) {
        tick(inbox.drain(), now);
    }

    void tick(List<LoopEvent> events, Instant now) {
        bench.now = now;
        guarded(() -> bench.facts.inboxDepth(bench.policy.id(), events.size()));
        if (inbox.tookOverflow()) {
            safety.overflowed();
        }
        for (LoopEvent event : events) {
            guarded(() -> handle(event));
        }
        guarded(this::advance);
        guarded(seats::publish);
        guarded(reporting::tick);
        guarded(ways::tick);
    }

    /// The loop's edge: a bug stops the campaign, calls go on.
    private void guarded(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error bug) { // or all desks stand still without a word
            log.error("loop.bug campaign={}", bench.policy.id(), bug);
            safety.stopForBug(bug.getClass().getSimpleName() + ": " + bug.getMessage());
        }
    }

    private void advance() {
        calls.runOut();
        seats.runOut();
        calls.serve();
        safety.tick();
        if (safety.adopted()) {
            ways.look();
            pacer.tick();
        }
    }

    private void handle(LoopEvent event) {
        switch (event) {
            case LoopEvent.CallTold e -> calls.told(e.event());
            case LoopEvent.LineTold e -> lineTold(e.event());
            case LoopEvent.LinkChanged e -> safety.linkChanged(e.up());
            case LoopEvent.Resynchronised e -> resynchronised(e);
            case LoopEvent.DeskAsked e -> deskAsked(e);
            case LoopEvent.WatcherGone e ->
                    bench.seat(e.agent()).ifPresent(s -> seats.watcherGone(s, e.watcher()));
            case LoopEvent.Asked e ->
                    bench.seat(e.agent())
                            .ifPresentOrElse(
                                    s -> asking.ask(s, e.intent(), e.answer()),
                                    () -> e.answer().complete(noDesk()));
            case LoopEvent.LineReady e ->
                    bench.seat(e.agent()).ifPresent(s -> lineReady(s, e.ready()));
            case LoopEvent.SoundArrives e ->
                    bench.seat(e.agent()).ifPresent(s -> soundArrives(s, e.arrives()));
            case LoopEvent.ScreenShown e -> reporting.screenShown(e);
            case LoopEvent.Ordered e -> ordered(e);
            case LoopEvent.SettingsRead e -> settled(e.policy());
            case LoopEvent.BarSet e -> calls.bar(e.barred());
            case LoopEvent.Done e -> answers.done(e.work(), e.result());
            case LoopEvent.Failed e -> answers.failed(e.work());
            case LoopEvent.Broke e -> answers.broke(e.work(), e.why());
        }
    }

    private static Answer noDesk() {
        return Answer.Declined.because(NO_DESK, "Open your desk first.");
    }

    private void lineTold(LineEvent event) {
        Optional<Seat> seat = bench.seatOfLine(event.line());
        switch (event) {
            case LineEvent.LineUp _ -> seat.ifPresent(seats::lineRose);
            case LineEvent.LineDown e -> {
                boolean old =
                        seat.filter(s -> s.line == Line.RINGING)
                                .filter(s -> e.at().isBefore(s.lineSince.plus(OLD_FALL)))
                                .filter(_ -> !e.neverRose())
                                .isPresent();
                if (!old) {
                    seat.ifPresent(s -> lineFell(s));
                }
            }
        }
    }

    private void lineFell(Seat seat) {
        seats.lineFell(seat);
        seat.agent.attempt().ifPresent(attempt -> lineFell(seat, attempt));
    }

    /// A person in talk hears music; the agent's own call that still rings ends.
    private void lineFell(Seat seat, AttemptId attempt) {
        if (seat.agent.state() instanceof AgentState.Dialing) {
            calls.order(attempt, new CallOrder.End("DIALER", bench.now));
        } else {
            calls.order(attempt, new CallOrder.LoseLine(bench.now));
        }
    }

    /// The softphone in the page came or went.
    private void lineReady(Seat seat, boolean ready) {
        if (seat.member.line().kind() == Kind.BROWSER) {
            seat.registered = ready;
            if (!ready && seat.line == Line.UP) {
                bench.telephone.hangUpLine(seat.member.line());
                lineFell(seat);
            } else if (ready && seat.line != Line.UP) {
                seats.line(seat, Line.DOWN);
                seats.callSoftphone(seat);
            }
        }
    }

    private void soundArrives(Seat seat, boolean arrives) {
        if (seat.member.line().kind() == Kind.BROWSER && arrives) {
            seats.tell(seat, new AgentEvent.SoundCame(bench.now));
        } else if (seat.member.line().kind() == Kind.BROWSER) {
            seats.soundWent(seat);
        }
    }

    /// A softphone that registered before we heard of the telephone system is called now.
    private void resynchronised(LoopEvent.Resynchronised e) {
        for (Seat seat : List.copyOf(bench.seats.values())) {
            String number = seat.member.line().number();
            boolean up = e.lines().stream().anyMatch(l -> l.line().equals(number));
            if (up) {
                seats.lineRose(seat);
            } else if (seat.line == Line.UP && !seat.lineSince.isAfter(e.at())) {
                lineFell(seat);
            }
            seats.callSoftphone(seat);
        }
        boolean missing = calls.reconcile(e.calls(), e.at());
        safety.resynchronised(e.at());
        if (missing) {
            safety.wantResync();
        }
    }

    private void deskAsked(LoopEvent.DeskAsked e) {
        Optional<Seat> seat = bench.seat(e.agent()).filter(s -> !s.isOffline());
        if (seat.isPresent()) {
            seats.watch(seat.get(), e.watcher());
            e.answer().complete(new Answer.Accepted());
        } else {
            bench.looseEnds.opening(e.agent());
            safety.submit(new Work.OpenDesk(e.agent(), bench.policy.id(), e.watcher(), e.answer()));
        }
    }

    /// Whatever begins from now on goes by the new settings: attempts, recordings, wrap-ups.
    private void settled(CampaignPolicy read) {
        CampaignPolicy next = bench.policy.settledAs(read);
        if (!next.equals(bench.policy)) {
            log.info("campaign.settled campaign={}", next.id());
            bench.policy = next;
            for (Seat seat : bench.seats.values()) {
                seat.agent = seat.agent.wrappingUpWithin(next.wrapUpTarget());
                seat.changed = true;
            }
        }
    }

    private void ordered(LoopEvent.Ordered e) {
        switch (e.order()) {
            case Order.Start _ -> {
                safety.forgive();
                change(e, bench.policy.being(Activity.RUNNING));
            }
            case Order.Drain _ -> change(e, bench.policy.being(Activity.DRAINING));
            case Order.Stop _ -> {
                change(e, bench.policy.being(Activity.STOPPED));
                calls.endRinging();
            }
            case Order.SetMode o -> change(e, bench.policy.dialing(o.mode()));
            case Order.SetAim o -> change(e, bench.policy.aiming(o.aim()));
            case Order.Call o -> single.ask(o, e.answer());
            case Order.PauseAgent o ->
                    e.answer()
                            .complete(
                                    bench.seat(o.agent())
                                            .map(s -> asking.pause(s, PauseReason.SUPERVISOR))
                                            .orElseGet(DialLoop::noDesk));
        }
    }

    /// In force at once, whether or not the database can be told of it now.
    private void change(LoopEvent.Ordered e, CampaignPolicy policy) {
        log.info(
                "campaign.ordered campaign={} activity={} mode={}",
                policy.id(),
                policy.activity(),
                policy.mode());
        bench.policy = policy;
        bench.seats.values().forEach(s -> s.changed = true);
        safety.submit(new Work.WriteOrder(e.by(), policy, e.answer()));
    }

    /// Lets go: what is up goes on without this loop, pages open their desks anew. Called when no
    /// tick runs any more.
    void letGo() {
        bench.room.giveBack();
        bench.seats.values().forEach(s -> s.watcher.ifPresent(Watcher::letGo));
    }

    /// Nothing is up and nothing is left to write: the loop can be let go.
    public boolean isIdle() {
        return bench.calls.isEmpty();
    }

    Bench bench() {
        return bench;
    }

    /// What stopped the campaign; empty when nothing did.
    public Optional<String> bug() {
        return safety.bug();
    }
}
