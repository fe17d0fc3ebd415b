package org.rightparty.compliance.rules;

import java.util.Set;

/// What a frequency rule counts. Each law counts differently, so this is a row of the rulebook and
/// not code: a call that rang unanswered counts in one place and not in another.
///
/// @param name `CALL_CONNECTED`
/// @param voices only contacts with these voices; empty means all
public record Counter(
        String name, Set<ContactKind> kinds, Set<ContactResult> results, Set<Voice> voices) {
    public Counter {
        kinds = Set.copyOf(kinds);
        results = Set.copyOf(results);
        voices = Set.copyOf(voices);
    }

    public boolean counts(ContactKind kind, ContactResult result, Voice voice) {
        return kinds.contains(kind)
                && results.contains(result)
                && (voices.isEmpty() || voices.contains(voice));
    }
}
