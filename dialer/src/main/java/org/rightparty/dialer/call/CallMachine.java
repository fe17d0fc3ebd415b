package org.rightparty.dialer.call;

import static org.rightparty.dialer.call.Step.stay;
import static org.rightparty.dialer.call.Step.to;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.console.agent.AgentEvent;
import org.rightparty.dialer.call.Call.Announcing;
import org.rightparty.dialer.call.Call.Connecting;
import org.rightparty.dialer.call.Call.Dialing;
import org.rightparty.dialer.call.Call.Ended;
import org.rightparty.dialer.call.Call.Ending;
import org.rightparty.dialer.call.Call.LineLost;
import org.rightparty.dialer.call.Call.Machine;
import org.rightparty.dialer.call.Call.OnHold;
import org.rightparty.dialer.call.Call.Paired;
import org.rightparty.dialer.call.Call.Pairing;
import org.rightparty.dialer.call.Call.Parking;
import org.rightparty.dialer.call.Call.Ringing;
import org.rightparty.dialer.call.Call.Screening;
import org.rightparty.dialer.call.Call.Talking;
import org.rightparty.dialer.call.Call.Unsettled;
import org.rightparty.dialer.call.Call.Waiting;
import org.rightparty.dialer.call.CallEvent.Abandoned;
import org.rightparty.dialer.call.CallEvent.Answered;
import org.rightparty.dialer.call.CallEvent.ConnectFailed;
import org.rightparty.dialer.call.CallEvent.Held;
import org.rightparty.dialer.call.CallEvent.HungUp;
import org.rightparty.dialer.call.CallEvent.Joined;
import org.rightparty.dialer.call.CallEvent.MachineHeard;
import org.rightparty.dialer.call.CallEvent.NotPlaced;
import org.rightparty.dialer.call.CallEvent.Orphaned;
import org.rightparty.dialer.call.CallEvent.Played;
import org.rightparty.dialer.call.CallEvent.Rang;
import org.rightparty.dialer.call.CallEvent.RecordingBegan;
import org.rightparty.dialer.call.CallEvent.ScreeningBegan;

import java.time.Duration;
import java.time.Instant;

/// The whole life of a call: what each event does in each state.
///
/// Events come late, twice or never. So an event that does not fit its state changes nothing, one
/// that is older than the state says nothing about it, and what never comes is replaced by the
/// deadline ([CallDeadlines]). What the loop wants done is in [CallOrders]; what the telephone
/// system says when asked for everything, in [CallReconciliation].
public final class CallMachine {
    private CallMachine() {}

    /// The first step of a reserved attempt: place it, unless its permit has died meanwhile.
    public static Step begin(Attempt attempt, Instant now) {
        Known known =
                Known.reserved(
                        attempt.id(), attempt.placedAt(), attempt.ringSeconds(), attempt.agent());
        Duration patience = CallLimits.SET_UP.plusSeconds(attempt.ringSeconds());
        if (attempt.covers(now)) {
            return to(new Dialing(known, now, now.plus(patience)), new Effect.Originate(attempt));
        } else {
            return Moves.neverPlaced(known, "permit expired", now);
        }
    }

    /// A reserved attempt that must not be placed any more, because dialing has stopped meanwhile.
    public static Step withhold(Attempt attempt, String reason, Instant now) {
        Known known =
                Known.reserved(
                        attempt.id(), attempt.placedAt(), attempt.ringSeconds(), attempt.agent());
        return Moves.neverPlaced(known, reason, now);
    }

    /// A call found in the tables after a restart: the telephone system has yet to say where it is.
    public static Call adopt(Known known, Instant now) {
        return new Unsettled(known, now, now.plus(CallLimits.UNSETTLED));
    }

