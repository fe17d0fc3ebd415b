package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.holds.Barred;
import org.rightparty.console.agent.AgentEvent;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.desk.DeskSnapshot.Line;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.dialer.call.Call;
import org.rightparty.dialer.call.CallDeadlines;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.dialer.call.CallMachine;
import org.rightparty.dialer.call.CallOrder;
import org.rightparty.dialer.call.CallOrders;
import org.rightparty.dialer.call.Effect;
import org.rightparty.dialer.call.Known;
import org.rightparty.dialer.call.Messages;
import org.rightparty.dialer.call.Step;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The campaign's calls: steps their machine and does what it says.
final class Calls {
    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    /// After a broken line is back, how long the move into its room may be under way.
    private static final Duration RECONNECT_AFTER = Duration.ofSeconds(1);

    /// Calls that ended of late: should the telephone system still have one, it is hung up.
    private static final int ENDED_KEPT_MAX = 5_000;

    private final Bench bench;
    private final Safety safety;
    private final Seats seats;
    private final Learning learning;
    private final Bars bars = new Bars();
    private final HandOvers handOvers;
    private final Map<AttemptId, Instant> ended = new LinkedHashMap<>();

    /// Calls whose person is with no agent, so that nobody has to look through all of them.
    private final Set<CallInHand> unserved = new LinkedHashSet<>();

    /// No deadline of any call is before this.
    private Instant nextDeadline = Instant.MAX;

    Calls(Bench bench, Safety safety, Seats seats, Learning learning) {
        this.bench = bench;
        this.safety = safety;
        this.seats = seats;
        this.learning = learning;
        this.handOvers = new HandOvers(bench, this);
    }

    /// Places a reserved attempt now, or, when dialing has stopped meanwhile, says that it was not
    /// placed.
    void begin(Attempt attempt, Optional<ScreenPop> screen, Optional<String> whyNot) {
        Optional<String> barred = bars.forbids(attempt) ? Optional.of("barred") : Optional.empty();
        Step step =
                whyNot.or(() -> barred)
                        .map(why -> CallMachine.withhold(attempt, why, bench.now))
                        .orElseGet(() -> CallMachine.begin(attempt, bench.now));
        CallInHand call =
                new CallInHand(
                        step.next(),
                        attempt.consumer(),
                        attempt.account(),
                        attempt.phone(),
                        attempt.transferredFrom());
        call.screen = screen;
        call.duties = new Duties(attempt.obligations());
        bench.calls.put(attempt.id(), call);
        watch(call);
        bench.routes.callIsHere(attempt.id());
        perform(call, step);
    }

    /// Takes over a call from before a restart.
    void adopt(CallBook.OpenAttempt open) {
        Known known =
                new Known(
                        new Known.Placed(
                                open.attempt(),
                                open.placedAt(),
                                bench.policy.ringSeconds(),
                                Optional.empty()),
                        new Known.Heard(
                                open.answeredAt().isPresent(),
                                open.answeredAt().isPresent(),
                                false,
                                false,
                                ""),
                        new Known.Met(
                                open.answeredAt(),
                                Optional.empty(),
                                open.transferredFrom().isEmpty() ? open.agent() : Optional.empty(),
                                open.connectedAt()));
        Call adopted = CallMachine.adopt(known, bench.now);
        CallInHand call =
                new CallInHand(
                        adopted,
                        open.consumer(),
                        open.account(),
                        open.phone(),
                        open.transferredFrom());
        call.verifiedBy = open.verifiedBy();
        if (known.conversed()) {
            call.duties = new Duties(List.of()); // its recording began or did not
        }
        bench.calls.put(open.attempt(), call);
        watch(call);
        bench.routes.callIsHere(open.attempt());
    }

    /// Whether it is up or was until lately, so that it needs no adopting.
    boolean isKnown(AttemptId attempt) {
        return bench.calls.containsKey(attempt) || ended.containsKey(attempt);
    }

    void told(CallEvent event) {
        bench.call(event.call())
                .ifPresentOrElse(
                        call -> {
                            if (event instanceof CallEvent.Answered a) {
                                call.answeredNanos = Optional.of(a.readNanos());
                            }
                            move(call, CallMachine.told(call.call, event));
                        },
                        () -> log.debug("call.unknown call={}", event.call()));
    }

