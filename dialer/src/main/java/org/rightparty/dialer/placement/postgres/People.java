package org.rightparty.dialer.placement.postgres;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Consumers by what they are known again by. The first one under a key stays.
final class People {
    private final Set<Long> consumers = new HashSet<>();
    private final Map<String, Known> byIdentity = new HashMap<>();
    private final Map<String, Known> byHousehold = new HashMap<>();

    /// @param last4 empty when it is not known
    record Known(long consumer, String last4, @Nullable LocalDate born) {
        Known older(Known other) {
            return other.consumer < consumer ? other : this;
        }

        boolean contradicts(Party party) {
            String other = party.person().last4();
            LocalDate otherBorn = party.person().bornOn();
            return (!last4.isEmpty() && !other.isEmpty() && !last4.equals(other))
                    || (born != null && otherBorn != null && !born.equals(otherBorn));
        }
    }

    void add(long consumer) {
        consumers.add(consumer);
    }

    /// Whether one of its parties was settled on the consumer.
    boolean has(long consumer) {
        return consumers.contains(consumer);
    }

    void addIdentity(String key, Known known) {
        byIdentity.putIfAbsent(key, known);
    }

    /// The oldest consumer of a household stays, as it does in the tables.
    void addHousehold(String key, Known known) {
        byHousehold.merge(key, known, Known::older);
    }

    Optional<Known> identity(Party party) {
        return party.identity().map(byIdentity::get);
    }

    Optional<Known> household(String key) {
        return Optional.ofNullable(byHousehold.get(key));
    }
}