    public static Step told(Call call, CallEvent event) {
        if (event instanceof HungUp e && !(call instanceof Ended)) {
            return Moves.end(call, e);
        }
        if (event instanceof Played e && !(call instanceof Ended)) {
            return Moves.played(call, e);
        }
        return switch (call) {
            case Dialing c -> unanswered(c, event);
            case Ringing c -> unanswered(c, event);
            case Screening c -> unanswered(c, event);
            case Machine c -> stay(c);
            case Waiting c -> waiting(c, event);
            case Connecting c -> connecting(c, event);
            case Talking c -> talking(c, event);
            case Parking c -> parking(c, event);
            case OnHold c -> onHold(c, event);
            case LineLost c -> lineLost(c, event);
            case Pairing c -> pairing(c, event);
            case Paired c -> event instanceof RecordingBegan e ? Moves.recording(c, e) : stay(c);
            case Announcing c -> announcing(c, event);
            case Ending c -> stay(c);
            case Unsettled c -> unsettled(c, event);
            case Ended c -> stay(c);
        };
    }

    /// Nobody has answered yet.
    private static Step unanswered(Call call, CallEvent event) {
        return switch (event) {
            case Rang e -> Moves.rang(call, e.at());
            case ScreeningBegan e -> Moves.screening(call.known(), e.at());
            case MachineHeard e -> Moves.machine(call.known(), e);
            case Answered e -> Moves.waiting(call.known(), e.at());
            case Abandoned e -> Moves.abandoned(call, e.at());
            case NotPlaced e ->
                    call instanceof Dialing
                            ? Moves.neverPlaced(call.known(), e.reason(), e.at())
                            : stay(call);
            case Joined _, Held _, Orphaned _, CallEvent.Paired _ ->
                    to(call, new Effect.Resynchronise());
            case RecordingBegan _, ConnectFailed _, HungUp _, Played _ -> stay(call);
        };
    }

    /// A person waits for an agent.
    private static Step waiting(Waiting call, CallEvent event) {
        return switch (event) {
            case Abandoned e -> Moves.abandoned(call, e.at());
            case Joined _ -> to(call, new Effect.Resynchronise());
            case Rang _,
                    Answered _,
                    ScreeningBegan _,
                    MachineHeard _,
                    Held _,
                    CallEvent.Paired _,
                    Orphaned _,
                    RecordingBegan _,
                    ConnectFailed _,
                    HungUp _,
                    Played _,
                    NotPlaced _ ->
                    stay(call);
        };
    }

    /// The person is on the way to an agent. The dead man's message may have begun a moment before
    /// the move: then the move still takes effect.
    private static Step connecting(Connecting call, CallEvent event) {
        return switch (event) {
            case Joined e -> Moves.talking(call.known(), call.line(), e.at());
            case Orphaned e ->
                    isNews(call, e) ? Moves.notArrived(call, "line gone", e.at()) : stay(call);
            case ConnectFailed e -> Moves.notArrived(call, e.reason(), e.at());
            case Abandoned e -> isNews(call, e) ? Moves.lateMove(call, e.at()) : stay(call);
            case RecordingBegan e -> Moves.recording(call, e);
            case Rang _,
                    Answered _,
                    ScreeningBegan _,
                    MachineHeard _,
                    Held _,
                    CallEvent.Paired _,
                    HungUp _,
                    Played _,
                    NotPlaced _ ->
                    stay(call);
        };
    }

    private static Step talking(Talking call, CallEvent event) {
        return switch (event) {
            case Held e -> isNews(call, e) ? Moves.onHold(call, call.line(), e.at()) : stay(call);
            case Orphaned e ->
                    isNews(call, e) ? Moves.lineLost(call, call.line(), e.at()) : stay(call);
            case Abandoned e -> isNews(call, e) ? Moves.abandoned(call, e.at()) : stay(call);
            case RecordingBegan e -> Moves.recording(call, e);
            case Rang _,
                    Answered _,
                    ScreeningBegan _,
                    MachineHeard _,
                    Joined _,
                    CallEvent.Paired _,
                    ConnectFailed _,
                    HungUp _,
                    Played _,
                    NotPlaced _ ->
                    stay(call);
        };
    }

    private static Step parking(Parking call, CallEvent event) {
        return switch (event) {
            case Held e -> Moves.onHold(call, call.line(), e.at());
            case Orphaned e ->
                    isNews(call, e) ? Moves.lineLost(call, call.line(), e.at()) : stay(call);
            case Abandoned e -> isNews(call, e) ? Moves.abandoned(call, e.at()) : stay(call);
            case RecordingBegan e -> Moves.recording(call, e);
            case Rang _,
                    Answered _,
                    ScreeningBegan _,
                    MachineHeard _,
                    Joined _,
                    CallEvent.Paired _,
                    ConnectFailed _,
                    HungUp _,
                    Played _,
                    NotPlaced _ ->
                    stay(call);
        };
    }

