package org.rightparty.dialer.placement.postgres;

import org.rightparty.dialer.placement.postgres.People.Known;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// People whom only other clients have placed. Strong evidence alone takes them for ours: besides
/// last four digits, birth and family name, which two of a million people share by chance, the
/// given name must agree.
final class Elsewhere {
    private final Map<String, List<Named>> byIdentity = new HashMap<>();
    private final Map<Long, Map<String, Known>> households = new HashMap<>();

    private record Named(String given, Known known) {}

    void addIdentity(String key, String given, Known known) {
        byIdentity.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Named(given, known));
    }

    void addHousehold(String key, Known known) {
        households.computeIfAbsent(known.consumer(), _ -> new HashMap<>()).put(key, known);
    }

    Optional<Known> identity(Party party) {
        return party.identity().map(key -> byIdentity.getOrDefault(key, List.of())).stream()
                .flatMap(List::stream)
                .filter(named -> agree(named.given, party.person().given()))
                .map(Named::known)
                .findFirst();
    }

    /// By what else the person can be known again, once it is ours too.
    Map<String, Known> householdsOf(long consumer) {
        return households.getOrDefault(consumer, Map.of());
    }

    /// Equal, or one begins with the other: `Ada M.` and `Ada`, `R` and `Robert`. A name that is
    /// missing says nothing, so it does not agree.
    static boolean agree(String one, String other) {
        String a = letters(one);
        String b = letters(other);
        return !a.isEmpty() && !b.isEmpty() && (a.startsWith(b) || b.startsWith(a));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
