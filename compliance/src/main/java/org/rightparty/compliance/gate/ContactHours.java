package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.Excuse;
import org.rightparty.compliance.rules.LocalHours;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Span;
import org.rightparty.compliance.rules.Terms;
import org.rightparty.compliance.rules.ZoneBasis;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// CONTACT_HOURS: the call is placed in the hours of every zone in which the consumer may be
/// (12 CFR 1006.6(b)(1)(i) and comment -2).
///
/// Hours to which the consumer consented directly are added to those of the rule, when the rule
/// knows that excuse (12 CFR 1006.6(b)(4)(i)).
final class ContactHours {
    private ContactHours() {}

    static Optional<Finding> check(Case call, Rule rule, Terms.ContactHours terms, Instant at) {
        LocalHours.Week week = week(call, rule, terms, at);
        Set<ZoneId> zones = call.zones(terms.zones(), at);
        return terms.zones() instanceof ZoneBasis.ConsumerAny
                ? Clock.closedEverywhere(week, zones, at)
                : Clock.closed(week, zones, at);
    }

    static LocalHours.Week week(Case call, Rule rule, Terms.ContactHours terms, Instant at) {
        if (!rule.excuses().contains(Excuse.TIME_CONSENT)) {
            return terms;
        }
        List<Span> consented =
                call.facts().consents().stream()
                        .filter(consent -> consent.kind().equals(Consent.TIME))
                        .filter(consent -> consent.direct() && consent.stands(at))
                        .filter(consent -> consent.covers(call.facts()))
                        .flatMap(consent -> consent.daily().stream())
                        .toList();
        return consented.isEmpty() ? terms : day -> merged(terms.on(day), consented);
    }

    private static List<Span> merged(List<Span> hours, List<Span> consented) {
        List<Span> all = new ArrayList<>(hours);
        all.addAll(consented);
        all.sort(null);
        List<Span> merged = new ArrayList<>();
        for (Span span : all) {
            if (!merged.isEmpty() && span.from() <= merged.getLast().to()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
