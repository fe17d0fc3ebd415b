package org.rightparty.dialer.loop;

import org.rightparty.console.agent.AgentState;
import org.rightparty.dialer.call.Call;
import org.rightparty.dialer.loop.Roster.OwnCallback;
import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.Floor.Stage;
import org.rightparty.dialer.pacing.Lead;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The floor as the pace is shown it: read from what the loop has before it.
final class FloorNow {
    private static final double NEXT_MEMORY = 50;

    private final Bench bench;
    private final Learning learning;
    private final Ways ways;
    private Lead next = Lead.USUAL;
    private List<OwnCallback> callbacks = List.of();

    FloorNow(Bench bench, Learning learning, Ways ways) {
        this.bench = bench;
        this.learning = learning;
        this.ways = ways;
    }

    /// Selection gave this number: the next will be of the same part of the list, and about as good
    /// as the last fifty.
    void drew(Lead lead) {
        double odds = next.odds() + (lead.odds() - next.odds()) / NEXT_MEMORY;
        next = new Lead(lead.segment(), odds, lead.hour());
    }

    /// Agents will soon make these callbacks themselves.
    void expects(List<OwnCallback> due) {
        callbacks = due;
    }

    /// @param ordered permits asked for and not yet answered
    /// @param rate calls that may be ordered now
    Floor read(int ordered, int rate, CallBook.Abandonment window) {
        List<Floor.Dial> dials = new ArrayList<>(bench.calls.size());
        int waiting = 0;
        int answered = 0;
        for (CallInHand call : bench.calls.values()) {
            switch (call.call) {
                case Call.Dialing _, Call.Ringing _, Call.Screening _, Call.Unsettled _ -> {
                    if (call.isPaced) {
                        dials.add(dial(call));
                    }
                }
                case Call.Waiting _ -> {
                    waiting += call.transferredFrom.isEmpty() ? 1 : 0;
                    answered += counted(call);
                }
                case Call.Machine _,
                        Call.Connecting _,
                        Call.Talking _,
                        Call.Parking _,
                        Call.OnHold _,
                        Call.LineLost _,
                        Call.Announcing _,
                        Call.Pairing _,
                        Call.Paired _,
                        Call.Ending _,
                        Call.Ended _ ->
                        answered += counted(call);
            }
        }
        return floor(dials, ordered, rate, waiting, window(window, answered));
    }

    private Floor floor(
            List<Floor.Dial> dials, int ordered, int rate, int waiting, Floor.Window window) {
        return new Floor(
                bench.now,
                bench.policy.aim(),
                dials,
                ordered,
                next,
                agents(),
                waiting,
                claims(),
                window,
                new Floor.Room(
                        bench.limits.callsInFlightMax() - bench.calls.size(),
                        Math.min(rate, bench.room.offered())),
                bench.news);
    }

    /// An agent who is out, or on a call of their own already, is not among those counted on.
    private Floor.Claims claims() {
        List<Duration> due = new ArrayList<>();
        for (OwnCallback callback : callbacks) {
            Optional<Floor.Work> work = bench.seat(callback.agent()).map(FloorNow::work);
            boolean counts =
                    work.filter(w -> w != Floor.Work.PAUSED && w != Floor.Work.OWN_CALL)
                            .isPresent();
            if (counts && callback.dueAt().isAfter(bench.now)) {
                due.add(Duration.between(bench.now, callback.dueAt()));
            }
        }
        return new Floor.Claims(0, due);
    }

    private Floor.Dial dial(CallInHand call) {
        return new Floor.Dial(
                Learning.phase(call.call),
                span(call.call.known().placedAt()),
                span(call.call.since()),
                ways.lead(call));
    }

    /// A person who answered and whose call the tables count only when it ends.
    private static int counted(CallInHand call) {
        return call.isPaced && call.call.known().answeredAt().isPresent() ? 1 : 0;
    }

    private Floor.Window window(CallBook.Abandonment window, int answered) {
        return new Floor.Window(
                window.answered() + answered,
                window.abandoned() + learning.abandonedOfLate(),
                window.ceiling(bench.policy.ceiling()));
    }

    private List<Floor.Seat> agents() {
        List<Floor.Seat> agents = new ArrayList<>(bench.seats.size());
        for (Seat seat : bench.seats.values()) {
            agents.add(seen(seat));
        }
        return agents;
    }

    private Floor.Seat seen(Seat seat) {
        AgentState state = seat.agent.state();
        Floor.Work work = work(seat);
        Optional<CallInHand> call =
                work == Floor.Work.TALKING
                        ? seat.agent.attempt().flatMap(bench::call)
                        : Optional.empty();
        Instant since = call.flatMap(c -> c.call.known().connectedAt()).orElse(state.since());
        Optional<Instant> verified = call.flatMap(c -> c.verifiedAt);
        Stage stage =
                call.isEmpty()
                        ? Stage.UNKNOWN
                        : verified.isPresent() ? Stage.VERIFIED : Stage.OPENING;
        return new Floor.Seat(
                seat.id(),
                work,
                seat.segment,
                span(since),
                stage,
                span(verified.orElse(since)),
                seat.agent.pauseAfterCall().isPresent());
    }

    private Duration span(Instant from) {
        return Learning.span(from, bench.now);
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
