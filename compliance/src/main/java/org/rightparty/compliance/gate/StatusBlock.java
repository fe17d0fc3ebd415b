package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// STATUS_BLOCK: no call while a hold stands, or the person or the debt is in a state that forbids
/// it.
///
/// A hold reaches the call when it has begun and not ended, covers the debt or all debts (or the
/// row asks for no debt in particular), and covers the number or all numbers.
final class StatusBlock {
    private StatusBlock() {}

    static Optional<Finding> check(Case call, Terms.StatusBlock terms, Instant at) {
        DialFacts facts = call.facts();
        if (!terms.places().isEmpty() && !terms.places().contains(facts.phone().place())) {
            return Optional.empty();
        }
        if (inForbiddenState(facts, terms)) {
            return Optional.of(Finding.NEVER);
        }
        List<DialFacts.Hold> standing =
                facts.holds().stream()
                        .filter(hold -> terms.codes().contains(hold.code()))
                        .filter(hold -> stands(hold, facts, at))
                        .filter(hold -> terms.anyDebt() || isOfDebt(hold, facts))
                        .toList();
        return standing.isEmpty() ? Optional.empty() : Optional.of(lastEnd(standing));
    }

    private static boolean inForbiddenState(DialFacts facts, Terms.StatusBlock terms) {
        return (facts.person().deceased() && terms.codes().contains("DECEASED"))
                || (facts.person().minor() && terms.codes().contains("MINOR"))
                || terms.codes().contains(facts.debt().workState());
    }

    static boolean reaches(DialFacts.Hold hold, DialFacts facts, Instant at) {
        return stands(hold, facts, at) && isOfDebt(hold, facts);
    }

    private static boolean stands(DialFacts.Hold hold, DialFacts facts, Instant at) {
        return !at.isBefore(hold.from())
                && hold.until().filter(end -> !at.isBefore(end)).isEmpty()
                && (hold.channels().isEmpty() || hold.channels().contains(facts.manner().channel()))
                && hold.phone().filter(phone -> !phone.equals(facts.phone().id())).isEmpty();
    }

    private static boolean isOfDebt(DialFacts.Hold hold, DialFacts facts) {
        return hold.account().filter(debt -> !debt.equals(facts.debt().account())).isEmpty();
    }

    private static Finding lastEnd(List<DialFacts.Hold> holds) {
        return holds.stream().anyMatch(hold -> hold.until().isEmpty())
                ? Finding.NEVER
                : new Finding(
                        holds.stream()
                                .flatMap(hold -> hold.until().stream())
                                .max(Comparator.naturalOrder()));
    }
}
