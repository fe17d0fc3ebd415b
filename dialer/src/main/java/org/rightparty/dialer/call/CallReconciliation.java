package org.rightparty.dialer.call;

import static org.rightparty.dialer.call.Step.stay;

import org.rightparty.console.agent.AgentEvent;
import org.rightparty.dialer.call.Call.Announcing;
import org.rightparty.dialer.call.Call.Connecting;
import org.rightparty.dialer.call.Call.Dialing;
import org.rightparty.dialer.call.Call.Ended;
import org.rightparty.dialer.call.Call.Ending;
import org.rightparty.dialer.call.Call.LineLost;
import org.rightparty.dialer.call.Call.OnHold;
import org.rightparty.dialer.call.Call.Paired;
import org.rightparty.dialer.call.Call.Pairing;
import org.rightparty.dialer.call.Call.Parking;
import org.rightparty.dialer.call.Call.Ringing;
import org.rightparty.dialer.call.Call.Talking;
import org.rightparty.dialer.call.Call.Unsettled;
import org.rightparty.dialer.call.Call.Waiting;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.dialer.call.Telephone.LiveCall.Place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the telephone system's word on where everybody is does to a call: after a restart, after
/// the link was lost, and whenever an event may have got lost.
public final class CallReconciliation {
    private CallReconciliation() {}

    /// The call is up, here.
    ///
    /// @param line the agent's line this call belongs with; empty when nobody is known
    public static Step found(Call call, Place place, Optional<AgentLine> line, Instant at) {
        if (call instanceof Ended || call.since().isAfter(at)) {
            return stay(call);
        } else if (call instanceof Ending c) {
            return Moves.hangUp(c, c.by(), at);
        }
        boolean elsewhere = !(place instanceof Place.Paired);
        if (elsewhere && (call instanceof Pairing || call instanceof Paired)) {
            return stay(call);
        }
        return switch (place) {
            case Place.Ringing _ -> foundUnanswered(call, at);
            case Place.Screening _ -> foundScreening(call, at);
            case Place.Waiting _ -> foundWaiting(call, at);
            case Place.Room _ -> foundInRoom(call, line, at);
            case Place.OnHold _ -> foundOnHold(call, line, at);
            case Place.Orphaned _ -> foundOrphaned(call, line, at);
            case Place.Paired _ -> call instanceof Paired ? stay(call) : Moves.paired(call, at);
            case Place.Announcement _ ->
                    call instanceof Announcing || call.known().heard().machine()
                            ? stay(call)
                            : Moves.abandoned(call, at);
        };
    }

    /// The call is not up any more. One that was placed only just before may be missing by chance.
    public static Step gone(Call call, Instant at) {
        boolean tooYoung =
                call instanceof Dialing && call.since().plus(CallLimits.UNSEEN).isAfter(at);
        if (call instanceof Ended || tooYoung || call.since().isAfter(at)) {
            return stay(call);
        } else {
            return Moves.endUnseen(call, at);
        }
    }

    /// Not answered yet; whether it rang is for the ringing event to say, unless all before is
    /// lost.
    private static Step foundUnanswered(Call call, Instant at) {
        return call instanceof Unsettled ? Moves.rang(call, at) : stay(call);
    }

    private static Step foundScreening(Call call, Instant at) {
        return call instanceof Unsettled || call instanceof Dialing || call instanceof Ringing
                ? Moves.screening(call.known(), at)
                : stay(call);
    }

    /// Whose own call it is awaits it still, and has to hear how it ends.
    private static Step foundWaiting(Call call, Instant at) {
        Known known = call.known();
        boolean unanswered = known.answeredAt().isEmpty();
        boolean own = known.dialedBy().isPresent();
        return unanswered || call instanceof Unsettled
                ? Moves.waiting(own ? known : known.takenByNobody(), at)
                : stay(call);
    }

    private static Step foundInRoom(Call call, Optional<AgentLine> line, Instant at) {
        if (call instanceof Talking || call instanceof Parking) {
            return stay(call);
        }
        Optional<AgentLine> whose = call instanceof Connecting c ? Optional.of(c.line()) : line;
        return whose.map(l -> Moves.talking(call.known(), l, at))
                .orElseGet(() -> Moves.hangUp(call, "DIALER", at));
    }

    private static Step foundOnHold(Call call, Optional<AgentLine> line, Instant at) {
        if (call instanceof OnHold || call instanceof Connecting || call instanceof LineLost) {
            return stay(call);
        }
        return line.map(l -> met(Moves.onHold(connected(call, l, at), l, at), l, at))
                .orElseGet(() -> Moves.hangUp(call, "DIALER", at));
    }

    private static Step foundOrphaned(Call call, Optional<AgentLine> line, Instant at) {
        if (call instanceof LineLost || call instanceof Waiting || call instanceof Connecting) {
            return stay(call);
        }
        return line.map(l -> met(Moves.lineLost(connected(call, l, at), l, at), l, at))
                .orElseGet(() -> Moves.hangUp(call, "DIALER", at));
    }

    /// Who is on hold or was thrown out of a room has spoken with an agent.
    private static Call connected(Call call, AgentLine line, Instant at) {
        return Moves.knowing(call, call.known().takenBy(line.agent()).connected(at));
    }

    /// First the agent learns that this is their call, then what became of it.
    private static Step met(Step step, AgentLine line, Instant at) {
        List<Effect> effects = new ArrayList<>();
        AgentEvent joined = new AgentEvent.Joined(step.next().id(), at);
        effects.add(new Effect.Tell(line.agent(), joined));
        effects.addAll(step.effects());
        return new Step(step.next(), effects);
    }
}
