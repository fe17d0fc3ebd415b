package org.rightparty.compliance.zones;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// All places in which a consumer may be at an instant: a call must be right in every one of them
/// (12 CFR 1006 Supp. I, comment 6(b)(1)(i)-2).
///
/// Zones come from what the consumer said, when she said anything, and otherwise from all evidence
/// together. Jurisdictions always come from all of it, for a state's law may follow the address.
///
/// @param zones no zone means that the place is unknown, and nobody may be called there
/// @param jurisdictions those of the evidence with their parents
public record Whereabouts(Set<ZoneId> zones, SortedSet<String> jurisdictions) {
    /// Where the collector is while the house has not said so.
    public static final String HOME = "US";

    public Whereabouts {
        zones = Set.copyOf(zones);
        jurisdictions = new TreeSet<>(jurisdictions);
    }

    public static Whereabouts of(Collection<Evidence> evidence, Instant at) {
        return of(evidence, Set.of(HOME), at);
    }

    /// @param collector where we are, parents named too
    public static Whereabouts of(
            Collection<Evidence> evidence, Collection<String> collector, Instant at) {
        List<Evidence> valid = evidence.stream().filter(item -> item.counts(at)).toList();
        boolean stated = valid.stream().anyMatch(Evidence::authoritative);
        Set<ZoneId> zones = new TreeSet<>(Comparator.comparing(ZoneId::getId));
        SortedSet<String> jurisdictions = new TreeSet<>();
        jurisdictions.addAll(collector);
        for (Evidence item : valid) {
            if (item.authoritative() || !stated) {
                zones.addAll(item.zones());
            }
            item.jurisdiction().ifPresent(code -> addWithParents(code, jurisdictions));
        }
        return new Whereabouts(zones, jurisdictions);
    }

    /// The zones by name, sorted: the form in which tables keep them.
    public List<String> zoneNames() {
        return zones.stream().map(ZoneId::getId).sorted().toList();
    }

    private static void addWithParents(String code, Set<String> jurisdictions) {
        Jurisdictions.withParents(code).forEach(jurisdictions::add);
    }
}
