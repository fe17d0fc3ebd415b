package org.rightparty.dialer.postgres;

import org.rightparty.dialer.selection.Choice;

import java.time.Instant;
import java.util.Optional;

/// What a candidate that sleeps waits for, as `dial_candidate.waits_for` keeps it. A refusal of the
/// gate that ends by itself stands there as `GATE_` and its code.
final class Waits {
    static final String CALL = "CALL";
    static final String BUSY = "BUSY";
    static final String PREVIEW = "PREVIEW";
    static final String CALLBACK = "CALLBACK";
    static final String PROMISE = "PROMISE";
    static final String RETRY = "RETRY";
    static final String HOLD_ENDS = "HOLD_ENDS";

    private Waits() {}

    /// Empty for one that is due.
    static String of(Dossier dossier, Choice.Candidate chosen, Instant now) {
        Instant until = chosen.notBefore();
        if (!until.isAfter(now)) {
            return "";
        } else if (dossier.facts().heldUntil().filter(until::equals).isPresent()) {
            return CALL;
        } else if (dossier.facts().stops().stream()
                .anyMatch(stop -> stop.until().equals(Optional.of(until)))) {
            return HOLD_ENDS;
        } else {
            return switch (chosen.tier()) {
                case CALLBACK -> CALLBACK;
                case FALLING_DUE -> PROMISE;
                case BROKEN_PROMISE, POOL -> RETRY;
            };
        }
    }
}
