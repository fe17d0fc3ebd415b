package org.rightparty.dialer.loop;

import org.rightparty.console.agent.Agent;
import org.rightparty.console.agent.AgentEvent;
import org.rightparty.console.agent.AgentMachine;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.AgentState.WrappingUp;
import org.rightparty.console.agent.AgentStep;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.DeskSnapshot.Line;
import org.rightparty.console.desk.DeskSnapshot.Missed;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.desk.WrapUps.Undisposed;
import org.rightparty.dialer.call.Call;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The campaign's desks: moves their agents, keeps what is in front of them, shows them what
/// changed.
final class Seats {
    private final Bench bench;
    private final Safety safety;

    Seats(Bench bench, Safety safety) {
        this.bench = bench;
        this.safety = safety;
    }

    /// Makes a seat for somebody who is not here yet.
    Seat make(Roster.Member member) {
        Agent away = Agent.away(bench.now, bench.policy.wrapUpTarget());
        Seat seat = new Seat(member, away, bench.now);
        bench.seats.put(member.id(), seat);
        bench.routes.lineIsHere(member.line().number());
        return seat;
    }

    /// The agent sits down, with what they still owe from before.
    void sitDown(
            Roster.Member member,
            Optional<AgentState.NotReady> paused,
            List<Undisposed> owed,
            Watcher watcher) {
        Seat seat = bench.seat(member.id()).orElseGet(() -> make(member));
        watch(seat, watcher);
        tell(seat, new AgentEvent.SatDown(paused, bench.now));
        owed.stream().filter(u -> !isOwed(seat, u.attempt())).forEach(seat.owed::add);
        nextOwed(seat);
        safety.wantResync();
    }

    /// Another page, or the same one again: it takes the desk as it is.
    void watch(Seat seat, Watcher watcher) {
        seat.watcher
                .filter(w -> !w.equals(watcher))
                .ifPresent(w -> w.dismissed("You opened the console in another tab.", bench.now));
        seat.watcher = Optional.of(watcher);
        seat.watchedSince = bench.now;
        seat.registered = false;
        seat.front.filter(f -> !f.screenAcknowledged).ifPresent(f -> f.pushedAt = Optional.empty());
        seat.changed = true;
    }

    void watcherGone(Seat seat, Watcher watcher) {
        if (seat.watcher.filter(watcher::equals).isPresent()) {
            seat.watcher = Optional.empty();
            seat.watchedSince = bench.now;
            seat.registered = false;
            seat.changed = true;
        }
    }

    /// The agent who has been ready longest; of several, the lowest number.
    Optional<Seat> longestReady() {
        return bench.seats.values().stream()
                .filter(Seat::takesCalls)
                .min(
                        Comparator.comparing((Seat s) -> s.agent.state().since())
                                .thenComparingLong(s -> s.id().value()));
    }

    /// Moves the agent by something that happened; what was asked for goes through [#ask].
    void tell(Seat seat, AgentEvent event) {
        if (event instanceof AgentEvent.LineFell && seat.line == Line.UP) {
            line(seat, Line.DOWN);
        }
        if (ask(seat, event) instanceof Answer.Declined declined) {
            throw new IllegalStateException(
                    declined.code() + " " + event + " in " + seat.agent.state());
        }
        boolean cutOff = seat.agent.state() instanceof AgentState.ConnectionLost;
        if (cutOff && seat.line == Line.DOWN) {
            callLine(seat);
        }
    }

    Answer ask(Seat seat, AgentEvent event) {
        return switch (AgentMachine.on(seat.agent, event)) {
            case AgentStep.Moved m -> {
                moved(seat, m.next());
                yield new Answer.Accepted();
            }
            case AgentStep.Refused r -> Answer.Declined.because(r.code(), r.sentence());
        };
    }

    private void moved(Seat seat, Agent next) {
        AgentState before = seat.agent.state();
        boolean announced = seat.agent.pauseAfterCall().isPresent();
        seat.changed |= !seat.agent.equals(next);
        seat.agent = next;
        if (!before.equals(next.state())) {
            if (before instanceof WrappingUp w) {
                bench.news.add(seat.wrappedUp(w, announced));
            }
            entered(seat);
        }
    }

    private void entered(Seat seat) {
        AgentState state = seat.agent.state();
        if (state instanceof WrappingUp s) {
            seat.front.ifPresent(f -> f.endedAt = Optional.of(s.endedAt()));
        } else if (seat.agent.attempt().isEmpty() && !(state instanceof AgentState.Previewing)) {
            seat.front = Optional.empty();
        }
        safety.submit(
                new Work.AgentChanged(
                        seat.id(), bench.policy.id(), state, seat.agent.attempt(), state.since()));
        nextOwed(seat);
    }

