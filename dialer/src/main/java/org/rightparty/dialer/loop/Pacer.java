package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.agent.AgentEvent;
import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.dialer.call.Call;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Orders permits: as many as the pace says, one for each preview that an agent dials, and shows
/// agents what to dial next.
final class Pacer {
    /// How long a pool that had nothing is left alone.
    private static final Duration EMPTY_POOL_REST = Duration.ofSeconds(2);

    /// The attempt was taken for a stray meanwhile.
    static final String TOO_LATE = "The database took too long. Nothing was dialed.";

    private static final Duration NO_OFFER_REST = Duration.ofSeconds(5);

    private final Bench bench;
    private final Safety safety;
    private final Seats seats;
    private final Calls calls;
    private final SingleCalls single;
    private final Learning learning;
    private final Function<Mode, Pace> paces;
    private final Map<Mode, Pace> byMode = new EnumMap<>(Mode.class);
    private int ordered;
    private Instant restUntil = Instant.MIN;
    private Optional<CallBook.Abandonment> window = Optional.empty();
    private Optional<NoCalls> lacks = Optional.empty();
    private String reason = "Starting.";

    Pacer(
            Bench bench,
            Safety safety,
            Seats seats,
            Calls calls,
            SingleCalls single,
            Learning learning,
            Function<Mode, Pace> paces) {
        this.bench = bench;
        this.safety = safety;
        this.seats = seats;
        this.calls = calls;
        this.single = single;
        this.learning = learning;
        this.paces = paces;
    }

    String reason() {
        return reason;
    }

    CallBook.Abandonment window() {
        return window.orElse(new CallBook.Abandonment(0, 0));
    }

    void windowRead(CallBook.Abandonment read, Optional<NoCalls> poolLacks) {
        window = Optional.of(read);
        lacks = poolLacks;
    }

    /// Dials now, when that is allowed and somebody may answer it.
    void tick() {
        Optional<NoCalls> noCalls = safety.noCalls().or(() -> lacks);
        if (!noCalls.equals(bench.noCalls)) {
            bench.noCalls = noCalls;
            bench.seats.values().forEach(s -> s.changed = true);
        }
        Optional<String> whyNot = safety.whyNot();
        single.runOut(whyNot);
        if (whyNot.isPresent()) {
            reason = whyNot.get();
        } else if (window.isEmpty()) {
            reason = "Abandonment has not been read yet.";
        } else {
            offerPreviews();
            Floor floor = floor();
            PaceDecision decision = pace().decide(floor);
            bench.news.clear();
            reason = decision.reason();
            order(Math.min(decision.dials(), most(floor)));
        }
    }

    /// Whatever the pace says: one to one when the budget for abandonment is spent.
    private static int most(Floor floor) {
        return floor.window().isSpent() ? floor.oneToOne() : Math.max(0, floor.trunkRoom());
    }

    private Pace pace() {
        return byMode.computeIfAbsent(bench.policy.mode(), paces);
    }

    private void order(int dials) {
        int most = Math.min(dials, bench.limits.dialsPerTickMax());
        int count = most - single.order(most);
        if (count > 0 && ordered == 0 && !bench.now.isBefore(restUntil)) {
            ordered = bench.room.book(count);
            if (ordered > 0) {
                safety.submit(new Work.Reserve(bench.policy.id(), bench.policy.mode(), ordered));
            }
        }
    }

    /// The permits of one order came, in time or not.
    void reserved(Result.Reserved result) {
        boolean none = true;
        for (Pool.Drawn drawn : result.drawn()) {
            switch (drawn.reservation()) {
                case Reservation.Granted g -> {
                    none = false;
                    bench.facts.permitGranted(bench.policy.id());
                    calls.begin(g.attempt(), Optional.empty(), safety.whyNot());
                    bench.call(g.attempt().id()).ifPresent(call -> loadScreen(call, drawn.why()));
                }
                case Reservation.Denied d ->
                        bench.facts.permitRefused(bench.policy.id(), d.reason().code());
                case Reservation.Busy _ -> {}
            }
        }
        settle();
        if (none) {
            restUntil = bench.now.plus(EMPTY_POOL_REST);
        }
    }

    void reserveFailed() {
        settle();
    }

    private void settle() {
        bench.room.settle(ordered);
        ordered = 0;
    }

    private void loadScreen(CallInHand call, String why) {
        safety.submit(
                new Work.LoadScreen(
                        Optional.of(call.id()), Optional.empty(), call.account, call.phone, why));
    }

    /// An agent's own call came back from the gate: placed, or refused with the gate's sentence.
    void dialed(Work.DialFor work, Result.Dialed result) {
        Optional<Seat> seat = bench.seat(work.agent());
        seat.ifPresent(s -> s.asking = false);
        switch (result.reservation()) {
            case Reservation.Granted g -> granted(work, g, result, seat);
            case Reservation.Denied d -> {
                bench.facts.permitRefused(bench.policy.id(), d.reason().code());
                refused(work, seat, d.reason().code(), d.reason().sentence());
            }
            case Reservation.Busy _ ->
                    refused(work, seat, "BUSY", busy(result.holder(), bench.now));
        }
    }

    /// Who has this person on a call.
    static String busy(Optional<CallBook.Holder> holder, Instant now) {
        return holder.map(h -> held(h, Duration.between(h.since(), now)))
                .orElse("Somebody else is about to call this person. Try again in a moment.");
    }

