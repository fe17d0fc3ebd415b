package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Applies;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.ZoneBasis;
import org.rightparty.compliance.zones.Evidence;
import org.rightparty.compliance.zones.Whereabouts;
import org.rightparty.vocabulary.Mode;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One request with its facts and the rulebooks, put to the rules at one instant or another.
record Case(DialRequest request, DialFacts facts, Rulebooks books) {

    /// The same call, placed in another way.
    Case in(Mode mode) {
        return new Case(request.in(mode), facts, books);
    }

    /// The rows that hold for this call at `at`, in precedence.
    List<Rulebooks.Row> rows(Instant at) {
        Whereabouts where = facts.whereabouts(at);
        return books.rows().stream().filter(row -> reaches(row.rule(), where, at)).toList();
    }

    Set<ZoneId> zones(Instant at) {
        return facts.whereabouts(at).zones();
    }

    /// The zones by whose clocks a rule goes.
    Set<ZoneId> zones(ZoneBasis basis, Instant at) {
        return switch (basis) {
            case ZoneBasis.ConsumerAll _, ZoneBasis.ConsumerAny _ -> zones(at);
            case ZoneBasis.Fixed fixed -> Set.of(fixed.zone());
            case ZoneBasis.Evident evident -> proven(evident.source(), at);
        };
    }

    private Set<ZoneId> proven(ZoneBasis.Evident.Source source, Instant at) {
        Evidence.Kind kind =
                switch (source) {
                    case ADDRESS -> Evidence.Kind.ADDRESS;
                    case NUMBER -> Evidence.Kind.NUMBER;
                };
        Set<ZoneId> proven =
                facts.evidence().stream()
                        .filter(item -> item.kind() == kind && item.counts(at))
                        .flatMap(item -> item.zones().stream())
                        .collect(Collectors.toUnmodifiableSet());
        return proven.isEmpty() ? zones(at) : proven;
    }

    private boolean reaches(Rule rule, Whereabouts where, Instant at) {
        Applies applies = rule.applies();
        return rule.holdsIn(where.jurisdictions())
                && applies.to(facts.manner())
                && applies.to(request.mode(), facts.debt().role(), facts.phone().lineType())
                && applies.to(facts.phone().place())
                && applies.to(facts.debt().type(), facts.person().role())
                && CallingHours.effective(rule, where.zones(), at);
    }
}