    /// A person is being brought to this agent: their screen is in front before they speak.
    void bring(Seat seat, CallInHand call) {
        Front front =
                seat.front
                        .filter(f -> f.attempt.equals(Optional.of(call.id())))
                        .orElseGet(() -> new Front(Optional.of(call.id())));
        front.answeredAt = call.call.known().answeredAt();
        front.answeredNanos = call.answeredNanos;
        front.screen = front.screen.or(() -> call.screen);
        front.duties = call.duties;
        if (!front.verified) {
            front.verifiedBy(call.verifiedBy);
        }
        seat.front = Optional.of(front);
        seat.missed = Optional.empty();
        seat.changed = true;
    }

    void joined(Seat seat, CallInHand call, AgentEvent.Joined event) {
        boolean free = seat.agent.attempt().isEmpty();
        if (free || seat.agent.has(call.id())) {
            giveBackPreview(seat, "CALL_WENT_ON");
            bring(seat, call);
            seat.segment = call.lead.segment();
            seat.front.ifPresent(
                    f -> f.conversedAt = call.call.known().connectedAt().or(() -> f.conversedAt));
        }
        tell(seat, event);
    }

    void recordingBegan(Seat seat, AttemptId attempt) {
        seat.front
                .filter(f -> f.attempt.equals(Optional.of(attempt)))
                .ifPresent(f -> f.recording = true);
        seat.changed = true;
    }

    /// A conversation of this agent is over. When it is not the one in front of them, it is owed.
    void owe(AgentId agent, CallInHand call, Instant endedAt) {
        Instant conversedAt = call.call.known().connectedAt().orElse(endedAt);
        Undisposed conversation =
                new Undisposed(
                        call.id(),
                        call.account,
                        call.phone,
                        conversedAt,
                        endedAt,
                        "",
                        call.verifiedBy);
        bench.seat(agent)
                .filter(seat -> !seat.isOffline())
                .ifPresentOrElse(
                        seat -> owe(seat, conversation),
                        () -> bench.looseEnds.left(agent, conversation));
    }

    private void owe(Seat seat, Undisposed conversation) {
        if (!isOwed(seat, conversation.attempt())) {
            seat.owed.add(conversation);
            nextOwed(seat);
        }
    }

    /// A call this agent was waiting for, or had, is over: who ended it, or that it reached nobody.
    void over(Seat seat, CallInHand call, Call.Ended end) {
        seat.front
                .filter(f -> f.attempt.equals(Optional.of(call.id())))
                .ifPresent(f -> f.hungUpBy = end.hungUpBy());
        if (!end.known().conversed() && seat.agent.has(call.id())) {
            Optional<ScreenPop> screen = call.screen;
            seat.missed =
                    Optional.of(
                            new Missed(
                                    call.id(),
                                    screen.map(s -> s.person().fullName()).orElse(""),
                                    screen.map(s -> s.dialed().number()),
                                    end.outcome(),
                                    end.declined(),
                                    end.hungUpBy(),
                                    end.since()));
        }
        seat.changed = true;
    }

    private static boolean isOwed(Seat seat, AttemptId attempt) {
        return seat.agent.has(attempt)
                || seat.owed.stream().anyMatch(u -> u.attempt().equals(attempt));
    }

    /// An agent who has no call in hand first records what is still owed.
    private void nextOwed(Seat seat) {
        boolean free =
                seat.agent.state() instanceof AgentState.NotReady
                        || seat.agent.state() instanceof AgentState.Ready;
        if (free && !seat.asking && !seat.owed.isEmpty()) {
            Undisposed owed = seat.owed.remove();
            seat.segment = "";
            Front front = new Front(Optional.of(owed.attempt()));
            front.conversedAt = Optional.of(owed.conversedAt());
            front.hungUpBy = owed.hungUpBy();
            front.verifiedBy(owed.verifiedBy());
            seat.front = Optional.of(front);
            tell(seat, new AgentEvent.OwesDisposition(owed.attempt(), owed.endedAt(), bench.now));
            safety.submit(
                    new Work.LoadScreen(
                            Optional.of(owed.attempt()),
                            Optional.of(seat.id()),
                            owed.account(),
                            owed.phone(),
                            CallReason.open("Its disposition is still missing.")));
        }
    }

    void giveBackPreview(Seat seat, String reason) {
        if (seat.agent.state() instanceof AgentState.Previewing p) {
            safety.submit(new Work.GiveBack(bench.policy.id(), seat.id(), p.offer(), reason));
            tell(seat, new AgentEvent.OfferGone(bench.now));
        }
    }

    /// The agent has logged out: the line goes down and the seat is free.
    void leave(Seat seat) {
        if (seat.line != Line.DOWN) {
            bench.telephone.hangUpLine(seat.member.line());
        }
        seat.watcher.ifPresent(w -> w.dismissed("Logged out.", bench.now));
        bench.seats.remove(seat.id());
        bench.routes.deskIsGone(seat.id(), seat.member.line().number());
    }

