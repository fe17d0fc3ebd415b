package org.rightparty.dialer.asterisk;

import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.rightparty.dialer.call.Telephone.Listener;
import org.rightparty.dialer.call.Telephone.LiveLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Brings what was heard to calls and lines, in order. One thread.
///
/// After every log-in, and when asked, a census of all channels is taken. Until it is complete,
/// events and orders wait: what was heard before the census is in it, what is heard after applies
/// to it. When the link is lost meanwhile, orders fall to what is to be done without one, and
/// events to the next census, but for the ends of calls.
final class Switchboard {
    private static final Logger log = LoggerFactory.getLogger(Switchboard.class);
    private static final Duration CENSUS_MAX = Duration.ofSeconds(3);
    private static final Duration CENSUS_EVERY = Duration.ofSeconds(30);

    /// A switch that says it is younger has been restarted, and every channel is gone.
    private static final Duration JUST_STARTED = Duration.ofSeconds(15);

    private final ChannelIds ids;
    private final Calls calls;
    private final Lines lines;
    private final Link link;
    private final SwitchThread thread;
    private final Listener listener;
    private final InstantSource clock;
    private final List<Waiting> waiting = new ArrayList<>();
    private Census census;
    private State state = State.DOWN;
    private Purpose purpose = Purpose.ANNOUNCE;
    private long censuses;
    private boolean met;

    private enum State {
        DOWN,
        COUNTING,
        UP
    }

    private enum Purpose {
        /// The link came up: say so, then say what there is.
        ANNOUNCE,
        /// Somebody asked what there is.
        ANSWER,
        /// Only look for calls whose end we missed.
        RECONCILE
    }

    /// @param whenUp after the census
    /// @param whenLost when there will be none
    private record Waiting(Runnable whenUp, Runnable whenLost) {}

    Switchboard(ChannelIds ids, Calls calls, Lines lines, Outside outside) {
        this.ids = ids;
        this.calls = calls;
        this.lines = lines;
        this.link = outside.link();
        this.thread = outside.thread();
        this.listener = outside.listener();
        this.clock = outside.clock();
        this.census = new Census(ids);
    }

    /// Does what was ordered, now or after the census; without a link, what is to be done instead.
    void order(Runnable whenUp, Runnable whenDown) {
        switch (state) {
            case UP -> whenUp.run();
            case COUNTING -> waiting.add(new Waiting(() -> order(whenUp, whenDown), whenDown));
            case DOWN -> whenDown.run();
        }
    }

    /// Does it when there is a link again, be it in an hour.
    void orderSooner(Runnable whenUp) {
        if (state == State.UP) {
            whenUp.run();
        } else {
            waiting.add(new Waiting(whenUp, () -> orderSooner(whenUp)));
        }
    }

    void resynchronise() {
        orderSooner(() -> count(Purpose.ANSWER));
    }

    void heard(Heard heard) {
        switch (heard) {
            case Heard.Connected _ -> connected();
            case Heard.Disconnected(Instant at) -> lost(at);
            case Heard.Booted(Duration uptime) -> booted(uptime);
            case Heard.Row row -> counted(row);
            case Heard.RowsEnd end -> counted(end);
            case Heard.CameIn(var from, var at) -> listener.cameIn(from, at);
            case Heard.OfCall(var event) -> inOrder(() -> calls.heard(event));
            case Heard.FarEndHungUp far -> inOrder(() -> calls.heard(far));
            case Heard.CallEnded ended -> ended(() -> calls.heard(ended));
            case Heard.RecordingBegan began -> inOrder(() -> calls.heard(began));
            case Heard.LineJoined joined -> inOrder(() -> lines.heard(joined));
            case Heard.LineEnded ended -> inOrder(() -> lines.heard(ended));
            case Heard.ContactGone gone -> inOrder(() -> lines.heard(gone));
            case Heard.OriginateFailed failed ->
                    inOrder(() -> {
                        calls.heard(failed);
                        lines.heard(failed);
                    });
        }
    }

    private void inOrder(Runnable event) {
        if (state == State.COUNTING) {
            waiting.add(new Waiting(event, () -> {}));
        } else {
            event.run();
        }
    }

    /// What is over is over, whatever a later census finds.
    private void ended(Runnable event) {
        if (state == State.COUNTING) {
            waiting.add(new Waiting(event, event));
        } else {
            event.run();
        }
    }

    private void connected() {
        count(Purpose.ANNOUNCE);
    }

    private void lost(Instant at) {
        log.warn("asterisk.link.lost");
        met = true;
        state = State.DOWN;
        censuses++;
        taken().forEach(w -> w.whenLost().run());
        calls.linkLost();
        listener.link(false, at);
    }

    /// A switch that we meet for the first time may be as young as it likes.
    private void booted(Duration uptime) {
        if (met && uptime.compareTo(JUST_STARTED) < 0) {
            log.warn("asterisk.restarted uptime={}", uptime);
        }
    }

    private void count(Purpose why) {
        state = State.COUNTING;
        purpose = why;
        long number = ++censuses;
        census = new Census(ids);
        CoreShowChannelsAction action = Actions.showChannels();
        action.setActionId(Long.toString(number));
        link.send(action, _ -> {});
        thread.after(CENSUS_MAX, () -> overdue(number));
    }

    private void overdue(long number) {
        if (number == censuses && state == State.COUNTING) {
            log.warn("asterisk.census.overdue");
            count(purpose);
        }
    }

    private void counted(Heard.Row row) {
        if (row.census().equals(Long.toString(censuses))) {
            census.add(row);
        }
    }

    private void counted(Heard.RowsEnd end) {
        if (state != State.COUNTING || !end.census().equals(Long.toString(censuses))) {
            return;
        }
        state = State.UP;
        tell();
        taken().forEach(w -> w.whenUp().run());
        long number = censuses;
        thread.after(CENSUS_EVERY, () -> look(number));
    }

    private List<Waiting> taken() {
        List<Waiting> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    private void tell() {
        Instant at = clock.instant();
        if (purpose == Purpose.RECONCILE) {
            calls.reconcile(census.calls());
            return;
        }
        if (purpose == Purpose.ANNOUNCE) {
            log.info("asterisk.link.up calls={}", census.calls().size());
            listener.link(true, at);
        }
        lines.adopt(census.lines());
        listener.resynchronised(
                calls.adopt(census.calls()),
                census.lines().stream()
                        .filter(Census.FoundLine::answered)
                        .map(found -> new LiveLine(found.line()))
                        .toList(),
                at);
    }

    private void look(long number) {
        if (number == censuses && state == State.UP) {
            count(Purpose.RECONCILE);
        }
    }
}