    void order(AttemptId attempt, CallOrder order) {
        bench.call(attempt).ifPresent(call -> move(call, CallOrders.ordered(call.call, order)));
    }

    /// What the telephone system said of everything that is up.
    ///
    /// @return whether a call is missing for the first time: its hang-up may be on the way yet
    boolean reconcile(List<LiveCall> live, Instant at) {
        return new Reconciling(bench, this::move, ended::containsKey).reconcile(live, at);
    }

    /// Deadlines. While the link is down nothing can be seen, so only hang-ups of our own run out.
    void runOut() {
        if (nextDeadline.isAfter(bench.now)) {
            return;
        }
        for (CallInHand call : List.copyOf(bench.calls.values())) {
            boolean seen = safety.linkUp() || call.call instanceof Call.Ending;
            if (seen && !call.call.deadline().isAfter(bench.now)) {
                move(call, CallDeadlines.late(call.call, bench.now));
            }
        }
        nextDeadline = Instant.MAX;
        bench.calls.values().forEach(this::watch);
    }

    /// Keeps in view whose person is with no agent, and which deadline comes next.
    private void watch(CallInHand call) {
        if (call.call instanceof Call.Waiting || call.call instanceof Call.LineLost) {
            unserved.add(call);
        } else {
            unserved.remove(call);
        }
        if (call.call.deadline().isBefore(nextDeadline)) {
            nextDeadline = call.call.deadline();
        }
    }

    /// Brings every person who waits to an agent, the longest waiting first, before anything is
    /// dialed.
    void serve() {
        List<CallInHand> waiting = new ArrayList<>();
        for (CallInHand call : List.copyOf(unserved)) {
            if (call.call instanceof Call.Waiting) {
                waiting.add(call);
            } else if (call.call instanceof Call.LineLost lost) {
                reconnect(call, lost);
            }
        }
        waiting.sort(Comparator.comparing(c -> c.call.since()));
        waiting.forEach(this::serve);
    }

    private void serve(CallInHand call) {
        if (call.transferredFrom.isPresent()) {
            handOvers.answered(call);
            return;
        }
        Optional<Seat> own =
                call.call.known().dialedBy().flatMap(bench::seat).filter(s -> awaits(s, call));
        own.or(seats::longestReady)
                .ifPresent(seat ->
                        order(call.id(), new CallOrder.ConnectTo(seat.member.line(), bench.now)));
    }

    private static boolean awaits(Seat seat, CallInHand call) {
        return seat.agent.state() instanceof AgentState.Dialing s
                && s.attempt().equals(call.id())
                && seat.line == Line.UP;
    }

    private void reconnect(CallInHand call, Call.LineLost lost) {
        boolean lineBack =
                bench.seat(lost.line().agent())
                        .filter(s -> s.line == Line.UP && s.agent.has(call.id()))
                        .isPresent();
        if (lineBack && !bench.now.isBefore(lost.since().plus(RECONNECT_AFTER))) {
            order(call.id(), new CallOrder.ConnectTo(lost.line(), bench.now));
        }
    }

    /// A supervisor stopped the campaign: what nobody has picked up ends.
    void endRinging() {
        for (CallInHand call : List.copyOf(bench.calls.values())) {
            if (isRinging(call.call)) {
                order(call.id(), new CallOrder.End("DIALER", bench.now));
            }
        }
    }

    /// Somebody must not be called any more: what they have not answered ends, and what was granted
    /// and is not placed yet will not be.
    void bar(Barred barred) {
        bars.add(barred, bench.now);
        for (CallInHand call : List.copyOf(bench.calls.values())) {
            if (isUnanswered(call.call) && barred.covers(call.consumer, call.account, call.phone)) {
                log.info("call.barred call={}", call.id());
                note(call.id(), new Effect.Note("barred", bench.now, Optional.empty(), Map.of()));
                order(call.id(), new CallOrder.End("DIALER", bench.now));
            }
        }
    }

    private static boolean isUnanswered(Call call) {
        return isRinging(call) || call instanceof Call.Screening;
    }

    private static boolean isRinging(Call call) {
        return call instanceof Call.Dialing || call instanceof Call.Ringing;
    }

    private void move(CallInHand call, Step step) {
        Call before = call.call;
        call.call = step.next();
        watch(call);
        learning.saw(call, before);
        handOvers.saw(call, before);
        perform(call, step);
    }

