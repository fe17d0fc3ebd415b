package org.rightparty.compliance.rules;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// One row of a rulebook.
///
/// @param id stable name of the row, `US-FED-HRS`
/// @param jurisdiction where it holds: ISO 3166-2, with local parts below (`US-NY-NYC`), or `*`
/// @param citation the paragraph of the law
/// @param effectiveFrom first day it holds; empty when it holds already
/// @param effectiveTo first day it no longer holds; empty when it has no end
/// @param active false for a row that counsel has not confirmed
/// @param excuses what takes a contact or a call out of the rule
/// @param reasonCode stable code for machines
/// @param sentence what the agent reads
/// @param overridable whether two people of the house may set it aside for one consumer; never a
///     statute
public record Rule(
        String id,
        String jurisdiction,
        String citation,
        Provenance provenance,
        Strength strength,
        Optional<LocalDate> effectiveFrom,
        Optional<LocalDate> effectiveTo,
        boolean active,
        Applies applies,
        Terms terms,
        Set<Excuse> excuses,
        String reasonCode,
        String sentence,
        boolean overridable) {
    public Rule {
        excuses = Set.copyOf(excuses);
        if (overridable && strength == Strength.STATUTE) {
            throw new IllegalArgumentException("nobody overrides a statute: " + id);
        }
    }

    /// The same row, switched on or off.
    public Rule withActive(boolean on) {
        return with(on, terms);
    }

    /// The same row, saying something else.
    public Rule withTerms(Terms other) {
        return with(active, other);
    }

    private Rule with(boolean on, Terms other) {
        return new Rule(
                id,
                jurisdiction,
                citation,
                provenance,
                strength,
                effectiveFrom,
                effectiveTo,
                on,
                applies,
                other,
                excuses,
                reasonCode,
                sentence,
                overridable);
    }

    public boolean holdsIn(Set<String> jurisdictions) {
        return jurisdiction.equals("*") || jurisdictions.contains(jurisdiction);
    }

    public boolean effectiveOn(LocalDate day) {
        return effectiveFrom.filter(day::isBefore).isEmpty()
                && effectiveTo.filter(end -> !day.isBefore(end)).isEmpty();
    }
}
