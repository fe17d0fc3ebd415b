package org.rightparty.console.desk;

/// Why somebody is called now, in one sentence, and who may hear it.
public record CallReason(String sentence, Hearers hearers) {
    /// What stands in the place of a reason that is the consumer's own.
    public static final String KEPT_BACK = "Shown once identity is verified.";

    /// Who may hear a reason, or read it over the agent's shoulder.
    public enum Hearers {
        /// It says nothing of a debt.
        ANYBODY,
        /// It may hint at one (15 U.S.C. 1692c(b), 12 CFR 1006.6(d)(1)).
        CONSUMER
    }

    public static CallReason open(String sentence) {
        return new CallReason(sentence, Hearers.ANYBODY);
    }

    public static CallReason confidential(String sentence) {
        return new CallReason(sentence, Hearers.CONSUMER);
    }

    /// The same as anybody may read it.
    CallReason aloud() {
        return hearers == Hearers.ANYBODY ? this : open(KEPT_BACK);
    }
}