    /// Calls the agent's phone into its room, where it stays.
    void callLine(Seat seat) {
        if (seat.line == Line.DOWN) {
            line(seat, Line.RINGING);
            bench.telephone.callLine(seat.member.line());
        }
    }

    /// Calls the softphone in the page: an answer proves no sound.
    void callSoftphone(Seat seat) {
        if (seat.registered && seat.line == Line.DOWN && safety.linkUp()) {
            soundWent(seat);
            callLine(seat);
        }
    }

    void line(Seat seat, Line line) {
        seat.line = line;
        seat.lineSince = bench.now;
        seat.changed = true;
    }

    /// Lines that ring too long, pages that do not come back, previews that nobody decides on,
    /// agents whose last call is over.
    void runOut() {
        for (Seat seat : List.copyOf(bench.seats.values())) { // some leave
            seat.watcher.filter(w -> !w.isThere()).ifPresent(w -> watcherGone(seat, w));
            if (seat.line == Line.RINGING
                    && isPast(seat.lineSince.plus(bench.limits.lineRingsFor()))) {
                line(seat, Line.DOWN);
            }
            boolean absent =
                    seat.watcher.isEmpty()
                            && isPast(seat.watchedSince.plus(bench.limits.absence()));
            boolean idle =
                    seat.agent.state() instanceof AgentState.Ready
                            || seat.agent.state() instanceof AgentState.Previewing;
            if (absent && idle && !seat.asking) {
                giveBackPreview(seat, "ABSENT");
                ask(seat, new AgentEvent.Paused(PauseReason.TECHNICAL, bench.now));
            }
            runOutPreview(seat);
            leaveEmpty(seat);
        }
    }

    /// Whoever only looked in, or closed the browser, does not stay on the floor for ever; whoever
    /// announced to log out does so, and the page hears why it is dismissed.
    private void leaveEmpty(Seat seat) {
        boolean left =
                seat.watcher.isEmpty()
                        && isPast(seat.watchedSince.plus(bench.limits.leave()))
                        && seat.agent.state() instanceof AgentState.NotReady;
        boolean gone = left || AgentMachine.leaves(seat.agent);
        if (gone && !seat.asking && seat.owed.isEmpty()) {
            show(seat);
            ask(seat, new AgentEvent.LoggedOut(bench.now));
            leave(seat);
        }
    }

    private void runOutPreview(Seat seat) {
        boolean over =
                seat.agent.state() instanceof AgentState.Previewing p
                        && p.until().filter(this::isPast).isPresent();
        if (over && !seat.asking) {
            giveBackPreview(seat, "TIME_OUT");
            ask(seat, new AgentEvent.Paused(PauseReason.PREVIEW_RAN_OUT, bench.now));
        }
    }

    private boolean isPast(Instant deadline) {
        return !deadline.isAfter(bench.now);
    }

    void lineRose(Seat seat) {
        if (seat.line != Line.UP) {
            line(seat, Line.UP);
        }
        tell(seat, new AgentEvent.LineRose(bench.now));
    }

    void lineFell(Seat seat) {
        line(seat, Line.DOWN);
        if (!seat.asking) {
            giveBackPreview(seat, "LINE_LOST");
        }
        tell(seat, new AgentEvent.LineFell(bench.now));
    }

    /// No sound arrives at the softphone: nobody is brought to it.
    void soundWent(Seat seat) {
        if (!seat.asking) {
            giveBackPreview(seat, "NO_SOUND");
        }
        tell(seat, new AgentEvent.SoundWent(bench.now));
    }

    /// Shows every desk that changed to its page, the answer's instant with the first sight of its
    /// account.
    void publish() {
        bench.seats.values().forEach(this::show);
    }

    /// Shows a desk that changed now; the others follow at the end of the tick.
    void show(Seat seat) {
        if (seat.changed) {
            seat.changed = false;
            seat.revision++;
            publish(seat);
        }
    }

    private void publish(Seat seat) {
        DeskSnapshot desk = seat.snapshot(bench.policy, bench.noCalls, bench.now);
        bench.routes.desk(desk);
        Optional<Long> nanos =
                seat.front
                        .filter(f -> f.pushedAt.isEmpty() && desk.call().isPresent())
                        .filter(f -> f.screen.isPresent())
                        .flatMap(f -> f.answeredNanos);
        if (seat.watcher.isPresent()) {
            if (nanos.isPresent()) {
                seat.front.ifPresent(f -> f.pushedAt = Optional.of(bench.now));
            }
            seat.watcher.get().changed(desk, nanos);
        }
    }
}
