package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rulebooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides again what was decided: the same facts under the same books at the same instant give
/// the same verdict, or something is wrong with one of them.
public final class Replay {
    /// What stands for the rulebooks of a decision that no gate made: the demonstration's invented
    /// history.
    public static final String INVENTED = "demo history";

    /// What stands for their hash.
    public static final String NO_RULEBOOKS = "0".repeat(64);

    /// The kind of the entry that tells that a demonstration was loaded, its history before it. One
    /// is loaded into an empty database only: no gate has decided anything before.
    public static final String DEMO_LOADED = "demo.loaded";

    private Replay() {}

    /// Whether a decision that names these rulebooks says that no gate made it.
    public static boolean isInvented(String rulebooks, String sha256) {
        return rulebooks.equals(INVENTED) && sha256.equals(NO_RULEBOOKS);
    }

    /// A decision as it was recorded.
    ///
    /// @param facts empty when it was decided without
    public record Recorded(
            DialRequest request, Optional<DialFacts> facts, Instant decidedAt, Said said) {}

    /// What a verdict says, as far as it is recorded.
    ///
    /// @param rules the rows that refused, in precedence; empty for a permit
    public record Said(boolean allowed, List<String> rules, Optional<Instant> nextAllowedAt) {
        public Said {
            rules = List.copyOf(rules);
        }

        /// For people: what was said, and by which rows.
        public String words() {
            return allowed
                    ? "permitted"
                    : "refused by "
                            + (rules.isEmpty() ? "no row" : String.join(", ", rules))
                            + nextAllowedAt.map(at -> ", next allowed " + at).orElse("");
        }

        public static Said of(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Permitted _ -> new Said(true, List.of(), Optional.empty());
                case Verdict.Refused refused ->
                        new Said(
                                false,
                                refused.refusals().stream().map(Refusal::ruleId).toList(),
                                refused.nextAllowedAt());
            };
        }
    }

    /// What was decided without facts cannot have been allowed; when to ask again was not in them.
    private static Verdict withoutFacts(Recorded recorded) {
        return new Verdict.Refused(
                Gate.withoutFacts().refusals(), recorded.said().nextAllowedAt(), Set.of());
    }

    /// What the gate says of it now; equal to what it said then.
    public static Said again(Recorded recorded, Rulebooks books) {
        return Said.of(
                recorded.facts()
                        .map(facts ->
                                Gate.decide(recorded.request(), facts, books, recorded.decidedAt()))
                        .orElseGet(() -> withoutFacts(recorded)));
    }
}