    private void perform(CallInHand call, Step step) {
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.Originate e -> originate(call, e.attempt());
                case Effect.Connect e -> bench.telephone.connect(call.id(), e.line());
                case Effect.Hold _ -> bench.telephone.hold(call.id());
                case Effect.Pair e -> bench.telephone.pair(call.id(), e.outside());
                case Effect.HangUp _ -> bench.telephone.hangUp(call.id());
                case Effect.StartRecording _ -> startRecording(call);
                case Effect.Resynchronise _ -> safety.wantResync();
                case Effect.Take e -> safety.submit(new Work.Take(call.id(), e.agent()));
                case Effect.Note e -> note(call.id(), e);
                case Effect.Tell e -> tell(call, e);
                case Effect.End e -> end(call, e.ended());
            }
        }
    }

    private void originate(CallInHand call, Attempt attempt) {
        Dialing dialing =
                new Dialing(
                        attempt.callerId(),
                        attempt.ringSeconds(),
                        bench.policy.screening(),
                        messages(attempt));
        call.callerId = Optional.of(attempt.callerId());
        bench.telephone.originate(attempt, dialing);
        call.trunk = bench.room.trunkOf(attempt.id()).orElse("");
    }

    /// What a machine leaves is a prerecorded voice: only where the permit would let a machine dial
    /// ahead too, and no duty forbids a message.
    private Messages messages(Attempt attempt) {
        Messages inForce = bench.announcements.of(bench.policy.id());
        boolean may =
                attempt.modes().contains(Mode.PREDICTIVE)
                        && !new Duties(attempt.obligations()).has(Duties.NO_VOICEMAIL);
        return may ? inForce : inForce.forPeopleOnly();
    }

    private void startRecording(CallInHand call) {
        if (call.duties.mayRecord(bench.policy)) {
            bench.telephone.record(call.id());
        }
    }

    /// The agent says that everybody on the line was told of the recording.
    void announced(CallInHand call) {
        call.duties.announce();
        startRecording(call);
    }

    void note(AttemptId attempt, Effect.Note e) {
        if (e.kind().equals("recording-began")) {
            e.agent().flatMap(bench::seat).ifPresent(seat -> seats.recordingBegan(seat, attempt));
        }
        safety.submit(
                new Work.Note(
                        new CallBook.Happening(attempt, e.at(), e.kind(), e.agent(), e.detail())));
    }

    private void tell(CallInHand call, Effect.Tell e) {
        Optional<Seat> seat = bench.seat(e.agent());
        if (e.event() instanceof AgentEvent.Joined joined && seat.isPresent()) {
            seats.joined(seat.get(), call, joined);
        } else if (e.event() instanceof AgentEvent.PersonComes && seat.isPresent()) {
            seats.bring(seat.get(), call);
            seats.tell(seat.get(), e.event());
            seats.show(seat.get());
        } else {
            seat.ifPresent(s -> seats.tell(s, e.event()));
        }
    }

    private void end(CallInHand call, Call.Ended end) {
        Known known = end.known();
        log.info("call.ended call={} outcome={}", call.id(), end.outcome());
        bench.calls.remove(call.id());
        bench.routes.callIsGone(call.id());
        remember(call.id());
        bench.facts.attemptEnded(bench.policy.id(), end.outcome());
        safety.submit(
                new Work.End(
                        new CallBook.Ending(
                                call.id(),
                                known.placedAt(),
                                end.outcome(),
                                end.since(),
                                known.answeredAt(),
                                known.conversed() ? known.agent() : Optional.empty(),
                                known.connectedAt(),
                                end.cause(),
                                end.sipCode(),
                                end.hungUpBy(),
                                known.heard().recording(),
                                end.source())));
        Optional<Seat> seat = known.agent().flatMap(bench::seat);
        seat.ifPresent(s -> seats.over(s, call, end));
        if (known.conversed() && !call.handedOver) {
            known.agent().ifPresent(agent -> seats.owe(agent, call, end.since()));
        }
    }

    private void remember(AttemptId attempt) {
        ended.put(attempt, bench.now);
        if (ended.size() > ENDED_KEPT_MAX) {
            ended.remove(ended.keySet().iterator().next());
        }
    }
}
