package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Rulebooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// May this call be placed now? Every row that holds for the call is asked; each that refuses is
/// named, in precedence. Without facts, place or rules the answer is no.
public final class Gate {
    /// No rule of the clock holds for the call: the books do not cover it.
    public static final Refusal NO_RULES =
            new Refusal(
                    "NO_RULES",
                    "GATE",
                    "",
                    "a call that no calling hours cover is not placed",
                    "No rulebook covers this call.");

    /// The account, the number or the person does not exist or they do not belong together.
    public static final Refusal FACTS_MISSING =
            new Refusal(
                    "FACTS_MISSING",
                    "GATE",
                    "",
                    "a call is decided on facts",
                    "The account or number is not this person's.");

    /// No rule of ours keeps anybody waiting for longer, but those that never end.
    private static final Duration HORIZON = Duration.ofDays(400);

    private static final int LEAPS_MAX = 200;

    private Gate() {}

    /// @throws IllegalArgumentException when the facts are not those of the request
    public static Verdict decide(
            DialRequest request, DialFacts facts, Rulebooks books, Instant now) {
        requireSame(request, facts);
        Case call = new Case(request, facts, books);
        List<Refused> refused = refused(call, now);
        if (refused.isEmpty()) {
            return new Verdict.Permitted(new DialPermit(request, facts.phone().number(), now));
        }
        return new Verdict.Refused(
                refused.stream().map(Refused::refusal).toList(), nextAllowed(call, refused, now));
    }

    /// The verdict when there are no facts to decide on.
    public static Verdict.Refused withoutFacts() {
        return new Verdict.Refused(List.of(FACTS_MISSING), Optional.empty());
    }

    private record Refused(Refusal refusal, Finding finding) {}

    private static List<Refused> refused(Case call, Instant at) {
        List<Rulebooks.Row> rows = call.rows(at);
        List<Refused> refused = new ArrayList<>();
        for (Rulebooks.Row row : rows) {
            RuleCheck.of(call, row.rule(), at)
                    .ifPresent(finding -> refused.add(new Refused(refusal(row), finding)));
        }
        if (rows.stream().noneMatch(row -> isHours(row.rule()))) {
            refused.add(new Refused(NO_RULES, Finding.NEVER));
        }
        return refused;
    }

    private static boolean isHours(Rule rule) {
        return rule.terms().type() == RuleType.CONTACT_HOURS;
    }

    private static Refusal refusal(Rulebooks.Row row) {
        Rule rule = row.rule();
        return new Refusal(
                rule.reasonCode(), rule.id(), row.book(), rule.citation(), rule.sentence());
    }

    /// Leaps from instant to instant: all that refuse must clear, so no instant before the latest
    /// of their clearings can pass. Ends where nothing refuses, or where waiting does not help.
    private static Optional<Instant> nextAllowed(Case call, List<Refused> first, Instant now) {
        List<Refused> refused = first;
        Instant at = now;
        for (int leap = 0; leap < LEAPS_MAX && !refused.isEmpty(); leap++) {
            if (refused.stream().anyMatch(each -> each.finding().clearsAt().isEmpty())) {
                return Optional.empty();
            }
            at =
                    refused.stream()
                            .flatMap(each -> each.finding().clearsAt().stream())
                            .max(Instant::compareTo)
                            .orElseThrow();
            if (at.isAfter(now.plus(HORIZON))) {
                return Optional.empty();
            }
            refused = refused(call, at);
        }
        return refused.isEmpty() ? Optional.of(at) : Optional.empty();
    }

    private static void requireSame(DialRequest request, DialFacts facts) {
        if (!request.consumer().equals(facts.person().id())
                || !request.account().equals(facts.debt().account())
                || !request.phone().equals(facts.phone().id())) {
            throw new IllegalArgumentException("facts of another request than " + request);
        }
    }
}
