package org.rightparty.dialer.placement.postgres;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Consumers by what they are known again by. The first one under a key stays.
final class People {
    private final Map<String, Known> byIdentity = new HashMap<>();
    private final Map<String, Known> byHousehold = new HashMap<>();

    /// @param last4 empty when it is not known
    record Known(long consumer, String last4, @Nullable LocalDate born) {
        private boolean contradicts(Party party) {
            String other = party.person().last4();
            LocalDate otherBorn = party.person().bornOn();
            return (!last4.isEmpty() && !other.isEmpty() && !last4.equals(other))
                    || (born != null && otherBorn != null && !born.equals(otherBorn));
        }
    }

    void addIdentity(String key, Known known) {
        byIdentity.putIfAbsent(key, known);
    }

    void addHousehold(String key, Known known) {
        byHousehold.putIfAbsent(key, known);
    }

    Optional<Known> identity(Party party) {
        return party.identity().map(byIdentity::get);
    }

    Optional<Known> household(Party party) {
        return party.households().stream()
                .filter(byHousehold::containsKey)
                .map(byHousehold::get)
                .filter(candidate -> !candidate.contradicts(party))
                .findFirst();
    }
}