    private static Step onHold(OnHold call, CallEvent event) {
        return switch (event) {
            case Orphaned e ->
                    isNews(call, e) ? Moves.lineLost(call, call.line(), e.at()) : stay(call);
            case Abandoned e -> isNews(call, e) ? Moves.abandoned(call, e.at()) : stay(call);
            case RecordingBegan e -> Moves.recording(call, e);
            case Rang _,
                    Answered _,
                    ScreeningBegan _,
                    MachineHeard _,
                    Joined _,
                    Held _,
                    CallEvent.Paired _,
                    ConnectFailed _,
                    HungUp _,
                    Played _,
                    NotPlaced _ ->
                    stay(call);
        };
    }

    private static Step lineLost(LineLost call, CallEvent event) {
        return switch (event) {
            case Joined e ->
                    isNews(call, e) ? Moves.talking(call.known(), call.line(), e.at()) : stay(call);
            case Abandoned e -> isNews(call, e) ? Moves.abandoned(call, e.at()) : stay(call);
            case RecordingBegan e -> Moves.recording(call, e);
            case Rang _,
                    Answered _,
                    ScreeningBegan _,
                    MachineHeard _,
                    Held _,
                    CallEvent.Paired _,
                    Orphaned _,
                    ConnectFailed _,
                    HungUp _,
                    Played _,
                    NotPlaced _ ->
                    stay(call);
        };
    }

    /// On the way to somebody outside, or from the trunk to the consumer.
    private static Step pairing(Pairing call, CallEvent event) {
        return switch (event) {
            case CallEvent.Paired e -> Moves.paired(call, e.at());
            case ConnectFailed e -> Moves.notPaired(call, e.reason(), e.at());
            case Abandoned e -> isNews(call, e) ? Moves.abandoned(call, e.at()) : stay(call);
            case RecordingBegan e -> Moves.recording(call, e);
            case Rang _,
                    Answered _,
                    ScreeningBegan _,
                    MachineHeard _,
                    Joined _,
                    Held _,
                    Orphaned _,
                    HungUp _,
                    Played _,
                    NotPlaced _ ->
                    stay(call);
        };
    }

    private static Step announcing(Announcing call, CallEvent event) {
        return switch (event) {
            case Abandoned e -> to(Moves.knowing(call, call.known().abandoned(e.at())));
            case Joined _ -> to(call, new Effect.Resynchronise());
            case RecordingBegan e -> Moves.recording(call, e);
            case Rang _,
                    Answered _,
                    ScreeningBegan _,
                    MachineHeard _,
                    Held _,
                    CallEvent.Paired _,
                    Orphaned _,
                    ConnectFailed _,
                    HungUp _,
                    Played _,
                    NotPlaced _ ->
                    stay(call);
        };
    }

    private static Step unsettled(Unsettled call, CallEvent event) {
        return switch (event) {
            case Rang e -> Moves.rang(call, e.at());
            case Answered e -> Moves.waiting(call.known(), e.at());
            case ScreeningBegan e -> Moves.screening(call.known(), e.at());
            case MachineHeard e -> Moves.machine(call.known(), e);
            case Abandoned e -> Moves.abandoned(call, e.at());
            case RecordingBegan e -> Moves.recording(call, e);
            case Joined _, Held _, Orphaned _, CallEvent.Paired _, ConnectFailed _ ->
                    to(call, new Effect.Resynchronise());
            case HungUp _, Played _, NotPlaced _ -> stay(call);
        };
    }

    /// An event older than the state was on its way when the state was entered.
    private static boolean isNews(Call call, CallEvent event) {
        return !event.at().isBefore(call.since());
    }

    /// For whoever has to tell the agent of a call that is over.
    static AgentEvent over(Ended ended) {
        return new AgentEvent.CallOver(ended.id(), ended.known().conversed(), ended.since());
    }
}
