package org.rightparty.compliance.rules;

import java.time.ZoneId;
import java.util.Set;

/// Whose clock a rule goes by.
public sealed interface ZoneBasis {

    /// Every zone in which the consumer may be, at once (comment 6(b)(1)(i)-2).
    record ConsumerAll() implements ZoneBasis {}

    /// Any zone in which the consumer may be: hours are open when they are open in one of them.
    /// Rules that count go by all zones nevertheless.
    record ConsumerAny() implements ZoneBasis {}

    /// The zones that one kind of evidence proves; all of them where there is none of it.
    record Evident(Source source) implements ZoneBasis {
        public enum Source {
            ADDRESS,
            NUMBER
        }
    }

    /// One zone for all, wherever the consumer is.
    record Fixed(ZoneId zone) implements ZoneBasis {}

    /// The zones to test when nothing is known but the zones in which the consumer may be: never
    /// fewer than the rule tests.
    default Set<ZoneId> of(Set<ZoneId> candidates) {
        return switch (this) {
            case Fixed fixed -> Set.of(fixed.zone());
            case ConsumerAll _, ConsumerAny _, Evident _ -> candidates;
        };
    }
}
