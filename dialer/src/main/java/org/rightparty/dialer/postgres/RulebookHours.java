package org.rightparty.dialer.postgres;

import static java.util.stream.Collectors.toUnmodifiableSet;

import org.jooq.DSLContext;
import org.rightparty.compliance.gate.CallingHours;
import org.rightparty.compliance.postgres.PostgresRulebooks;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// Open hours as the rulebooks in force have them.
public final class RulebookHours implements OpenHours {
    private final PostgresRulebooks rulebooks;

    public RulebookHours(PostgresRulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    @Override
    public boolean open(
            DSLContext tx, List<String> zones, List<String> jurisdictions, Instant now) {
        Set<ZoneId> ids = zones.stream().map(ZoneId::of).collect(toUnmodifiableSet());
        return CallingHours.at(ids, Set.copyOf(jurisdictions), rulebooks.at(tx, now), now).open();
    }
}
