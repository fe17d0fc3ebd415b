package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.CANDIDATE_CHANGE;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

import java.time.Duration;
import java.time.Instant;

/// Stated places that stopped counting by themselves.
final class EndedPlaces {
    /// A program that stood still for a day catches up.
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private EndedPlaces() {}

    /// Has those chosen anew whose calling group such a place was part of. Asking twice does no
    /// harm.
    static void outgrown(DSLContext tx, Instant now) {
        tx.insertInto(CANDIDATE_CHANGE, CANDIDATE_CHANGE.CONSUMER_ID)
                .select(
                        DSL.select(LOCATION_EVIDENCE.CONSUMER_ID)
                                .from(LOCATION_EVIDENCE)
                                .where(LOCATION_EVIDENCE.EXPIRES_AT.gt(now.minus(LOOK_BACK)))
                                .and(LOCATION_EVIDENCE.EXPIRES_AT.le(now)))
                .execute();
    }
}
