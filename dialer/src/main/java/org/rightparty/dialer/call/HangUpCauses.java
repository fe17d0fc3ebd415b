package org.rightparty.dialer.call;

import org.rightparty.vocabulary.Outcome;

import java.util.Set;

/// What a hang-up means: from the network's cause to the legal outcome, in this order.
///
/// 1. What was answered is answered; no agent having spoken, it was dropped. Abandonment, voicemail
///    and conversation are for the call machine to say, which knows more.
/// 2. What rang, counts, whatever the network said afterwards (comment 14(b)(3)(ii)-1: a call
///    connects that causes a telephone to ring at the dialed number).
/// 3. The carrier's SIP result, when it is one of those that say what happened.
/// 4. The Q.850 cause. A carrier's `Reason` header (RFC 3326) is already in it.
/// 5. Nothing proves what happened, so it counts: [Outcome#UNKNOWN]. 403, 408, 480, 500, 503 and a
///    trunk that never replied end here, and so does a bare 603: only the `Reason` header beside it
///    could tell a block from a declining person.
public final class HangUpCauses {
    /// How far the call had come when it ended.
    public enum Reached {
        /// The far end gave no sign.
        NOTHING,
        /// The far end rang (SIP 180).
        RINGING,
        /// Somebody or something answered (SIP 200).
        ANSWERED
    }

    private static final int UNALLOCATED = 1;
    private static final int BUSY = 17;
    private static final int REJECTED = 21;
    private static final int NUMBER_CHANGED = 22;
    private static final int BAD_NUMBER = 28;

    /// Refusals that Asterisk turns into cause 21 by itself: then the cause adds nothing.
    private static final Set<String> REFUSALS = Set.of("401", "403", "407", "603");

    /// How a telephone that rings is told to stop: by a person, or by what answers for them.
    private static final Set<String> DECLINES = Set.of("486", "600", "603", "607", "608");

    private HangUpCauses() {}

    /// The outcome of a call in which no agent spoke.
    ///
    /// @param cause Q.850 cause
    /// @param sipCode the carrier's SIP result as three digits; empty when there was none
    public static Outcome outcome(int cause, String sipCode, Reached reached) {
        return switch (reached) {
            case ANSWERED -> Outcome.ANSWERED_DROPPED;
            case RINGING -> Outcome.RING_NO_ANSWER;
            case NOTHING -> bySipCode(cause, sipCode);
        };
    }

    /// Whether what rang was refused, rather than left to ring: the legal outcome is the same.
    static boolean declined(Outcome outcome, String sipCode) {
        return outcome == Outcome.RING_NO_ANSWER && DECLINES.contains(sipCode);
    }

    private static Outcome bySipCode(int cause, String sipCode) {
        return switch (sipCode) {
            case "486", "600" -> Outcome.BUSY;
            case "404", "410", "484", "485", "604" -> Outcome.NOT_IN_SERVICE;
            case "607", "608" -> Outcome.NETWORK_BLOCKED;
            default -> byCause(cause, sipCode);
        };
    }

    private static Outcome byCause(int cause, String sipCode) {
        return switch (cause) {
            case BUSY -> Outcome.BUSY;
            case UNALLOCATED, NUMBER_CHANGED, BAD_NUMBER -> Outcome.NOT_IN_SERVICE;
            case REJECTED -> REFUSALS.contains(sipCode) ? Outcome.UNKNOWN : Outcome.NETWORK_BLOCKED;
            default -> Outcome.UNKNOWN;
        };
    }
}
