package org.rightparty.console.desk;

import java.util.Optional;

/// One row of the dispositions an agent can give, with what it demands and does.
///
/// @param hotKey Alt and this digit; empty for the less common
/// @param conversation whether it is a telephone conversation with the consumer, which starts the
///     cool-down of 12 CFR 1006.14(b)(2)(i)(B)
/// @param hold the hold it sets at once; empty when it sets none
/// @param phoneUsable what the number becomes; empty when it stays
public record DispositionCode(
        String code,
        String label,
        String category,
        Optional<Integer> hotKey,
        Party party,
        boolean conversation,
        Needs needs,
        Optional<HoldEffect> hold,
        Optional<String> phoneUsable) {

    /// Who spoke.
    public enum Party {
        RIGHT,
        THIRD,
        NOBODY,
        ANY
    }

    /// What must come with it.
    public record Needs(boolean promise, boolean callback, boolean note, boolean reason) {}

    public record HoldEffect(String code, Scope scope) {
        public enum Scope {
            CONSUMER,
            ACCOUNT,
            PHONE
        }
    }
}
