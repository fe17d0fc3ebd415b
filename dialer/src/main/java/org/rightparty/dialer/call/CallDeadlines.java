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

import java.time.Instant;

/// What becomes of a call whose state has lasted too long.
public final class CallDeadlines {
    private CallDeadlines() {}

    /// To be asked when the deadline of `call` has passed.
    public static Step late(Call call, Instant now) {
        return switch (call) {
            case Dialing c -> Moves.hangUp(c, "DIALER", now);
            case Ringing c -> Moves.hangUp(c, "DIALER", now);
            case Screening c -> Moves.hangUp(c, "DIALER", now);
            case Machine c -> Moves.hangUp(c, "DIALER", now);
            case Announcing c -> Moves.hangUp(c, "DIALER", now);
            case Waiting c -> Moves.abandoned(c, now);
            case Connecting c -> connectAgain(c, now);
            case Parking c -> parkAgain(c, now);
            case Talking c -> recheck(new Talking(c.known(), c.line(), c.since(), next(now)));
            case OnHold c -> recheck(new OnHold(c.known(), c.line(), c.since(), next(now)));
            case Pairing c -> pairAgain(c, now);
            case Paired c -> recheck(new Paired(c.known(), c.since(), next(now)));
            case LineLost c ->
                    to(
                            new Announcing(c.known(), now, now.plus(CallLimits.ANNOUNCING)),
                            Moves.note("line-not-back", now));
            case Ending c -> Moves.endUnseen(c, now);
            case Unsettled c ->
                    recheck(new Unsettled(c.known(), c.since(), now.plus(CallLimits.UNSETTLED)));
            case Ended c -> stay(c);
        };
    }

    private static Instant next(Instant now) {
        return now.plus(CallLimits.RECHECK);
    }

    private static Step recheck(Call call) {
        return to(call, new Effect.Resynchronise());
    }

    private static Step connectAgain(Connecting c, Instant now) {
        if (c.tries() < CallLimits.MOVES_MAX) {
            Instant deadline = now.plus(CallLimits.MOVE);
            return to(
                    new Connecting(c.known(), c.line(), c.tries() + 1, c.since(), deadline),
                    new Effect.Connect(c.line()));
        } else {
            return Moves.hangUp(c, "DIALER", now);
        }
    }

    /// A consumer whose move takes no effect stays with the agent; who cannot be brought to them is
    /// let go.
    private static Step pairAgain(Pairing c, Instant now) {
        if (c.tries() < CallLimits.MOVES_MAX) {
            Instant deadline = now.plus(CallLimits.MOVE);
            return to(
                    new Pairing(
                            c.known(), c.outside(), c.line(), c.tries() + 1, c.since(), deadline),
                    new Effect.Pair(c.outside()));
        } else {
            return c.line()
                    .map(line -> recheck(new Talking(c.known(), line, now, next(now))))
                    .orElseGet(() -> Moves.hangUp(c, "DIALER", now));
        }
    }

    private static Step parkAgain(Parking c, Instant now) {
        if (c.tries() < CallLimits.MOVES_MAX) {
            Instant deadline = now.plus(CallLimits.MOVE);
            return to(
                    new Parking(c.known(), c.line(), c.tries() + 1, c.since(), deadline),
                    new Effect.Hold());
        } else {
            return recheck(new Talking(c.known(), c.line(), now, next(now)));
        }
    }
}
