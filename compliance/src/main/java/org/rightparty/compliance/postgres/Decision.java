package org.rightparty.compliance.postgres;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.gate.DialRequest;
import org.rightparty.compliance.gate.Gate;
import org.rightparty.compliance.gate.Obligation;
import org.rightparty.compliance.gate.Refusal;
import org.rightparty.compliance.gate.Verdict;
import org.rightparty.compliance.rules.Rulebooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request, what the gate said, and the facts it said it on.
///
/// @param facts canonical JSON; an empty object when there were none
record Decision(DialRequest request, Verdict verdict, String facts) {

    static Decision of(
            DialRequest request, @Nullable DialFacts facts, Rulebooks books, Instant now) {
        return facts == null
                ? new Decision(request, Gate.withoutFacts(), "{}")
                : new Decision(
                        request,
                        Gate.decide(request, facts, books, now),
                        FactsJson.of(request, facts, now));
    }

    boolean permitted() {
        return switch (verdict) {
            case Verdict.Permitted _ -> true;
            case Verdict.Refused _ -> false;
        };
    }

    List<Refusal> refusals() {
        return switch (verdict) {
            case Verdict.Permitted _ -> List.of();
            case Verdict.Refused refused -> refused.refusals();
        };
    }

    List<Obligation> obligations() {
        return switch (verdict) {
            case Verdict.Permitted permitted -> permitted.permit().obligations();
            case Verdict.Refused _ -> List.of();
        };
    }

    /// The modes that would pass, by name, in their order.
    String[] modes() {
        return verdict.modes().stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    /// Stable code of the first refusal, or OK.
    String reason() {
        return permitted() ? "OK" : refusals().getFirst().code();
    }

    Optional<Instant> nextAllowedAt() {
        return switch (verdict) {
            case Verdict.Permitted _ -> Optional.empty();
            case Verdict.Refused refused -> refused.nextAllowedAt();
        };
    }

    static <K, V> V known(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing was recorded for " + key);
        }
        return value;
    }
}
