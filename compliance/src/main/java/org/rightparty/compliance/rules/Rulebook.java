package org.rightparty.compliance.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One version of one book of rules: the law of a country, or the policy of the house. Never
/// changed; a change is a new version.
///
/// @param sha256 hash of the canonical content, lower-case hex
/// @param effectiveTo until its successor; empty while it has none
public record Rulebook(
        String name,
        String version,
        String sha256,
        Instant effectiveFrom,
        Optional<Instant> effectiveTo,
        List<Rule> rules) {
    public Rulebook {
        rules = List.copyOf(rules);
    }

    /// `us-federal 2026.1`.
    public String title() {
        return name + " " + version;
    }

    public boolean effectiveAt(Instant at) {
        return !at.isBefore(effectiveFrom)
                && effectiveTo.filter(end -> !at.isBefore(end)).isEmpty();
    }
}
