package org.rightparty.dialer.postgres;

import org.jooq.DSLContext;

import java.time.Instant;
import java.util.List;

/// Whether anybody of a calling group may be called at `now`, as far as the clock decides.
@FunctionalInterface
public interface OpenHours {
    /// @param zones tzdb names, sorted
    /// @param jurisdictions jurisdiction codes, sorted
    boolean open(DSLContext tx, List<String> zones, List<String> jurisdictions, Instant now);
}
