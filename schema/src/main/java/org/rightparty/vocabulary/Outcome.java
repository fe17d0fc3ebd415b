package org.rightparty.vocabulary;

/// How the network, or nobody, ended a call. The legal meaning of each SIP result follows
/// 12 CFR 1006.14(b)(3)(ii) and comment 14(b)(3)(ii)-1: an attempt counts unless it was proven that
/// the call did not connect to the dialed number.
public enum Outcome {
    /// SIP 486 or 600.
    BUSY(false),
    /// SIP 404, 410, 484, 485, 604, or special information tones.
    NOT_IN_SERVICE(false),
    /// SIP 603 with the network's block reason, 607 or 608, or ISUP cause 21 from the network.
    NETWORK_BLOCKED(false),
    /// It rang and nobody answered, or the person declined.
    RING_NO_ANSWER(true),
    /// A machine answered and no message was left.
    VOICEMAIL_NO_MESSAGE(true),
    /// A machine answered and a message was left.
    VOICEMAIL_LEFT(true),
    /// A person answered and the call ended before an agent spoke.
    ANSWERED_DROPPED(true),
    /// A person greeted us and no agent was on within two seconds.
    ABANDONED(true),
    /// A person answered and spoke with an agent. Whether it was the consumer is the disposition's
    /// to say.
    ANSWERED(true),
    /// Nothing proves what happened: it counts.
    UNKNOWN(true),
    /// Our own side failed before anything left for the carrier. Proven never placed.
    NEVER_PLACED(false);

    private final boolean connected;

    Outcome(boolean connected) {
        this.connected = connected;
    }

    /// Whether the attempt counts as a call placed to the person under 12 CFR 1006.14(b).
    public boolean connected() {
        return connected;
    }
}
