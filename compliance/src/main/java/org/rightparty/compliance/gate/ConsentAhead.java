package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Manner;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.vocabulary.Mode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the rows that ask for a consent say of a number, before a call to it is chosen: the gate's
/// own answer to them, so that selection proposes no number that the gate would refuse for want of
/// a consent, and takes another where there is one.
///
/// Rows that know excuses, or that two people may set aside, are left to the gate: what they rest
/// on is not looked at here. It refuses nothing that the gate would grant.
public final class ConsentAhead {
    /// Where no law is known, none is asked.
    public static final ConsentAhead NONE = new ConsentAhead(new Rulebooks(List.of()), Set.of());

    private final Rulebooks books;
    private final Set<String> collector;

    private ConsentAhead(Rulebooks books, Set<String> collector) {
        this.books = books;
        this.collector = Set.copyOf(collector);
    }

    /// @param collector where we are, parents named too
    public static ConsentAhead of(Rulebooks inForce, Set<String> collector) {
        return new ConsentAhead(
                new Rulebooks(inForce.books().stream().map(ConsentAhead::asking).toList()),
                collector);
    }

    /// Where we are, parents named too.
    public Set<String> collector() {
        return collector;
    }

    /// Whether some row asks for a consent when a consumer is dialed in this mode.
    public boolean asks(Mode mode) {
        return books.rows().stream()
                .map(row -> row.rule().applies())
                .filter(applies -> applies.to(Manner.COLLECTION_CALL))
                .anyMatch(applies -> applies.modes().isEmpty() || applies.modes().contains(mode));
    }

    /// The code with which the gate would refuse the call for want of a consent; empty when it
    /// would not.
    ///
    /// @param facts with everything but history, holds, preferences and papers
    public Optional<String> refusal(DialRequest request, DialFacts facts, Instant at) {
        Case call = new Case(request, facts, books);
        return call.rows(at).stream()
                .map(Rulebooks.Row::rule)
                .filter(rule -> RuleCheck.of(call, rule, at).isPresent())
                .map(Rule::reasonCode)
                .findFirst();
    }

    private static Rulebook asking(Rulebook book) {
        List<Rule> rules = book.rules().stream().filter(ConsentAhead::isAsked).toList();
        return new Rulebook(
                book.name(),
                book.version(),
                book.sha256(),
                book.effectiveFrom(),
                book.effectiveTo(),
                rules);
    }

    private static boolean isAsked(Rule rule) {
        return rule.active()
                && !rule.overridable()
                && rule.excuses().isEmpty()
                && rule.terms() instanceof Terms.ConsentRequired;
    }
}
