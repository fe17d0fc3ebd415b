package org.rightparty.compliance.gate;

import org.rightparty.compliance.gate.Explanation.Answer;
import org.rightparty.compliance.rules.Provenance;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Strength;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Explains a call: asks the gate itself, and each row as the gate asks it. What the gate refuses,
/// the explanation refuses, for the same reasons in the same order.
public final class Explainer {
    private Explainer() {}

    /// @throws IllegalArgumentException when the facts are not those of the request
    public static Explanation explain(
            DialRequest request, DialFacts facts, Rulebooks books, Instant at) {
        Case call = new Case(request, facts, books);
        List<Explanation.Row> rows = new ArrayList<>();
        Optional<Instant> next =
                switch (Gate.decide(request, facts, books, at)) {
                    case Verdict.Permitted _ -> Optional.of(at);
                    case Verdict.Refused refused -> {
                        if (refused.refusals().contains(Gate.NO_RULES)) {
                            rows.add(uncovered());
                        }
                        yield refused.nextAllowedAt();
                    }
                };
        rows.addAll(0, asked(call, at));
        rows.addAll(others(call, at));
        rows.sort(Comparator.comparing(Explanation.Row::answer));
        return new Explanation(
                request,
                at,
                books.title(),
                books.sha256(),
                facts.whereabouts(at),
                Reach.of(facts, at),
                rows,
                next);
    }

    private static List<Explanation.Row> asked(Case call, Instant at) {
        return call.rows(at).stream().map(row -> asked(call, row, at)).toList();
    }

    private static Explanation.Row asked(Case call, Rulebooks.Row row, Instant at) {
        if (!Obligations.asks(call, row.rule(), at)) {
            return row(
                    row.rule(),
                    row.book(),
                    Answer.NOT_CONCERNED,
                    List.of(),
                    Optional.empty(),
                    Obligations.asksWhen(row.rule()));
        }
        Optional<Finding> finding = RuleCheck.of(call, row.rule(), at);
        boolean refuses = finding.isPresent() && !Gate.isOverridden(call, row.rule(), at);
        return row(
                row.rule(),
                row.book(),
                refuses ? Answer.REFUSES : Answer.PASSES,
                Inputs.of(call, row.rule(), at),
                finding.flatMap(Finding::clearsAt),
                refuses ? finding.map(found -> Remedy.of(call, row.rule(), found)).orElse("") : "");
    }

    /// The rows that were not asked, in the order of the books.
    private static List<Explanation.Row> others(Case call, Instant at) {
        Set<Rule> asked = new HashSet<>();
        call.rows(at).forEach(row -> asked.add(row.rule()));
        List<Explanation.Row> rows = new ArrayList<>();
        for (Rulebook book : call.books().books()) {
            for (Rule rule : book.rules()) {
                if (!asked.contains(rule)) {
                    rows.add(notAsked(call, rule, book.title(), at));
                }
            }
        }
        return rows;
    }

    private static Explanation.Row notAsked(Case call, Rule rule, String book, Instant at) {
        return row(
                rule,
                book,
                rule.active() ? Answer.NOT_CONCERNED : Answer.SWITCHED_OFF,
                List.of(),
                Optional.empty(),
                whyNotAsked(call, rule, at));
    }

    private static String whyNotAsked(Case call, Rule rule, Instant at) {
        DialFacts facts = call.facts();
        if (!rule.active()) {
            return rule.provenance() == Provenance.VERIFIED
                    ? "switched off in this book"
                    : "not confirmed: "
                            + rule.provenance().name().toLowerCase(java.util.Locale.ROOT);
        } else if (!rule.holdsIn(facts.whereabouts(at).jurisdictions())) {
            return "holds in " + rule.jurisdiction();
        } else if (!CallingHours.effective(rule, call.zones(at), at)) {
            return "not in force on this day";
        } else if (!rule.applies().to(facts.manner())) {
            return "for other contacts than collection calls";
        } else {
            return "for other modes, collectors or lines";
        }
    }

    private static Explanation.Row row(
            Rule rule,
            String book,
            Answer answer,
            List<Explanation.Input> inputs,
            Optional<Instant> clearsAt,
            String change) {
        return new Explanation.Row(
                rule.id(),
                rule.terms().type(),
                book,
                rule.jurisdiction(),
                rule.citation(),
                rule.strength(),
                rule.provenance(),
                rule.reasonCode(),
                rule.sentence(),
                answer,
                inputs,
                clearsAt,
                change);
    }

    private static Explanation.Row uncovered() {
        Refusal refusal = Gate.NO_RULES;
        return new Explanation.Row(
                refusal.ruleId(),
                RuleType.CONTACT_HOURS,
                "",
                "*",
                refusal.citation(),
                Strength.POLICY,
                Provenance.HOUSE,
                refusal.code(),
                refusal.sentence(),
                Answer.REFUSES,
                List.of(),
                Optional.empty(),
                "A book with calling hours for this place and this kind of call must be in force.");
    }
}
