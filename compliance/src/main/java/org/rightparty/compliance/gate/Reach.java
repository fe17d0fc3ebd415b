package org.rightparty.compliance.gate;

import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Jurisdictions;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A place whose law reaches the call, and what brings it there.
///
/// @param jurisdiction the place, `US-TX`
/// @param because what points to it, in words
public record Reach(String jurisdiction, List<String> because) {
    public Reach {
        because = List.copyOf(because);
    }

    /// All that reach the call, by name: the jurisdictions of its [DialFacts#whereabouts].
    static List<Reach> of(DialFacts facts, Instant at) {
        SortedMap<String, SortedSet<String>> places = new TreeMap<>();
        facts.collector().forEach(code -> add(places, code, "where we work from"));
        for (Evidence item : facts.evidence()) {
            if (item.counts(at)) {
                item.jurisdiction().stream()
                        .flatMap(Jurisdictions::withParents)
                        .forEach(code -> add(places, code, words(item.kind())));
            }
        }
        return places.entrySet().stream()
                .map(place -> new Reach(place.getKey(), List.copyOf(place.getValue())))
                .toList();
    }

    private static void add(
            SortedMap<String, SortedSet<String>> places, String code, String because) {
        places.computeIfAbsent(code, _ -> new TreeSet<>()).add(because);
    }

    private static String words(Evidence.Kind kind) {
        return switch (kind) {
            case ADDRESS -> "the consumer's address";
            case NUMBER -> "the number's area";
            case STATED -> "what was told of where the consumer is";
            case EMPLOYER -> "where the consumer's employer is";
        };
    }

    /// `US-TX (where we work from)`.
    @Override
    public String toString() {
        return jurisdiction + " (" + String.join("; ", because) + ")";
    }
}
