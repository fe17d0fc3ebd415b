package org.rightparty.dialer.call;

import static org.rightparty.dialer.call.Step.stay;
import static org.rightparty.dialer.call.Step.to;

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

import java.util.Optional;

/// What an order of the loop does in each state. An order that does not fit changes nothing.
public final class CallOrders {
    private CallOrders() {}

    public static Step ordered(Call call, CallOrder order) {
        return switch (order) {
            case CallOrder.ConnectTo o -> connect(call, o);
            case CallOrder.Park o -> park(call, o);
            case CallOrder.Pair o -> pair(call, o);
            case CallOrder.End o -> end(call, o);
            case CallOrder.LoseLine o -> loseLine(call, o);
        };
    }

    private static Step connect(Call call, CallOrder.ConnectTo order) {
        return switch (call) {
            case Waiting c -> Moves.connect(c, order.line(), order.at());
            case Talking c -> Moves.connect(c, order.line(), order.at());
            case Parking c -> Moves.connect(c, order.line(), order.at());
            case OnHold c -> Moves.takeBack(c, order.line(), order.at());
            case LineLost c -> Moves.connect(c, order.line(), order.at());
            case Pairing c ->
                    c.line().isPresent() ? Moves.connect(c, order.line(), order.at()) : stay(c);
            case Dialing _,
                    Ringing _,
                    Screening _,
                    Machine _,
                    Connecting _,
                    Announcing _,
                    Paired _,
                    Ending _,
                    Unsettled _,
                    Ended _ ->
                    stay(call);
        };
    }

    /// The consumer leaves the agent, whoever takes over has just answered.
    private static Step pair(Call call, CallOrder.Pair order) {
        return switch (call) {
            case Waiting c -> Moves.pair(c, order, Optional.empty());
            case Talking c -> Moves.pair(c, order, Optional.of(c.line()));
            case OnHold c -> Moves.pair(c, order, Optional.of(c.line()));
            case Dialing _,
                    Ringing _,
                    Screening _,
                    Machine _,
                    Connecting _,
                    Parking _,
                    LineLost _,
                    Announcing _,
                    Pairing _,
                    Paired _,
                    Ending _,
                    Unsettled _,
                    Ended _ ->
                    stay(call);
        };
    }

    private static Step park(Call call, CallOrder.Park order) {
        return call instanceof Talking c
                ? to(
                        new Parking(
                                c.known(),
                                c.line(),
                                1,
                                order.at(),
                                order.at().plus(CallLimits.MOVE)),
                        new Effect.Hold())
                : stay(call);
    }

    private static Step end(Call call, CallOrder.End order) {
        boolean ending = call instanceof Ending || call instanceof Ended;
        return ending ? stay(call) : Moves.hangUp(call, order.by(), order.at());
    }

    private static Step loseLine(Call call, CallOrder.LoseLine order) {
        return switch (call) {
            case Talking c -> Moves.lineLost(c, c.line(), order.at());
            case Parking c -> Moves.lineLost(c, c.line(), order.at());
            case OnHold c -> Moves.lineLost(c, c.line(), order.at());
            case Connecting c ->
                    c.known().conversed() ? Moves.lineLost(c, c.line(), order.at()) : stay(c);
            case Dialing _,
                    Ringing _,
                    Screening _,
                    Machine _,
                    Waiting _,
                    LineLost _,
                    Announcing _,
                    Pairing _,
                    Paired _,
                    Ending _,
                    Unsettled _,
                    Ended _ ->
                    stay(call);
        };
    }
}
