package org.rightparty.compliance.gate;

import org.rightparty.compliance.rules.LocalHours;
import org.rightparty.compliance.rules.Manner;
import org.rightparty.compliance.rules.Rule;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.rules.Terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a collection call may be placed by the clock alone, in every one of a set of zones and
/// under every hours rule of a set of jurisdictions. What selection skips closed groups by, and
/// what an agent sees as the end of the window; the gate alone decides a call.
///
/// Rules that hold for some collectors only are taken to hold, so this may be closed when the gate
/// would permit, and never the other way round, but for a consumer's own consent to an hour.
///
/// @param open whether it is open now
/// @param changesAt when that changes; empty when it does not within a month
public record CallingHours(boolean open, Optional<Instant> changesAt) {
    private static final int LEAPS_MAX = 200;

    /// Closed when there is no zone or no rule: what is unknown is not open.
    public static CallingHours at(
            Set<ZoneId> zones, Set<String> jurisdictions, Rulebooks books, Instant now) {
        List<LocalHours> hours = hours(zones, jurisdictions, books, now);
        if (zones.isEmpty() || hours.isEmpty()) {
            return new CallingHours(false, Optional.empty());
        }
        Optional<Instant> closes = closes(hours, now);
        return closes.isPresent()
                ? new CallingHours(true, closes)
                : new CallingHours(false, opens(hours, now));
    }

    private static List<LocalHours> hours(
            Set<ZoneId> zones, Set<String> jurisdictions, Rulebooks books, Instant now) {
        return books.rows().stream()
                .map(Rulebooks.Row::rule)
                .filter(rule -> reaches(rule, zones, jurisdictions, now))
                .map(Rule::terms)
                .filter(Terms.ContactHours.class::isInstance)
                .map(Terms.ContactHours.class::cast)
                .flatMap(terms ->
                        terms.zones().of(zones).stream().map(zone -> new LocalHours(terms, zone)))
                .toList();
    }

    private static boolean reaches(
            Rule rule, Set<ZoneId> zones, Set<String> jurisdictions, Instant now) {
        return rule.holdsIn(jurisdictions)
                && rule.applies().to(Manner.COLLECTION_CALL)
                && effective(rule, zones, now);
    }

    /// A rule begins where the day begins first and ends where it ends last.
    static boolean effective(Rule rule, Set<ZoneId> zones, Instant at) {
        return zones.isEmpty()
                ? rule.effectiveOn(LocalDate.ofInstant(at, ZoneOffset.UTC))
                : zones.stream().anyMatch(zone -> rule.effectiveOn(LocalDate.ofInstant(at, zone)));
    }

    /// The first closing of any, when all are open.
    private static Optional<Instant> closes(List<LocalHours> hours, Instant at) {
        Instant first = Instant.MAX;
        for (LocalHours each : hours) {
            Optional<Instant> end = each.closes(at);
            if (end.isEmpty()) {
                return Optional.empty();
            }
            first = end.get().isBefore(first) ? end.get() : first;
        }
        return Optional.of(first);
    }

    /// Leaps to the latest next opening of those that are closed, until none is.
    private static Optional<Instant> opens(List<LocalHours> hours, Instant from) {
        Instant at = from;
        for (int leap = 0; leap < LEAPS_MAX; leap++) {
            Instant latest = at;
            for (LocalHours each : hours) {
                if (!each.open(at)) {
                    Optional<Instant> next = each.opensAfter(at);
                    if (next.isEmpty()) {
                        return Optional.empty();
                    }
                    latest = next.get().isAfter(latest) ? next.get() : latest;
                }
            }
            if (latest.equals(at)) {
                return Optional.of(at);
            }
            at = latest;
        }
        return Optional.empty();
    }
}
