package org.rightparty.dialer.postgres;

import org.jooq.DSLContext;
import org.rightparty.compliance.abandonment.AbandonmentLaw;
import org.rightparty.compliance.gate.ConsentAhead;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// What may be known of the law before the gate is asked: whether anybody of a calling group may be
/// called at `now`, as far as the clock decides, which numbers want a consent, and how many people
/// may find no agent.
@FunctionalInterface
public interface OpenHours {
    /// @param zones tzdb names, sorted
    /// @param jurisdictions jurisdiction codes, sorted
    boolean open(DSLContext tx, List<String> zones, List<String> jurisdictions, Instant now);

    /// What the rows of abandonment ask of campaigns that dial ahead.
    default AbandonmentLaw abandonment(DSLContext tx, Instant now) {
        return new AbandonmentLaw(List.of(), ZoneOffset.UTC);
    }

    /// The rows that ask for a consent.
    default ConsentAhead consents(DSLContext tx, Instant now) {
        return ConsentAhead.NONE;
    }
}
