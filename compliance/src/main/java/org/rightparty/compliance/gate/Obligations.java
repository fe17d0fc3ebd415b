package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Duty;
import org.rightparty.compliance.rules.Place;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// OBLIGATION and RECORDING rows: they refuse nothing, the permit carries what they ask for. Of
/// two rows with one code the first in precedence is kept.
final class Obligations {
    private Obligations() {}

    static List<Obligation> of(Case call, Instant at) {
        Map<String, Obligation> duties = new LinkedHashMap<>();
        for (Rulebooks.Row row : call.rows(at)) {
            for (Obligation duty : of(call, row, at)) {
                duties.putIfAbsent(duty.code(), duty);
            }
        }
        return List.copyOf(duties.values());
    }

    private static List<Obligation> of(Case call, Rulebooks.Row row, Instant at) {
        List<Obligation> duties = new ArrayList<>();
        if (!asks(call, row.rule(), at)) {
            return duties;
        }
        if (row.rule().terms() instanceof Terms.Obligation terms) {
            duties.add(duty(row, terms.code(), terms.due()));
        }
        if (row.rule().terms() instanceof Terms.Recording terms) {
            RecordingConsent.code(terms.consent())
                    .ifPresent(code -> duties.add(duty(row, code, Duty.BEFORE_RECORDING)));
        }
        return duties;
    }

    /// Whether the row asks for something in this call; a row of another type is not about that.
    static boolean asks(Case call, Rule rule, Instant at) {
        if (rule.terms() instanceof Terms.Obligation terms) {
            return asks(call, terms, at);
        }
        return !(rule.terms() instanceof Terms.Recording terms)
                || RecordingConsent.holds(terms, call.facts(), at);
    }

    /// In which calls a row asks that does not ask in all; empty for one that does.
    static String asksWhen(Rule rule) {
        if (rule.terms() instanceof Terms.Obligation terms) {
            return Stream.of(
                            when("while a hold stands: ", terms.holds()),
                            when(
                                    "on a number that rings at: ",
                                    terms.places().stream().map(Place::name).toList()))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining("; ", "asks only ", ""));
        }
        return rule.terms() instanceof Terms.Recording terms ? asksWhile(terms.where()) : "";
    }

    private static String asksWhile(Terms.Recording.Unknown where) {
        return switch (where) {
            case NOBODYS -> "";
            case EITHER_SIDES ->
                    "asks only while nobody knows in which state the consumer is, or we are";
            case CONSUMERS -> "asks only while nobody knows in which state the consumer is";
            case COLLECTORS -> "asks only while nobody has set in which state we work";
        };
    }

    private static Optional<String> when(String words, Collection<String> codes) {
        return codes.isEmpty() ? Optional.empty() : Optional.of(words + InWords.of(codes));
    }

    private static boolean asks(Case call, Terms.Obligation terms, Instant at) {
        boolean here =
                terms.places().isEmpty() || terms.places().contains(call.facts().phone().place());
        return here
                && (terms.holds().isEmpty()
                        || call.facts().holds().stream()
                                .filter(hold -> terms.holds().contains(hold.code()))
                                .anyMatch(hold -> StatusBlock.reaches(hold, call.facts(), at)));
    }

    private static Obligation duty(Rulebooks.Row row, String code, Duty due) {
        Rule rule = row.rule();
        return new Obligation(code, due, rule.id(), row.book(), rule.citation(), rule.sentence());
    }
}
