package org.rightparty.dialer.loop;

import org.rightparty.dialer.call.Call;
import org.rightparty.dialer.call.CallReconciliation;
import org.rightparty.dialer.call.Step;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.LiveCall;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// Holds the calls in hand against what the telephone system says is up.
final class Reconciling {
    private final Bench bench;
    private final BiConsumer<CallInHand, Step> move;
    private final Predicate<AttemptId> ended;

    /// @param ended of which calls it is known that they have ended
    Reconciling(Bench bench, BiConsumer<CallInHand, Step> move, Predicate<AttemptId> ended) {
        this.bench = bench;
        this.move = move;
        this.ended = ended;
    }

    /// @return whether a call is missing for the first time: its hang-up may be on the way yet
    boolean reconcile(List<LiveCall> live, Instant at) {
        Map<AttemptId, LiveCall> up = new LinkedHashMap<>();
        live.forEach(l -> up.put(l.call(), l));
        boolean missing = false;
        for (CallInHand call : List.copyOf(bench.calls.values())) {
            LiveCall found = up.get(call.id());
            if (found == null) {
                missing |= isGone(call, at);
            } else {
                call.missing = false;
                Optional<AgentLine> line = lineFor(call, found);
                move.accept(call, CallReconciliation.found(call.call, found.place(), line, at));
            }
        }
        up.keySet().stream().filter(ended).forEach(bench.telephone::hangUp);
        return missing;
    }

    /// What is missing twice has ended. Once may be chance: the list is made beside the events, and
    /// can overtake the hang-up, which knows how it ended.
    ///
    /// @return whether it is missing for the first time
    private boolean isGone(CallInHand call, Instant at) {
        Step gone = CallReconciliation.gone(call.call, at);
        boolean ends = gone.next() instanceof Call.Ended && !(call.call instanceof Call.Ended);
        boolean first = ends && !call.missing;
        if (first) {
            call.missing = true;
        } else {
            move.accept(call, gone);
        }
        return first;
    }

    /// The line a call belongs with: the room it is in, or that of the agent who had it. Nobody's
    /// when that agent has another call in hand.
    private Optional<AgentLine> lineFor(CallInHand call, LiveCall found) {
        Optional<Seat> seat =
                found.place() instanceof LiveCall.Place.Room room
                        ? bench.seatOfLine(room.line())
                        : call.call.known().agent().flatMap(bench::seat);
        return seat.filter(s -> s.agent.attempt().map(call.id()::equals).orElse(true))
                .map(s -> s.member.line());
    }
}
