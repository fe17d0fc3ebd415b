package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.LocalHours;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.compliance.rules.ZoneBasis;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/// END_GUARD: a phone that may still ring when the hours end is not rung at all.
///
/// The guard asks every rule of the clock that holds for the call, law and preference alike, when
/// its hours close. A rule that is closed already refuses by itself and is not asked again.
final class EndGuard {
    private EndGuard() {}

    static Optional<Finding> check(Case call, Terms.EndGuard guard, Instant at) {
        Instant ringEnds =
                at.plus(Duration.ofSeconds(call.request().ringSeconds())).plus(guard.margin());
        return call.rows(at).stream()
                .map(Rulebooks.Row::rule)
                .filter(rule -> RuleCheck.isOfTheClock(rule) && passes(call, rule, at))
                .map(rule -> closes(call, rule, at))
                .filter(closes -> !ringEnds.isBefore(closes))
                .min(Instant::compareTo)
                .map(closes -> new Finding(Optional.of(closes)));
    }

    private static boolean passes(Case call, Rule rule, Instant at) {
        return RuleCheck.of(call, rule, at).isEmpty();
    }

    private static Instant closes(Case call, Rule rule, Instant at) {
        return switch (rule.terms()) {
            case Terms.ContactHours terms -> closes(call, rule, terms, at);
            case Terms _ when Contacts.excused(call, rule, at) -> Instant.MAX;
            case Terms _ ->
                    Inconvenient.badTimes(call.facts()).stream()
                            .map(bad -> Clock.closes(bad, call.zones(at), at))
                            .min(Instant::compareTo)
                            .orElse(Instant.MAX);
        };
    }

    private static Instant closes(Case call, Rule rule, Terms.ContactHours terms, Instant at) {
        LocalHours.Week week = ContactHours.week(call, rule, terms, at);
        Set<ZoneId> zones = call.zones(terms.zones(), at);
        return terms.zones() instanceof ZoneBasis.ConsumerAny
                ? Clock.closesEverywhere(week, zones, at)
                : Clock.closes(week, zones, at);
    }
}
