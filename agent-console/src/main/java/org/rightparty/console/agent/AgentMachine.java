package org.rightparty.console.agent;

import org.rightparty.console.agent.AgentState.ConnectionLost;
import org.rightparty.console.agent.AgentState.Dialing;
import org.rightparty.console.agent.AgentState.Holding;
import org.rightparty.console.agent.AgentState.NotReady;
import org.rightparty.console.agent.AgentState.Offline;
import org.rightparty.console.agent.AgentState.Previewing;
import org.rightparty.console.agent.AgentState.Ready;
import org.rightparty.console.agent.AgentState.Reserved;
import org.rightparty.console.agent.AgentState.Talking;
import org.rightparty.console.agent.AgentState.WrappingUp;
import org.rightparty.console.agent.AgentStep.Moved;
import org.rightparty.console.agent.AgentStep.Refused;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The life of an agent at work: what each event does in each state.
///
/// What an agent asks for and cannot have is refused with a sentence. What the telephone says late
/// or twice changes nothing. Wrap-up ends with a disposition and in no other way.
public final class AgentMachine {
    /// How long a broken line is waited for while the person hears music.
    public static final Duration LINE_LOST = Duration.ofSeconds(20);

    private AgentMachine() {}

    public static AgentStep on(Agent agent, AgentEvent event) {
        return switch (event) {
            case AgentEvent.SatDown e -> satDown(agent, e);
            case AgentEvent.LoggedOut e -> loggedOut(agent, e.at());
            case AgentEvent.LineRose _ -> moved(agent.withLine(true));
            case AgentEvent.LineFell e -> lineFell(agent, e.at());
            case AgentEvent.SoundCame _ -> moved(agent.hearing(true));
            case AgentEvent.SoundWent e -> soundWent(agent.hearing(false), e.at());
            case AgentEvent.WentReady e -> wentReady(agent, e.at());
            case AgentEvent.Paused e -> paused(agent, e.reason(), e.at());
            case AgentEvent.Offered e -> offered(agent, e);
            case AgentEvent.OfferGone e ->
                    agent.state() instanceof Previewing ? free(agent, e.at()) : moved(agent);
            case AgentEvent.Dialed e -> dialed(agent, e);
            case AgentEvent.PersonComes e -> personComes(agent, e);
            case AgentEvent.PersonLost e ->
                    agent.has(e.attempt()) && agent.state() instanceof Reserved
                            ? free(agent, e.at())
                            : moved(agent);
            case AgentEvent.Joined e -> joined(agent, e);
            case AgentEvent.PersonParked e ->
                    agent.has(e.attempt()) && agent.state() instanceof Talking
                            ? moved(agent.in(new Holding(e.attempt(), e.at())))
                            : moved(agent);
            case AgentEvent.CallOver e -> callOver(agent, e);
            case AgentEvent.OwesDisposition e -> owes(agent, e);
            case AgentEvent.Disposed e -> disposed(agent, e);
        };
    }

    private static AgentStep satDown(Agent agent, AgentEvent.SatDown e) {
        return agent.state() instanceof Offline
                ? moved(
                        agent.in(
                                e.paused()
                                        .orElseGet(
                                                () -> new NotReady(PauseReason.LOGGED_IN, e.at()))))
                : moved(agent);
    }

    private static AgentStep loggedOut(Agent agent, Instant at) {
        return switch (agent.state()) {
            case Offline _ -> moved(agent);
            case NotReady _, Ready _, Previewing _ ->
                    moved(
                            Agent.away(at, agent.wrapUpTarget())
                                    .withLine(agent.lineUp())
                                    .hearing(agent.hears()));
            case WrappingUp _ ->
                    new Refused("WRAP_UP_OPEN", "Record the disposition of this call first.");
            case Dialing _, Reserved _, Talking _, Holding _, ConnectionLost _ ->
                    new Refused("ON_A_CALL", "End the call first.");
        };
    }

