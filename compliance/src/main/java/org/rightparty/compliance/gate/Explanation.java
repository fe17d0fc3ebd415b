package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Provenance;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Strength;
import org.rightparty.compliance.zones.Whereabouts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the gate would say to a call, and what each row of the books has to do with it. Made by
/// [Explainer] with the gate's own evaluation; nothing can be dialed from it.
///
/// @param at the instant it is about
/// @param rulebooks names and versions of the books that were asked
/// @param rulebooksSha256 the hash of all of them
/// @param where the places in which the consumer may be
/// @param reaches the places whose law reaches the call, and why
/// @param rows every row of the books: those that refuse first, in precedence, then those that let
///     pass, then those that do not hold for this call
/// @param nextAllowedAt `at` when it is allowed, else the first instant at which it would be, all
///     else equal; empty when no instant would do
public record Explanation(
        DialRequest request,
        Instant at,
        String rulebooks,
        String rulebooksSha256,
        Whereabouts where,
        List<Reach> reaches,
        List<Row> rows,
        Optional<Instant> nextAllowedAt) {
    public Explanation {
        reaches = List.copyOf(reaches);
        rows = List.copyOf(rows);
    }

    public boolean allowed() {
        return refusing().isEmpty();
    }

    /// The rows that refuse, in precedence: the first is the reason.
    public List<Row> refusing() {
        return rows.stream().filter(row -> row.answer() == Answer.REFUSES).toList();
    }

    /// What a row says to this call.
    public enum Answer {
        REFUSES,
        PASSES,
        /// The row is for other places, collectors, modes, numbers or days, or asks for nothing in
        /// this call.
        NOT_CONCERNED,
        /// The row is in the book and switched off.
        SWITCHED_OFF
    }

    /// One row of a book, with what it looked at.
    ///
    /// @param inputs what it looked at; none for a row that was not asked
    /// @param clearsAt for a row that refuses: no earlier than this can it let the call pass
    /// @param change for a row that refuses: what would have to change; otherwise empty, or why the
    ///     row does not hold
    public record Row(
            String ruleId,
            RuleType type,
            String book,
            String jurisdiction,
            String citation,
            Strength strength,
            Provenance provenance,
            String code,
            String sentence,
            Answer answer,
            List<Input> inputs,
            Optional<Instant> clearsAt,
            String change) {
        public Row {
            inputs = List.copyOf(inputs);
        }
    }

    /// One thing that a row looked at, in words for a person who knows the rules.
    public record Input(String name, String value) {}
}
