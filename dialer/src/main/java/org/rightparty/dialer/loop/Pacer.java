package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.Reservation;
import org.rightparty.console.agent.AgentEvent;
import org.rightparty.console.agent.Offer;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.CallReason;
import org.rightparty.console.desk.NoCalls;
import org.rightparty.console.floor.FloorView.PaceFigure;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.pacing.TrunkHealth;
import org.rightparty.vocabulary.DialPath;
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
    private final FloorNow floorNow;
    private final Function<Mode, Pace> paces;
    private final Map<Mode, Pace> byMode = new EnumMap<>(Mode.class);
    private int ordered;
    private Instant restUntil = Instant.MIN;
    private Optional<CallBook.Abandonment> window = Optional.empty();
    private Optional<NoCalls> lacks = Optional.empty();
    private Optional<String> whyNot = Optional.of("Starting.");
    private Optional<PaceDecision> last = Optional.empty();

    Pacer(
            Bench bench,
            Safety safety,
            Seats seats,
            Calls calls,
            SingleCalls single,
            FloorNow floorNow,
            Function<Mode, Pace> paces) {
        this.bench = bench;
        this.safety = safety;
        this.seats = seats;
        this.calls = calls;
        this.single = single;
        this.floorNow = floorNow;
        this.paces = paces;
    }

    /// Why as many are dialed as are, in a sentence.
    String reason() {
        return whyNot.or(this::cutOff).or(() -> last.map(PaceDecision::reason)).orElse("Starting.");
    }

    private Optional<String> cutOff() {
        return bench.room.tell(TrunkHealth::isCutOff)
                ? Optional.of(
                        "No trunk brings calls anywhere; one call in ten seconds tries whether one"
                                + " is back.")
                : Optional.empty();
    }

    /// What the pace rests on; nothing while it is not asked.
    List<PaceFigure> figures() {
        if (whyNot.isPresent() || last.isEmpty()) {
            return List.of();
        }
        List<PaceFigure> figures = new ArrayList<>();
        last.get().reasons().table().forEach((n, v) -> figures.add(new PaceFigure(n, v)));
        return figures;
    }

    CallBook.Abandonment window() {
        return window.orElse(new CallBook.Abandonment(0, 0));
    }

    void windowRead(Result.WindowRead read) {
        window = Optional.of(read.abandonment());
        lacks = read.lacks();
        floorNow.expects(read.callbacks());
    }

    /// Dials now, when that is allowed and somebody may answer it; not while an order is out.
    void tick() {
        tellWhyNobody();
        whyNot = safety.whyNot().or(this::unread);
        single.runOut(whyNot);
        if (whyNot.isEmpty()) {
            offerPreviews();
        }
        if (whyNot.isEmpty() && ordered == 0) {
            Floor floor = floorNow.read(single.ordered(), most(), window());
            PaceDecision decision = pace().decide(floor);
            bench.news.clear();
            last = Optional.of(decision);
            order(Math.min(decision.dials(), allowed(floor)));
        }
    }

    /// Desks learn why nobody is called, and that somebody is again.
    private void tellWhyNobody() {
        Optional<NoCalls> noCalls = safety.noCalls().or(() -> lacks);
        if (!noCalls.equals(bench.noCalls)) {
            bench.noCalls = noCalls;
            bench.seats.values().forEach(s -> s.changed = true);
        }
    }

    private Optional<String> unread() {
        return window.isEmpty()
                ? Optional.of("Abandonment has not been read yet.")
                : Optional.empty();
    }

    /// How many calls can be ordered now: only those that somebody asked for while the pool rests.
    private int most() {
        int most = bench.limits.dialsPerTickMax();
        return isResting() ? Math.min(single.waiting(), most) : most;
    }

    private boolean isResting() {
        return bench.now.isBefore(restUntil);
    }

    /// Whatever the pace says: one to one when the budget for abandonment is spent.
    private static int allowed(Floor floor) {
        return floor.isSpent() ? floor.oneToOne() : floor.room().calls();
    }

    private Pace pace() {
        return byMode.computeIfAbsent(bench.policy.mode(), paces);
    }

    private void order(int dials) {
        int count = dials - single.order(dials);
        if (count > 0 && !isResting()) {
            ordered = bench.room.book(count);
            if (ordered > 0) {
                safety.submit(new Work.Reserve(bench.policy.id(), bench.policy.mode(), ordered));
            }
        }
    }

    /// The permits of one order came, in time or not. Whatever goes wrong with one, the next order
    /// may follow.
    void reserved(Result.Reserved result) {
        try {
            begin(result);
        } finally {
            settle();
        }
    }

    private void begin(Result.Reserved result) {
        boolean none = true;
        for (Pool.Drawn drawn : result.drawn()) {
            switch (drawn.reservation()) {
                case Reservation.Granted g -> {
                    none = false;
                    bench.facts.permitGranted(bench.policy.id());
                    floorNow.drew(drawn.lead());
                    calls.begin(g.attempt(), Optional.empty(), safety.whyNot());
                    CallReason why = reason(g.request().path(), drawn.why());
                    bench.call(g.attempt().id()).ifPresent(call -> begun(call, drawn, why));
                }
                case Reservation.Denied d ->
                        bench.facts.permitRefused(bench.policy.id(), d.reason().code());
                case Reservation.Busy _ -> {}
            }
        }
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

    private void begun(CallInHand call, Pool.Drawn drawn, CallReason why) {
        call.lead = drawn.lead();
        loadScreen(call, why);
    }

    /// A callback was asked for, so it may be spoken of; any other reason of selection may hint at
    /// the debt.
    static CallReason reason(DialPath path, String why) {
        return path == DialPath.CALLBACK ? CallReason.open(why) : CallReason.confidential(why);
    }

    private void loadScreen(CallInHand call, CallReason why) {
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
                        reason(offer.path(), offer.why())));
    }
}