    private static AgentStep lineFell(Agent agent, Instant at) {
        Agent down = agent.withLine(false);
        return switch (agent.state()) {
            case Ready _, Previewing _ -> moved(down.in(new NotReady(PauseReason.LINE_LOST, at)));
            case Talking s -> moved(down.in(lost(s.attempt(), at)));
            case Holding s -> moved(down.in(lost(s.attempt(), at)));
            case Offline _, NotReady _, Dialing _, Reserved _, ConnectionLost _, WrappingUp _ ->
                    moved(down);
        };
    }

    /// A talk goes on: who hears nothing may still be heard.
    private static AgentStep soundWent(Agent deaf, Instant at) {
        return switch (deaf.state()) {
            case Ready _, Previewing _ -> moved(deaf.in(new NotReady(PauseReason.LINE_LOST, at)));
            case Offline _,
                    NotReady _,
                    Dialing _,
                    Reserved _,
                    Talking _,
                    Holding _,
                    ConnectionLost _,
                    WrappingUp _ ->
                    moved(deaf);
        };
    }

    private static ConnectionLost lost(AttemptId attempt, Instant at) {
        return new ConnectionLost(attempt, at, at.plus(LINE_LOST));
    }

    private static AgentStep wentReady(Agent agent, Instant at) {
        return switch (agent.state()) {
            case Ready _ -> moved(agent);
            case NotReady _ -> agent.able() ? moved(agent.in(new Ready(at))) : unable(agent);
            case Dialing _, Reserved _, Talking _, Holding _, ConnectionLost _ ->
                    isTakenOut(agent)
                            ? new Refused(
                                    "TAKEN_OUT", "Your supervisor takes you out after this call.")
                            : moved(agent.pausingAfterCall(Optional.empty()));
            case Previewing _ ->
                    new Refused("NOT_IN_THIS_STATE", "Dial or skip the account on your screen.");
            case WrappingUp _ ->
                    new Refused("WRAP_UP_OPEN", "Record the disposition of this call first.");
            case Offline _ -> new Refused("NOT_IN_THIS_STATE", "Open your desk first.");
        };
    }

    private static Refused unable(Agent agent) {
        return agent.lineUp()
                ? new Refused(
                        "NO_SOUND",
                        "No sound arrives at your headset. Wait a moment; if it stays so, reload"
                                + " the page or tell your supervisor.")
                : new Refused("LINE_DOWN", "Your line is down. Connect your line first.");
    }

    private static AgentStep paused(Agent agent, PauseReason reason, Instant at) {
        return switch (agent.state()) {
            case NotReady _, Ready _, Previewing _ -> moved(agent.in(new NotReady(reason, at)));
            case Dialing _, Reserved _, Talking _, Holding _, ConnectionLost _, WrappingUp _ ->
                    isTakenOut(agent)
                            ? stillTakenOut(agent, reason)
                            : moved(agent.pausingAfterCall(Optional.of(reason)));
            case Offline _ -> new Refused("NOT_IN_THIS_STATE", "Open your desk first.");
        };
    }

    /// Another pause changes nothing; a log-out would undo what the supervisor ordered.
    private static AgentStep stillTakenOut(Agent agent, PauseReason reason) {
        return reason == PauseReason.LOGGING_OUT
                ? new Refused(
                        "TAKEN_OUT", "Your supervisor takes you out after this call; log out then.")
                : moved(agent);
    }

    private static AgentStep offered(Agent agent, AgentEvent.Offered e) {
        return agent.state() instanceof Ready
                ? moved(agent.in(new Previewing(e.offer(), e.at(), e.until())))
                : moved(agent);
    }

    /// An agent who dials by hand out of a pause goes back into that pause.
    private static AgentStep dialed(Agent agent, AgentEvent.Dialed e) {
        Dialing next = new Dialing(e.attempt(), e.at());
        return switch (agent.state()) {
            case Ready _, Previewing _ -> moved(agent.in(next));
            case NotReady s -> moved(agent.pausingAfterCall(Optional.of(s.reason())).in(next));
            case Offline _,
                    Dialing _,
                    Reserved _,
                    Talking _,
                    Holding _,
                    ConnectionLost _,
                    WrappingUp _ ->
                    throw disagree(agent, "Dialed " + e.attempt());
        };
    }