    private static String held(CallBook.Holder holder, Duration since) {
        String whose = holder.agent().map(name -> name + " has").orElse("The program has");
        return whose + " had this person on a call for " + words(since) + ".";
    }

    /// `3 min 20 s`
    private static String words(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private void granted(
            Work.DialFor work, Reservation.Granted g, Result.Dialed result, Optional<Seat> seat) {
        bench.facts.permitGranted(bench.policy.id());
        boolean late = calls.isKnown(g.attempt().id());
        Optional<String> whyNot =
                late ? Optional.of(TOO_LATE) : safety.cannot().or(() -> unable(seat));
        if (whyNot.isEmpty()) {
            Seat s = seat.orElseThrow();
            Front front = new Front(Optional.of(g.attempt().id()));
            front.screen = Optional.of(result.screen());
            s.front = Optional.of(front);
            seats.tell(s, new AgentEvent.Dialed(g.attempt().id(), bench.now));
        }
        if (!late) {
            calls.begin(g.attempt(), Optional.of(result.screen()), whyNot);
        }
        bench.room.settle(1);
        work.answer()
                .complete(
                        whyNot.<Answer>map(why -> Answer.Declined.because("CANNOT_DIAL", why))
                                .orElse(new Answer.Accepted()));
    }

    private static Optional<String> unable(Optional<Seat> seat) {
        boolean able =
                seat.filter(s -> s.agent.lineUp() && s.agent.attempt().isEmpty() && !s.isOffline())
                        .isPresent();
        return able ? Optional.empty() : Optional.of("You cannot take this call now.");
    }

    private void refused(Work.DialFor work, Optional<Seat> seat, String code, String sentence) {
        bench.room.settle(1);
        if (work.mode() == Mode.PREVIEW) {
            seat.ifPresent(s -> seats.giveBackPreview(s, code));
        }
        work.answer().complete(Answer.Declined.because(code, sentence));
    }

    void dialMissed(Work.DialFor work, String code, String sentence) {
        bench.seat(work.agent()).ifPresent(s -> s.asking = false);
        bench.room.settle(1);
        work.answer().complete(Answer.Declined.because(code, sentence));
    }

    private void offerPreviews() {
        if (bench.policy.mode() == Mode.PREVIEW) {
            for (Seat seat : List.copyOf(bench.seats.values())) {
                boolean due = !bench.now.isBefore(seat.nextOfferAt);
                if (seat.takesCalls() && !seat.offerOrdered && due) {
                    seat.offerOrdered = true;
                    safety.submit(new Work.OfferNext(bench.policy.id(), seat.id()));
                }
            }
        }
    }

    void offered(Work.OfferNext work, Result.Offered result) {
        Optional<Seat> seat = bench.seat(work.agent());
        seat.ifPresent(s -> s.offerOrdered = false);
        boolean taken = seat.filter(Seat::takesCalls).isPresent();
        if (result.offer().isPresent() && !taken) {
            safety.submit(
                    new Work.GiveBack(
                            bench.policy.id(), work.agent(), result.offer().get(), "NOT_READY"));
        } else if (result.offer().isPresent()) {
            show(seat.orElseThrow(), result.offer().get());
        } else {
            seat.ifPresent(s -> s.nextOfferAt = bench.now.plus(NO_OFFER_REST));
        }
    }

    private void show(Seat seat, Offer offer) {
        seat.front = Optional.of(new Front(Optional.empty()));
        Optional<Instant> until = Optional.of(bench.now.plus(bench.limits.previewFor()));
        seats.tell(seat, new AgentEvent.Offered(offer, until, bench.now));
        safety.submit(
                new Work.LoadScreen(
                        Optional.empty(),
                        Optional.of(seat.id()),
                        offer.account(),
                        offer.phone(),
                        offer.why()));
    }

    private Floor floor() {
        CallBook.Abandonment read = window();
        int late = learning.abandonedOfLate();
        int waiting =
                (int)
                        bench.calls.values().stream()
                                .filter(c -> c.call instanceof Call.Waiting)
                                .count();
        return new Floor(
                bench.now,
                learning.dials(),
                ordered + single.ordered(),
                agents(),
                waiting,
                new Floor.Window(read.answered(), read.abandoned() + late, bench.policy.ceiling()),
                Math.min(
                        bench.limits.callsInFlightMax() - bench.calls.size(), bench.room.offered()),
                bench.news);
    }

    private List<Floor.Seat> agents() {
        List<Floor.Seat> agents = new ArrayList<>();
        for (Seat seat : bench.seats.values()) {
            Duration age = Duration.between(seat.agent.state().since(), bench.now);
            agents.add(new Floor.Seat(work(seat), age));
        }
        return agents;
    }

    private static Floor.Work work(Seat seat) {
        return switch (seat.agent.state()) {
            case AgentState.Offline _, AgentState.NotReady _ -> Floor.Work.PAUSED;
            case AgentState.Ready _ ->
                    seat.takesCalls()
                            ? Floor.Work.READY
                            : seat.asking ? Floor.Work.OWN_CALL : Floor.Work.PAUSED;
            case AgentState.Previewing _, AgentState.Dialing _ -> Floor.Work.OWN_CALL;
            case AgentState.Reserved _ -> Floor.Work.CONNECTING;
            case AgentState.Talking _, AgentState.Holding _, AgentState.ConnectionLost _ ->
                    Floor.Work.TALKING;
            case AgentState.WrappingUp _ -> Floor.Work.WRAPPING_UP;
        };
    }
}
