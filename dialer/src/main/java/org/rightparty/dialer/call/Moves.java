package org.rightparty.dialer.call;

import static org.rightparty.dialer.call.Step.stay;
import static org.rightparty.dialer.call.Step.to;

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
import org.rightparty.dialer.call.Call.Ringing;
import org.rightparty.dialer.call.Call.Screening;
import org.rightparty.dialer.call.Call.Talking;
import org.rightparty.dialer.call.Call.Unsettled;
import org.rightparty.dialer.call.Call.Waiting;
import org.rightparty.dialer.call.CallEvent.Played.Progress;
import org.rightparty.dialer.call.HangUpCauses.Reached;
import org.rightparty.dialer.call.Telephone.AgentLine;
import org.rightparty.vocabulary.Outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The moves that the tables of [CallMachine] name: each makes the next state with its deadline and
/// what has to be done.
final class Moves {
    private Moves() {}

    static Step rang(Call call, Instant at) {
        if (call instanceof Dialing || call instanceof Unsettled) {
            Known known = call.known().ringing();
            Instant deadline =
                    at.plusSeconds(known.placed().ringSeconds()).plus(CallLimits.RING_GRACE);
            return to(new Ringing(known, at, deadline), note("rang", at));
        } else {
            return stay(call);
        }
    }

    static Step screening(Known known, Instant at) {
        return to(
                new Screening(known.pickedUp(), at, at.plus(CallLimits.SCREENING)),
                note("screening", at));
    }

    static Step machine(Known known, CallEvent.MachineHeard e) {
        return to(
                new Machine(known.machineHeard(), e.at(), e.at().plus(CallLimits.MACHINE)),
                new Effect.Note(
                        "machine-heard", e.at(), Optional.empty(), Map.of("cause", e.cause())));
    }

    static Step waiting(Known known, Instant at) {
        return to(
                new Waiting(known.answered(at), at, at.plus(CallLimits.WAITING)),
                note("answered", at));
    }

    /// The agent is told first, so that their screen is on its way before the person is.
    static Step connect(Call call, AgentLine line, Instant at) {
        Known known = call.known().takenBy(line.agent());
        Call next = new Connecting(known, line, 1, at, at.plus(CallLimits.MOVE));
        Effect move = new Effect.Connect(line);
        Effect take = new Effect.Take(line.agent());
        return known.conversed()
                ? to(next, move)
                : to(
                        next,
                        new Effect.Tell(line.agent(), new AgentEvent.PersonComes(call.id(), at)),
                        move,
                        take);
    }

    /// The agent takes the person back from hold.
    static Step takeBack(OnHold call, AgentLine line, Instant at) {
        Step step = connect(call, line, at);
        List<Effect> effects = new ArrayList<>(step.effects());
        effects.add(new Effect.Note("call-taken-back", at, Optional.of(line.agent()), Map.of()));
        return new Step(step.next(), effects);
    }