    private static AgentStep personComes(Agent agent, AgentEvent.PersonComes e) {
        Reserved next = new Reserved(e.attempt(), e.at());
        return switch (agent.state()) {
            case Ready _ -> moved(agent.in(next));
            case Dialing s ->
                    s.attempt().equals(e.attempt()) ? moved(agent.in(next)) : other(agent, e);
            case Reserved s -> s.attempt().equals(e.attempt()) ? moved(agent) : other(agent, e);
            case Offline _,
                    NotReady _,
                    Previewing _,
                    Talking _,
                    Holding _,
                    ConnectionLost _,
                    WrappingUp _ ->
                    other(agent, e);
        };
    }

    private static AgentStep other(Agent agent, AgentEvent.PersonComes e) {
        throw disagree(agent, "PersonComes " + e.attempt());
    }

    /// Whatever an agent without a call is doing, a call of theirs found after a restart goes on.
    private static AgentStep joined(Agent agent, AgentEvent.Joined e) {
        Talking next = new Talking(e.attempt(), e.at());
        return switch (agent.state()) {
            case Talking _ -> moved(agent);
            case Offline _, NotReady _, Ready _ -> moved(agent.in(next));
            case Dialing _, Reserved _, Holding _, ConnectionLost _ ->
                    agent.has(e.attempt()) ? moved(agent.in(next)) : moved(agent);
            case Previewing _, WrappingUp _ -> moved(agent);
        };
    }

    private static AgentStep callOver(Agent agent, AgentEvent.CallOver e) {
        if (!agent.has(e.attempt())) {
            return moved(agent);
        }
        return switch (agent.state()) {
            case Dialing _, Reserved _, Talking _, Holding _, ConnectionLost _ ->
                    e.conversed()
                            ? moved(wrappingUp(agent, e.attempt(), e.at(), e.at()))
                            : free(agent, e.at());
            case Offline _, NotReady _, Ready _, Previewing _, WrappingUp _ -> moved(agent);
        };
    }

    /// Whoever was about to log out does so after this.
    private static AgentStep owes(Agent agent, AgentEvent.OwesDisposition e) {
        Agent next = leaves(agent) ? leavingAfterCall(agent) : agent;
        return agent.attempt().isEmpty()
                ? moved(wrappingUp(next, e.attempt(), e.endedAt(), e.at()))
                : moved(agent);
    }

    /// Whether the agent logs out now: the call after which they wanted to is over.
    public static boolean leaves(Agent agent) {
        return agent.state() instanceof NotReady s && s.reason() == PauseReason.LOGGING_OUT;
    }

    private static Agent leavingAfterCall(Agent agent) {
        return agent.pausingAfterCall(Optional.of(PauseReason.LOGGING_OUT));
    }

    private static Agent wrappingUp(Agent agent, AttemptId attempt, Instant endedAt, Instant at) {
        Instant target = endedAt.plus(agent.wrapUpTarget());
        return agent.in(new WrappingUp(attempt, endedAt, at, target));
    }

    /// The agent's last word counts; a supervisor's order stands above it.
    private static AgentStep disposed(Agent agent, AgentEvent.Disposed e) {
        if (agent.state() instanceof WrappingUp s && s.attempt().equals(e.attempt())) {
            return free(isTakenOut(agent) ? agent : agent.pausingAfterCall(e.pause()), e.at());
        } else {
            return moved(agent);
        }
    }

    /// A supervisor takes the agent out after the present call.
    private static boolean isTakenOut(Agent agent) {
        return agent.pauseAfterCall().filter(PauseReason.SUPERVISOR::equals).isPresent();
    }

    /// Free for what comes next: the pause that was asked for, the mending of the line, or a call.
    private static AgentStep free(Agent agent, Instant at) {
        AgentState next =
                agent.pauseAfterCall()
                        .<AgentState>map(reason -> new NotReady(reason, at))
                        .orElseGet(() ->
                                agent.able()
                                        ? new Ready(at)
                                        : new NotReady(PauseReason.LINE_LOST, at));
        return moved(agent.pausingAfterCall(Optional.empty()).in(next));
    }

    private static Moved moved(Agent next) {
        return new Moved(next);
    }

    private static IllegalStateException disagree(Agent agent, String event) {
        return new IllegalStateException(event + " while " + agent.state());
    }
}
