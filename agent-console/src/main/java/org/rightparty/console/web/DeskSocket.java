package org.rightparty.console.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.desk.Answer;
import org.rightparty.console.desk.DeskSnapshot;
import org.rightparty.console.desk.Desks;
import org.rightparty.console.people.Sessions.Held;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// One page of one agent. Everything that is not [Desks.Watcher] runs on the socket's own event
/// loop, so the fields need no lock.
///
/// A slow page never makes the server queue: while the socket is full only the latest desk waits,
/// and it is sent when the socket has drained.
final class DeskSocket implements Desks.Watcher, OpenSocket {
    private final SocketWire wire;
    private final Context context;
    private final Held held;
    private final AgentId agent;
    private final Desks desks;
    private final Clocks clocks;
    private final DraftKeeper drafts;
    private final AtomicReference<@Nullable Waiting> waiting = new AtomicReference<>();

    private volatile boolean gone;
    private long seq;
    private long revision = Long.MIN_VALUE;
    private Optional<AttemptId> inFront = Optional.empty();
    private Optional<Pop> pop = Optional.empty();

    /// The latest desk not yet sent.
    ///
    /// @param pops the call whose account it shows for the first time since the answer
    private record Waiting(DeskSnapshot desk, Optional<AttemptId> pops) {}

    /// A sent frame that shows an answered call's account, until the page says it is seen.
    private record Pop(AttemptId attempt, long seq) {}

    DeskSocket(
            Vertx vertx,
            ServerWebSocket socket,
            Held held,
            ConsoleServices services,
            Clocks clocks,
            Blocking blocking) {
        this.context = vertx.getOrCreateContext();
        this.wire = new SocketWire(vertx, socket, clocks.nanos());
        this.held = held;
        this.agent = held.person().id();
        this.desks = services.desks();
        this.clocks = clocks;
        this.drafts = new DraftKeeper(context, blocking, services.drafts(), agent, clocks);
        socket.textMessageHandler(this::received);
        socket.drainHandler(drained -> flush());
    }

    @Override
    public Held held() {
        return held;
    }

    @Override
    public void close(String reason) {
        context.runOnContext(ignored -> dismiss(reason));
    }

    /// The desk would not open.
    void declined(Answer.Declined answer) {
        if (Desks.MAY_SOON.contains(answer.code())) {
            wire.tryAgain(answer.sentence());
        } else {
            dismiss(answer.sentence());
        }
    }

    /// The desk is open: sends it, unless the dialer has done so already.
    void opened() {
        if (seq == 0) {
            desks.snapshot(agent).ifPresent(desk -> changed(desk, Optional.empty()));
        }
    }

    /// The page is gone.
    void closed() {
        gone = true;
        wire.closed();
        drafts.flush();
        desks.watcherGone(agent, this);
    }

    @Override
    public void changed(DeskSnapshot desk, Optional<Long> answeredNanos) {
        Optional<AttemptId> pops =
                answeredNanos.flatMap(n -> desk.call().flatMap(DeskSnapshot.CallInFront::attempt));
        Waiting before = waiting.getAndUpdate(w -> latest(w, new Waiting(desk, pops)));
        if (before == null) {
            context.runOnContext(ignored -> flush());
        }
    }

    private static Waiting latest(@Nullable Waiting before, Waiting after) {
        if (before == null) {
            return after;
        } else if (before.desk().revision() > after.desk().revision()) {
            return before;
        } else {
            return new Waiting(after.desk(), after.pops().or(before::pops));
        }
    }

    @Override
    public boolean isThere() {
        return !gone;
    }

    @Override
    public void dismissed(String reason, Instant at) {
        close(reason);
    }

    @Override
    public void letGo() {
        context.runOnContext(ignored -> wire.tryAgain("This campaign is not running here now."));
    }

    private void flush() {
        if (wire.isFull()) {
            return;
        }
        Waiting next = waiting.getAndSet(null);
        if (next != null && next.desk().revision() > revision) {
            send(next);
        }
    }

    private void send(Waiting next) {
        seq++;
        revision = next.desk().revision();
        wire.send(new Wire.DeskFrame(seq, WireDesk.of(next.desk())));
        pop = next.pops().map(attempt -> new Pop(attempt, seq)).or(() -> pop);
        Optional<AttemptId> call = next.desk().call().flatMap(DeskSnapshot.CallInFront::attempt);
        if (seq == 1) {
            call.ifPresent(attempt -> drafts.restore(attempt, this::restored));
        }
        inFront = call;
    }

    private void restored(AttemptId attempt, String json) {
        wire.send(new Wire.DraftFrame(attempt.value(), WireJson.object(json)));
    }

    private void dismiss(String reason) {
        wire.last(new Wire.Dismissed(reason));
    }

    private void received(String text) {
        long at = clocks.nanos().getAsLong();
        if (!wire.heard(at)) {
            return;
        }
        try {
            switch (WireJson.read(text, Wire.FromDesk.class)) {
                case Wire.Ask ask -> ask(ask);
                case Wire.Shown shown -> shown(shown, at);
                case Wire.SaveDraft draft -> save(draft);
                case Wire.LineReady line -> desks.lineReady(agent, line.ready());
                case Wire.SoundArrives sound -> desks.soundArrives(agent, sound.arrives());
                case Wire.Ping ping -> wire.send(new Wire.Pong(clocks.clock().instant()));
            }
        } catch (WireJson.Malformed | IllegalArgumentException wrong) {
            wire.protocolBroken();
        }
    }

    private void ask(Wire.Ask ask) {
        desks.ask(agent, WireIntent.toCore(ask.intent()))
                .whenComplete((answer, failed) ->
                        context.runOnContext(ignored ->
                                wire.send(SocketWire.answer(ask.ref(), answer, failed))));
    }

    private void shown(Wire.Shown shown, long at) {
        Optional<Pop> seen =
                pop.filter(p -> p.attempt().value() == shown.attempt() && shown.seq() >= p.seq());
        seen.ifPresent(p -> desks.screenShown(agent, p.attempt(), at));
        pop = seen.isPresent() ? Optional.empty() : pop;
    }

    /// Drafts are kept of the call in front of the agent and of no other.
    private void save(Wire.SaveDraft draft) {
        inFront.filter(attempt -> attempt.value() == draft.attempt())
                .ifPresent(attempt -> drafts.keep(attempt, WireJson.write(draft.draft())));
    }
}
