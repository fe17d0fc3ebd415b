package org.rightparty.dialer.pacing;

import org.rightparty.vocabulary.Outcome;

import java.util.Optional;
import java.util.Set;

/// What the network did with a call, as far as it tells something of the number, the caller-ID or
/// the trunk. Not the legal outcome: that says what counts, this says what to expect next.
public enum NetworkResult {
    /// A person answered.
    ANSWERED(0),
    /// A machine answered.
    MACHINE(1),
    BUSY(2),
    /// It rang, or the network looked for the telephone, and nobody came.
    NO_ANSWER(3),
    /// Nobody has this number.
    DEAD(4),
    /// A network between us and the number refused the call.
    BLOCKED(5),
    /// Refused as unwanted before it rang: SIP 603, 607 (RFC 8197) or 608 (RFC 8688).
    SPAM(6),
    /// The call never got as far as the number: the trunk or what lies behind it failed.
    FAILED(7);

    private final int place;

    NetworkResult(int place) {
        this.place = place;
    }

    private static final Set<String> REJECTIONS = Set.of("603", "607", "608");

    /// Temporarily unavailable: said of the telephone, not of the trunk.
    private static final String UNAVAILABLE = "480";

    /// No user responding, no answer, subscriber absent.
    private static final Set<Integer> NOBODY = Set.of(18, 19, 20);

    /// @param cause Q.850 cause
    /// @param sipCode the carrier's SIP result, empty when there was none
    /// @return empty when it tells nothing, because the call never left
    public static Optional<NetworkResult> of(Outcome outcome, int cause, String sipCode) {
        return switch (outcome) {
            case ANSWERED, ABANDONED, ANSWERED_DROPPED -> Optional.of(ANSWERED);
            case VOICEMAIL_LEFT, VOICEMAIL_NO_MESSAGE -> Optional.of(MACHINE);
            case BUSY -> Optional.of(BUSY);
            case RING_NO_ANSWER -> Optional.of(NO_ANSWER);
            case NOT_IN_SERVICE -> Optional.of(DEAD);
            case NETWORK_BLOCKED -> Optional.of(REJECTIONS.contains(sipCode) ? SPAM : BLOCKED);
            case UNKNOWN -> Optional.of(unproven(cause, sipCode));
            case NEVER_PLACED -> Optional.empty();
        };
    }

    private static NetworkResult unproven(int cause, String sipCode) {
        if (REJECTIONS.contains(sipCode)) {
            return SPAM;
        } else {
            return sipCode.equals(UNAVAILABLE) || NOBODY.contains(cause) ? NO_ANSWER : FAILED;
        }
    }

    /// Where its count stands among those that are kept.
    int place() {
        return place;
    }

    /// Whether the trunk brought the call to the number's network.
    public boolean isThrough() {
        return this != FAILED;
    }
}
