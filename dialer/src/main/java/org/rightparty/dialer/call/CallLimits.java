package org.rightparty.dialer.call;

import java.time.Duration;

/// How long each state of a call may last, and why that long.
public final class CallLimits {
    /// A person who greeted us may wait this long; then the message plays (47 CFR 64.1200(a)(7)).
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    /// SIP gives up on a trunk that never replies after 32 s (RFC 3261, timer B).
    static final Duration SET_UP = Duration.ofSeconds(35);

    /// Beyond the longest ringing, which the telephone system ends by itself.
    static final Duration RING_GRACE = Duration.ofSeconds(5);

    /// Machine detection decides within 5 s.
    static final Duration SCREENING = Duration.ofSeconds(8);

    /// A machine's greeting and the wait for its end.
    static final Duration MACHINE = Duration.ofSeconds(90);

    /// The telephone system tells of an abandoned person at 2 s; later than this, the word was
    /// lost.
    static final Duration WAITING = Duration.ofSeconds(4);

    /// A move into a room takes milliseconds; a second of two orders in a row can get lost.
    static final Duration MOVE = Duration.ofMillis(1500);

    static final int MOVES_MAX = 3;

    /// How often a long call's place is asked for again, in case its end was lost.
    static final Duration RECHECK = Duration.ofSeconds(60);

    /// How long the person hears music while the agent's line is called again.
    public static final Duration LINE_LOST = Duration.ofSeconds(20);

    /// The message and its end.
    static final Duration ANNOUNCING = Duration.ofSeconds(45);

    /// From our hang-up to the word that it happened.
    static final Duration ENDING = Duration.ofSeconds(5);

    /// From asking what is up to the answer.
    static final Duration UNSETTLED = Duration.ofSeconds(10);

    /// A call placed an instant before the telephone system was asked may be missing in its answer.
    static final Duration UNSEEN = Duration.ofSeconds(3);

    private CallLimits() {}
}
