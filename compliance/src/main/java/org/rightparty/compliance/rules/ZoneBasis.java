package org.rightparty.compliance.rules;

import java.time.ZoneId;
import java.util.Set;

/// Whose clock a rule goes by.
public sealed interface ZoneBasis {

    /// Every zone in which the consumer may be, at once (comment 6(b)(1)(i)-2).
    record ConsumerAll() implements ZoneBasis {
        @Override
        public Set<ZoneId> of(Set<ZoneId> candidates) {
            return candidates;
        }
    }

    /// One zone for all, wherever the consumer is.
    record Fixed(ZoneId zone) implements ZoneBasis {
        @Override
        public Set<ZoneId> of(Set<ZoneId> candidates) {
            return Set.of(zone);
        }
    }

    /// The zones to test, given those in which the consumer may be.
    Set<ZoneId> of(Set<ZoneId> candidates);
}
