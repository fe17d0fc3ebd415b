package org.rightparty.dialer.asterisk;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.call.CallEvent;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Moves people between contexts of the dialplan, one move at a time for each channel. Asterisk
/// accepts a second Redirect before the first took effect, and loses it; so the next is sent only
/// when the effect of the one before was seen, and a move without effect is repeated. One thread.
final class Moves {
    private static final Duration EFFECT_MAX = Duration.ofSeconds(1);
    private static final int TRIES_MAX = 3;
    private static final String PAIR = "pair";

    /// Where to, as the dialplan says it.
    record Move(String context, String exten) {
        static Move toRoom(String line) {
            return new Move("room", line);
        }

        static Move toPair(AttemptId outside) {
            return new Move(PAIR, outside.toString());
        }

        static Move toHold() {
            return new Move("hold", "s");
        }
    }

    /// What is outside: sending one Redirect, and hearing that a move failed.
    interface Switch {
        void redirect(AttemptId call, Move move, Consumer<Reply> onReply);

        void after(Duration delay, Runnable task);

        void moveFailed(AttemptId call, String reason);
    }

    private final Switch theSwitch;
    private final Map<AttemptId, Moving> moving = new HashMap<>();

    Moves(Switch theSwitch) {
        this.theSwitch = theSwitch;
    }

    /// Moves now, or after the move under way; of several that wait only the last is made.
    void move(AttemptId call, Move move) {
        Moving now = moving.get(call);
        if (now == null) {
            send(call, new Moving(move));
        } else {
            now.next = move;
        }
    }

    /// Looks whether this is what a move was waiting for.
    void heard(CallEvent event) {
        Moving now = moving.get(event.call());
        if (now == null) {
            return;
        }
        switch (event) {
            case CallEvent.Joined joined when now.move.equals(Move.toRoom(joined.line())) ->
                    done(event.call(), now);
            case CallEvent.Held _ when now.move.equals(Move.toHold()) -> done(event.call(), now);
            case CallEvent.Paired _ when now.move.context().equals(PAIR) -> done(event.call(), now);
            case CallEvent.Orphaned _ when now.move.context().equals("room") ->
                    done(event.call(), now);
            case CallEvent.Abandoned _ -> now.repeatable = false;
            case CallEvent.Rang _,
                    CallEvent.Answered _,
                    CallEvent.ScreeningBegan _,
                    CallEvent.MachineHeard _,
                    CallEvent.Joined _,
                    CallEvent.Held _,
                    CallEvent.Orphaned _,
                    CallEvent.Paired _,
                    CallEvent.ConnectFailed _,
                    CallEvent.RecordingBegan _,
                    CallEvent.NotPlaced _,
                    CallEvent.Played _,
                    CallEvent.HungUp _ -> {}
        }
    }

    /// The call is over, or its fate unknown.
    void forget(AttemptId call) {
        moving.remove(call);
    }

    void forgetAll() {
        moving.clear();
    }

    private void send(AttemptId call, Moving move) {
        moving.put(call, move);
        move.sent++;
        int thisTry = move.sent;
        theSwitch.redirect(call, move.move, reply -> replied(call, move, reply));
        theSwitch.after(EFFECT_MAX, () -> overdue(call, move, thisTry));
    }

    private void replied(AttemptId call, Moving move, Reply reply) {
        if (moving.get(call) == move && (reply == Reply.REFUSED || reply == Reply.NOT_SENT)) {
            moving.remove(call);
            theSwitch.moveFailed(call, reply == Reply.REFUSED ? "CHANNEL_GONE" : "LINK_DOWN");
        }
    }

    private void overdue(AttemptId call, Moving move, int thisTry) {
        if (moving.get(call) != move || thisTry != move.sent) {
            return;
        }
        if (move.next != null) {
            done(call, move);
        } else if (move.repeatable && move.sent < TRIES_MAX) {
            send(call, move);
        } else {
            moving.remove(call);
            theSwitch.moveFailed(call, "NO_EFFECT");
        }
    }

    private void done(AttemptId call, Moving move) {
        moving.remove(call);
        if (move.next != null) {
            send(call, new Moving(move.next));
        }
    }

    private static final class Moving {
        private final Move move;
        private int sent;

        /// Not once the person hears the message: nobody is pulled out of it.
        private boolean repeatable = true;

        private @Nullable Move next;

        Moving(Move move) {
            this.move = move;
        }
    }
}
