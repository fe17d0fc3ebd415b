package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.RuleType;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.vocabulary.Mode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /// Hours and limits go by the clock, and the clock cannot be believed now.
    public static final Refusal CLOCK_UNSURE =
            new Refusal(
                    "CLOCK_UNSURE",
                    "GATE",
                    "",
                    "no call is decided by a clock that cannot be believed",
                    "The clock of this system cannot be trusted now. Nothing is dialed until it"
                            + " can.");

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
            return new Verdict.Permitted(
                    new DialPermit(
                            request,
                            facts.phone().number(),
                            now,
                            modes(call, refused, now),
                            Obligations.of(call, now)));
        }
        return new Verdict.Refused(
                refused.stream().map(Refused::refusal).toList(),
                nextAllowed(call, refused, now),
                modes(call, refused, now));
    }

    /// What every row that holds for the call says of it, in precedence: to explain a verdict.
    ///
    /// @throws IllegalArgumentException when the facts are not those of the request
    public static List<Ruling> rulings(
            DialRequest request, DialFacts facts, Rulebooks books, Instant at) {
        requireSame(request, facts);
        Case call = new Case(request, facts, books);
        return call.rows(at).stream().map(row -> ruling(call, row, at)).toList();
    }

    /// What the permit would oblige to.
    public static List<Obligation> obligations(
            DialRequest request, DialFacts facts, Rulebooks books, Instant at) {
        return Obligations.of(new Case(request, facts, books), at);
    }

    /// The verdict when there are no facts to decide on.
    public static Verdict.Refused withoutFacts() {
        return new Verdict.Refused(List.of(FACTS_MISSING), Optional.empty(), Set.of());
    }

    /// The verdict while the clock is not believed: without facts, and worth asking again soon.
    public static Verdict.Refused byNoClock(Refusal doubt, Instant again) {
        return new Verdict.Refused(List.of(doubt), Optional.of(again), Set.of());
    }

    private record Refused(Refusal refusal, Optional<Rule> rule, Optional<Instant> clearsAt) {}

    private static List<Refused> refused(Case call, Instant at) {
        List<Rulebooks.Row> rows = call.rows(at);
        List<Refused> refused = new ArrayList<>();
        AllowedParty.check(call.request(), call.facts())
                .map(not -> new Refused(not, Optional.empty(), Optional.empty()))
                .ifPresent(refused::add);
        for (Rulebooks.Row row : rows) {
            Ruling ruling = ruling(call, row, at);
            if (ruling.result() == Ruling.Result.REFUSED) {
                refused.add(new Refused(refusal(row), Optional.of(row.rule()), ruling.clearsAt()));
            }
        }
        if (rows.stream().noneMatch(row -> isHours(row.rule()))) {
            refused.add(new Refused(NO_RULES, Optional.empty(), Optional.empty()));
        }
        return refused;
    }

    private static Ruling ruling(Case call, Rulebooks.Row row, Instant at) {
        Optional<Finding> finding = RuleCheck.of(call, row.rule(), at);
        Ruling.Result result =
                finding.isEmpty()
                        ? Ruling.Result.PASSED
                        : isOverridden(call, row.rule(), at)
                                ? Ruling.Result.OVERRIDDEN
                                : Ruling.Result.REFUSED;
        return new Ruling(row, result, finding.flatMap(Finding::clearsAt));
    }

    static boolean isOverridden(Case call, Rule rule, Instant at) {
        return rule.overridable()
                && call.facts().papers().overrides().stream()
                        .anyMatch(override -> override.reaches(rule.id(), call.facts(), at));
    }

    /// Rows that name no mode say the same in every mode: only the others are asked again. Where
    /// hours differ by mode, so do the guard of their end and whether any cover the call: then all
    /// are asked.
    private static Set<Mode> modes(Case call, List<Refused> refused, Instant at) {
        boolean inEvery =
                !call.books().hoursByMode()
                        && refused.stream()
                                .anyMatch(each ->
                                        each.rule()
                                                .filter(rule -> !rule.applies().modes().isEmpty())
                                                .isEmpty());
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        for (Mode mode : Mode.values()) {
            if (!inEvery && passesIn(call.in(mode), at)) {
                modes.add(mode);
            }
        }
        return modes;
    }

    private static boolean passesIn(Case call, Instant at) {
        if (call.books().hoursByMode()) {
            return refused(call, at).isEmpty();
        }
        return call.rows(at).stream()
                .filter(row -> !row.rule().applies().modes().isEmpty())
                .noneMatch(row -> ruling(call, row, at).result() == Ruling.Result.REFUSED);
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
            if (refused.stream().anyMatch(each -> each.clearsAt().isEmpty())) {
                return Optional.empty();
            }
            at =
                    refused.stream()
                            .flatMap(each -> each.clearsAt().stream())
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
