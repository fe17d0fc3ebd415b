package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.compliance.zones.Whereabouts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Whether a conversation may be recorded, by the RECORDING rows of every place that either side
/// is in. One that asks for the consent of all is enough to need the announcement; a side whose
/// state nobody knows is such a one.
public final class RecordingConsent {
    private static final String UNITED_STATES = "US";

    private RecordingConsent() {}

    public enum Ruling {
        RECORD,
        DENY_RECORD_UNTIL_ANNOUNCED,
        DENY_RECORD
    }

    /// @param jurisdictions the places of both sides, with their parents
    /// @param placeUnknown whether the state of one side is not known
    /// @param announced whether all who listen were told
    public static Ruling decide(
            Rulebooks books, Set<String> jurisdictions, boolean placeUnknown, boolean announced) {
        boolean all = false;
        for (Rulebooks.Row row : books.rows()) {
            Rule rule = row.rule();
            if (rule.holdsIn(jurisdictions)
                    && rule.terms() instanceof Terms.Recording terms
                    && (terms.where() == Terms.Recording.Unknown.NOBODYS || placeUnknown)) {
                if (terms.consent() == Terms.Recording.Consent.FORBIDDEN) {
                    return Ruling.DENY_RECORD;
                }
                all |= terms.consent() == Terms.Recording.Consent.ALL_PARTY;
            }
        }
        return all && !announced ? Ruling.DENY_RECORD_UNTIL_ANNOUNCED : Ruling.RECORD;
    }

    /// What a permit says of it; nothing where one side's consent, our own, is enough.
    static Optional<String> code(Terms.Recording.Consent consent) {
        return switch (consent) {
            case ALL_PARTY -> Optional.of("RECORDING_ANNOUNCEMENT");
            case REQUIRED -> Optional.of("RECORDING_REQUIRED");
            case FORBIDDEN -> Optional.of("RECORDING_FORBIDDEN");
            case ONE_PARTY -> Optional.empty();
        };
    }

    /// Whether the row holds for what is known of where the two sides are.
    static boolean holds(Terms.Recording terms, DialFacts facts, Instant at) {
        return switch (terms.where()) {
            case NOBODYS -> true;
            case EITHER_SIDES -> unknown(consumer(facts, at)) || unknown(facts.collector());
            case CONSUMERS -> unknown(consumer(facts, at));
            case COLLECTORS -> unknown(facts.collector());
        };
    }

    /// What points to where the consumer is; where we are says nothing of it.
    private static Set<String> consumer(DialFacts facts, Instant at) {
        return Whereabouts.of(facts.evidence(), Set.of(), at).jurisdictions();
    }

    /// Nowhere at all, or in the United States and nobody knows in which state.
    private static boolean unknown(Set<String> places) {
        return places.isEmpty()
                || (places.contains(UNITED_STATES)
                        && places.stream().noneMatch(code -> code.startsWith(UNITED_STATES + "-")));
    }
}
