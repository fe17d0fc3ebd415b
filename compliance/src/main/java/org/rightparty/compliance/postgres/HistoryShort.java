package org.rightparty.compliance.postgres;

import org.rightparty.compliance.gate.DialFacts;
import org.rightparty.compliance.rules.Manner;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Whereabouts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Decisions whose recorded facts end where the books in force stopped looking back, before the
/// draft does.
final class HistoryShort {
    private final Rulebooks inForce;
    private final Rulebooks drafted;
    private final Map<Set<String>, Boolean> byPlaces = new HashMap<>();
    private long decisions;

    HistoryShort(Rulebooks inForce, Rulebooks drafted) {
        this.inForce = inForce;
        this.drafted = drafted;
    }

    long decisions() {
        return decisions;
    }

    void look(DialFacts facts, Instant at) {
        Set<String> places =
                Whereabouts.of(facts.evidence(), facts.collector(), at).jurisdictions();
        boolean shorter =
                byPlaces.computeIfAbsent(
                        places,
                        where ->
                                FactsReader.historyRead(inForce, where)
                                                .compareTo(
                                                        drafted.lookback(
                                                                Manner.COLLECTION_CALL, where))
                                        < 0);
        decisions += shorter ? 1 : 0;
    }
}
