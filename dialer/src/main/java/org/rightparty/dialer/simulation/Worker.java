package org.rightparty.dialer.simulation;

import org.rightparty.console.agent.AgentState;
import org.rightparty.console.agent.PauseReason;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Desks.Watcher;
import org.rightparty.console.desk.Intent;
import org.rightparty.console.desk.WrapUp;
import org.rightparty.dialer.simulation.Scenario.Factors;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An agent at work: comes, talks, wraps up, takes breaks, goes home. Looks at the desk and asks as
/// a page would.
final class Worker implements Watcher {
    /// What an agent asks the floor for.
    interface Desk {
        void open(AgentId agent, Watcher page);

        void ask(AgentId agent, Intent intent);
    }

    private enum Doing {
        AWAY,
        WAITING,
        BUSY
    }

    private final AgentId id;
    private final WorkDay day;
    private final VirtualTime time;
    private final Measure measure;
    private final Desk desk;
    private Doing doing = Doing.AWAY;
    private long since;
    private long readySince;
    private long awayUntil = Long.MIN_VALUE;
    private boolean goingHome;
    private boolean wrappingUp;
    private Conversation conversation = Conversation.NONE;
    private Optional<AgentState> seen = Optional.empty();

    Worker(AgentId id, WorkDay day, VirtualTime time, Measure measure, Desk desk) {
        this.id = id;
        this.day = day;
        this.time = time;
        this.measure = measure;
        this.desk = desk;
    }

    AgentId id() {
        return id;
    }

    void begin() {
        time.at(day.comesAtS(), () -> desk.open(id, this));
        day.goesAtS().ifPresent(second -> time.at(second, this::goHome));
        for (WorkDay.Away away : day.away()) {
            time.at(away.fromS(), () -> leave(away));
        }
    }

    private void goHome() {
        goingHome = true;
        if (isFree()) {
            desk.ask(id, new Intent.LogOut());
        } else if (day.leavesAnnounced() && seen.isPresent()) {
            desk.ask(id, new Intent.Pause(PauseReason.LOGGING_OUT));
        }
    }

    private boolean isFree() {
        return seen.filter(s -> s instanceof AgentState.Ready || s instanceof AgentState.NotReady)
                .isPresent();
    }

    private void leave(WorkDay.Away away) {
        awayUntil = Math.max(awayUntil, VirtualTime.micros(away.untilS()));
        time.at(away.untilS(), this::comeBack);
        boolean ready = seen.filter(AgentState.Ready.class::isInstance).isPresent();
        if (ready || (away.announced() && !isFree() && seen.isPresent())) {
            desk.ask(id, new Intent.Pause(PauseReason.LUNCH));
        }
    }

    private void comeBack() {
        boolean paused = seen.filter(AgentState.NotReady.class::isInstance).isPresent();
        if (paused && isHere()) {
            desk.ask(id, new Intent.GoReady());
        }
    }

    private boolean isHere() {
        return time.now() >= awayUntil && !goingHome;
    }

    /// A talk begins; how long it will last.
    ///
    /// @param person false for a machine that was taken for a person: the agent hangs up and has
    ///     nothing to write
    /// @param factors how much longer than others it lasts
    double talkS(boolean person, Factors factors) {
        conversation = person ? day.next(factors) : Conversation.NONE;
        return conversation.talkS();
    }

    @Override
    public void changed(DeskSnapshot snapshot, Optional<Long> answeredNanos) {
        AgentState state = snapshot.state();
        boolean due = state instanceof AgentState.NotReady || !seen.equals(Optional.of(state));
        seen = Optional.of(state);
        if (snapshot.line() == DeskSnapshot.Line.DOWN) {
            desk.ask(id, new Intent.CallMyLine());
        } else if (snapshot.line() == DeskSnapshot.Line.UP && due) {
            act(state);
        }
    }

    private void act(AgentState state) {
        switch (state) {
            case AgentState.Offline _ -> now(Doing.AWAY);
            case AgentState.NotReady _ -> paused();
            case AgentState.Ready _, AgentState.Reserved _ -> waits();
            case AgentState.Talking _, AgentState.Holding _, AgentState.ConnectionLost _ -> talks();
            case AgentState.WrappingUp s -> wrapsUp(s.attempt());
            case AgentState.Previewing _, AgentState.Dialing _ -> now(Doing.BUSY);
        }
    }

    private void paused() {
        now(Doing.AWAY);
        if (goingHome) {
            desk.ask(id, new Intent.LogOut());
        } else if (isHere()) {
            desk.ask(id, new Intent.GoReady());
        }
    }

    private void waits() {
        if (doing != Doing.WAITING) {
            readySince = time.now();
        }
        wrappingUp = false;
        now(Doing.WAITING);
        if (seen.filter(AgentState.Ready.class::isInstance).isPresent() && !isHere()) {
            desk.ask(id, goingHome ? new Intent.LogOut() : new Intent.Pause(PauseReason.LUNCH));
        }
    }

    private void talks() {
        if (doing == Doing.WAITING) {
            measure.waited(readySince, time.now());
            seen.ifPresent(this::verify);
        }
        now(Doing.BUSY);
    }

    private void verify(AgentState state) {
        if (state instanceof AgentState.Talking talking) {
            Intent shown = new Intent.VerifyIdentity(talking.attempt(), List.of("DATE_OF_BIRTH"));
            conversation
                    .verifiedAfterS()
                    .ifPresent(after -> time.after(after, () -> desk.ask(id, shown)));
        }
    }

    private void wrapsUp(AttemptId attempt) {
        if (!wrappingUp) {
            wrappingUp = true;
            talks();
            time.after(conversation.wrapUpS(), () -> dispose(attempt));
        }
    }

    private void dispose(AttemptId attempt) {
        if (conversation.breakS() > 0) {
            long back = time.now() + VirtualTime.micros(conversation.breakS());
            awayUntil = Math.max(awayUntil, back);
            time.after(conversation.breakS(), this::comeBack);
        }
        wrappingUp = false;
        WrapUp form =
                new WrapUp(attempt, "RPC_NO_PROMISE", "", "", Optional.empty(), Optional.empty());
        desk.ask(id, new Intent.Dispose(form, pause()));
    }

    private Optional<PauseReason> pause() {
        boolean leaves = goingHome && day.leavesAnnounced();
        PauseReason why = leaves ? PauseReason.LOGGING_OUT : PauseReason.BREAK;
        return isHere() ? Optional.empty() : Optional.of(why);
    }

    private void now(Doing next) {
        if (next != doing) {
            count();
            doing = next;
            since = time.now();
        }
    }

    private void count() {
        switch (doing) {
            case WAITING -> measure.idle(since, time.now());
            case BUSY -> measure.busy(since, time.now());
            case AWAY -> {}
        }
    }

    /// The simulated day is over.
    void end() {
        count();
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public void dismissed(String reason, Instant at) {
        now(Doing.AWAY);
        seen = Optional.empty();
    }

    /// The loop of a simulated day leads it to its end.
    @Override
    public void letGo() {}
}
