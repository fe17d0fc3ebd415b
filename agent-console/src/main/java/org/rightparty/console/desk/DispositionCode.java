package org.rightparty.console.desk;

import java.util.Optional;

/// One row of the dispositions an agent can give, with what it demands and does.
///
/// @param hotKey Alt and this digit; empty for the less common
/// @param conversation whether it is a telephone conversation with the consumer, which starts the
///     cool-down of 12 CFR 1006.14(b)(2)(i)(B)
public record DispositionCode(
        String code,
        String label,
        String category,
        Optional<Integer> hotKey,
        Party party,
        boolean conversation,
        Needs needs,
        Effects effects) {

    /// Who spoke.
    public enum Party {
        RIGHT,
        THIRD,
        NOBODY,
        ANY
    }

    /// What must come with it.
    public record Needs(
            boolean promise,
            boolean callback,
            boolean note,
            boolean reason,
            boolean payment,
            boolean attorney) {
        /// Neither payment nor attorney.
        public Needs(boolean promise, boolean callback, boolean note, boolean reason) {
            this(promise, callback, note, reason, false, false);
        }
    }

    /// What it does.
    ///
    /// @param hold the hold it sets at once; empty when it sets none
    /// @param phoneUsable what the number becomes; empty when it stays
    /// @param workState what the account's work state becomes; empty when it stays
    /// @param task the kind of task it leaves for a supervisor; empty when it leaves none
    /// @param blocks what the consumer wants no calls at; empty when it blocks nothing
    /// @param revokesConsent takes back the consent to automated calls, to all numbers
    public record Effects(
            Optional<HoldEffect> hold,
            Optional<String> phoneUsable,
            Optional<String> workState,
            Optional<String> task,
            Optional<Block> blocks,
            boolean revokesConsent) {
        public static final Effects NONE =
                new Effects(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
    }

    /// A hold and what it covers.
    public record HoldEffect(String code, Scope scope) {
        public enum Scope {
            CONSUMER,
            ACCOUNT,
            PHONE
        }
    }

    /// A wish of the consumer (12 CFR 1006.6(b)(1)).
    public enum Block {
        THIS_PLACE,
        /// The hour of the day, on the consumer's clock, at which this call was placed.
        THIS_HOUR
    }
}