    /// Agent and person hear each other.
    static Step talking(Known known, AgentLine line, Instant at) {
        Known now = known.takenBy(line.agent()).connected(at);
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Tell(line.agent(), new AgentEvent.Joined(known.id(), at)));
        if (!known.conversed()) {
            effects.add(new Effect.StartRecording());
        }
        effects.add(
                new Effect.Note(
                        "joined", at, Optional.of(line.agent()), Map.of("line", line.number())));
        return new Step(new Talking(now, line, at, at.plus(CallLimits.RECHECK)), effects);
    }

    /// The move failed: an agent who was to have their first word is free again, and the person may
    /// go to another; one who had spoken gets the person back as soon as the line is there.
    static Step notArrived(Connecting call, String reason, Instant at) {
        if (call.known().conversed()) {
            return lineLost(call, call.line(), at);
        } else {
            Known known = call.known().takenByNobody();
            return to(
                    new Waiting(known, call.since(), at.plus(CallLimits.MOVE)),
                    new Effect.Tell(call.line().agent(), new AgentEvent.PersonLost(call.id(), at)),
                    new Effect.Note(
                            "connect-failed",
                            at,
                            Optional.of(call.line().agent()),
                            Map.of("reason", reason)));
        }
    }

    /// The message had begun when the person was moved; the move goes on.
    static Step lateMove(Connecting call, Instant at) {
        return to(
                new Connecting(
                        call.known().abandoned(at),
                        call.line(),
                        call.tries(),
                        call.since(),
                        call.deadline()),
                note("abandoned", at));
    }

    static Step onHold(Call call, AgentLine line, Instant at) {
        return to(
                new OnHold(call.known(), line, at, at.plus(CallLimits.RECHECK)),
                new Effect.Tell(line.agent(), new AgentEvent.PersonParked(call.id(), at)),
                new Effect.Note("call-held", at, Optional.of(line.agent()), Map.of()));
    }

    static Step lineLost(Call call, AgentLine line, Instant at) {
        return to(
                new LineLost(call.known(), line, at, at.plus(CallLimits.LINE_LOST)),
                new Effect.Tell(line.agent(), new AgentEvent.LineFell(at)),
                new Effect.Note(
                        "line-lost", at, Optional.of(line.agent()), Map.of("line", line.number())));
    }

    static Step pair(Call call, CallOrder.Pair order, Optional<AgentLine> line) {
        Instant deadline = order.at().plus(CallLimits.MOVE);
        return to(
                new Pairing(call.known(), order.outside(), line, 1, order.at(), deadline),
                new Effect.Pair(order.outside()));
    }

    /// The agent has done their part; whoever took over has met the consumer, and no agent.
    static Step paired(Call call, Instant at) {
        Known known = call.known();
        Call next = new Paired(known, at, at.plus(CallLimits.RECHECK));
        if (known.conversed() && known.agent().isPresent()) {
            return to(
                    next,
                    new Effect.Tell(
                            known.agent().get(), new AgentEvent.CallOver(known.id(), true, at)),
                    new Effect.Note("handed-over", at, known.agent(), Map.of()));
        }
        return to(knowing(next, known.takenByNobody().connected(at)), note("taken-over", at));
    }

    /// The move failed: a consumer stays with the agent, who takes over is let go.
    static Step notPaired(Pairing call, String reason, Instant at) {
        return call.line()
                .map(line ->
                        to(
                                new Talking(call.known(), line, at, at.plus(CallLimits.RECHECK)),
                                new Effect.Note(
                                        "hand-over-failed",
                                        at,
                                        Optional.of(line.agent()),
                                        Map.of("reason", reason)),
                                new Effect.Resynchronise()))
                .orElseGet(() -> hangUp(call, "DIALER", at));
    }

    /// The telephone system plays its message and ends the call by itself.
    static Step abandoned(Call call, Instant at) {
        Known known = call.known().abandoned(at);
        return to(new Announcing(known, at, at.plus(CallLimits.ANNOUNCING)), note("abandoned", at));
    }

    /// What is heard by a machine is a message left, unless the telephone system could not play it.
    static Step played(Call call, CallEvent.Played e) {
        Effect note =
                new Effect.Note(
                        "message-" + e.progress().name().toLowerCase(Locale.ROOT),
                        e.at(),
                        Optional.empty(),
                        Map.of("message", e.version()));
        if (call instanceof Machine machine) {
            Known known = machine.known().leavingMessage(e.progress() != Progress.FAILED);
            return to(new Machine(known, machine.since(), e.at().plus(CallLimits.MACHINE)), note);
        }
        return to(call, note);
    }

    static Step hangUp(Call call, String by, Instant at) {
        return to(
                new Ending(call.known(), by, at, at.plus(CallLimits.ENDING)), new Effect.HangUp());
    }

    static Step recording(Call call, CallEvent.RecordingBegan e) {
        return to(
                knowing(call, call.known().recordedIn(e.file())),
                new Effect.Note(
                        "recording-began", e.at(), call.known().agent(), Map.of("file", e.file())));
    }

    static Step neverPlaced(Known known, String reason, Instant at) {
        return ended(
                new Ended(known, Outcome.NEVER_PLACED, 0, "", "NETWORK", "LIVE", at),
                new Effect.Note("not-placed", at, Optional.empty(), Map.of("reason", reason)));
    }

    static Step end(Call call, CallEvent.HungUp e) {
        Known known = call.known();
        Outcome outcome = outcome(call, e);
        Ended ended =
                new Ended(known, outcome, e.cause(), e.sipCode(), by(call, e), "LIVE", e.at());
        return ended(ended, note("hung-up", e.at()));
    }

    /// Nobody saw the end; what was known decides, and what nothing proves counts.
    static Step endUnseen(Call call, Instant at) {
        Known known = call.known();
        String by = call instanceof Ending ending ? ending.by() : "";
        Ended ended = new Ended(known, unseen(call, at), 0, "", by, "RECONCILED", at);
        return ended(ended, note("concluded", at));
    }

    private static Step ended(Ended ended, Effect first) {
        List<Effect> effects = new ArrayList<>(List.of(first, new Effect.End(ended)));
        ended.known()
                .agent()
                .ifPresent(a -> effects.add(new Effect.Tell(a, CallMachine.over(ended))));
        return new Step(ended, effects);
    }

    private static Outcome outcome(Call call, CallEvent.HungUp e) {
        Known known = call.known();
        if (known.conversed()) {
            return Outcome.ANSWERED;
        } else if (known.heard().machine()) {
            return voicemail(known);
        } else if (known.answeredAt().isPresent()) {
            return answeredInVain(known, e.at());
        } else {
            Reached reached = reached(call, e);
            boolean cutOff = reached == Reached.ANSWERED && !e.byConsumer() && cutOff(call);
            return cutOff
                    ? Outcome.ABANDONED
                    : HangUpCauses.outcome(e.cause(), e.sipCode(), reached);
        }
    }

    /// Who hangs up without a SIP refusal had picked up before, even if the word of it got lost: a
    /// phone that only rings can refuse, but not hang up.
    private static Reached reached(Call call, CallEvent.HungUp e) {
        boolean pickedUp = e.byConsumer() && e.sipCode().isEmpty();
        if (pickedUp || call.known().heard().pickedUp()) {
            return Reached.ANSWERED;
        } else {
            return call.known().heard().rang() ? Reached.RINGING : Reached.NOTHING;
        }
    }

    /// The program hung up on whoever had picked up, and no agent was there: whether it was a
    /// person will never be known, so it was one.
    private static boolean cutOff(Call call) {
        Known known = call.known();
        return call instanceof Ending && known.heard().pickedUp() && known.dialedBy().isEmpty();
    }

    private static Outcome unseen(Call call, Instant at) {
        Known known = call.known();
        if (known.conversed()) {
            return Outcome.ANSWERED;
        } else if (known.heard().machine()) {
            return voicemail(known);
        } else if (known.answeredAt().isPresent()) {
            return answeredInVain(known, at);
        } else {
            return !known.heard().pickedUp()
                    ? Outcome.UNKNOWN
                    : cutOff(call) ? Outcome.ABANDONED : Outcome.ANSWERED_DROPPED;
        }
    }

    private static Outcome voicemail(Known known) {
        return known.heard().messageLeft() ? Outcome.VOICEMAIL_LEFT : Outcome.VOICEMAIL_NO_MESSAGE;
    }

    private static Outcome answeredInVain(Known known, Instant at) {
        Instant patient = known.answeredAt().orElseThrow().plus(CallLimits.PATIENCE);
        boolean inTime = known.abandonedAt().isEmpty() && at.isBefore(patient);
        return inTime ? Outcome.ANSWERED_DROPPED : Outcome.ABANDONED;
    }

    private static String by(Call call, CallEvent.HungUp e) {
        if (call instanceof Ending ending) {
            return ending.by();
        } else if (e.byConsumer()) {
            return "CONSUMER";
        } else {
            return call instanceof Announcing || call instanceof Machine ? "DIALER" : "NETWORK";
        }
    }

    /// The same state with more known.
    static Call knowing(Call call, Known known) {
        return switch (call) {
            case Dialing c -> new Dialing(known, c.since(), c.deadline());
            case Ringing c -> new Ringing(known, c.since(), c.deadline());
            case Screening c -> new Screening(known, c.since(), c.deadline());
            case Machine c -> new Machine(known, c.since(), c.deadline());
            case Waiting c -> new Waiting(known, c.since(), c.deadline());
            case Connecting c ->
                    new Connecting(known, c.line(), c.tries(), c.since(), c.deadline());
            case Talking c -> new Talking(known, c.line(), c.since(), c.deadline());
            case Call.Parking c ->
                    new Call.Parking(known, c.line(), c.tries(), c.since(), c.deadline());
            case OnHold c -> new OnHold(known, c.line(), c.since(), c.deadline());
            case LineLost c -> new LineLost(known, c.line(), c.since(), c.deadline());
            case Pairing c ->
                    new Pairing(known, c.outside(), c.line(), c.tries(), c.since(), c.deadline());
            case Paired c -> new Paired(known, c.since(), c.deadline());
            case Announcing c -> new Announcing(known, c.since(), c.deadline());
            case Ending c -> new Ending(known, c.by(), c.since(), c.deadline());
            case Unsettled c -> new Unsettled(known, c.since(), c.deadline());
            case Ended c -> c;
        };
    }

    static Effect.Note note(String kind, Instant at) {
        return new Effect.Note(kind, at, Optional.empty(), Map.of());
    }
}
