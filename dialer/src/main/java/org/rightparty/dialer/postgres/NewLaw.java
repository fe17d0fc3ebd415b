package org.rightparty.dialer.postgres;

import static org.rightparty.schema.generated.Tables.CANDIDATE_CHANGE;
import static org.rightparty.schema.generated.Tables.DIAL_CANDIDATE;
import static org.rightparty.schema.generated.Tables.RULEBOOK_ACTIVATION;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.compliance.postgres.PostgresRulebooks;

import java.time.Instant;

/// Versions of rulebooks that have come into force, or back into force.
///
/// What the gate refused under the version before it may grant now, and the other way about: so
/// whoever sleeps until that version would have let them pass is looked at again, whoever it parked
/// for good, and whoever is due on a number that is no longer the one to dial.
final class NewLaw {
    private NewLaw() {}

    /// Has everybody chosen anew once every node decides by the new version: those first whom the
    /// gate refused. Whoever is on an agent's screen wakes soon by herself. Each activation does so
    /// once.
    ///
    /// @return how many candidates that is
    static int heard(DSLContext tx, Instant now) {
        int begun =
                tx.update(RULEBOOK_ACTIVATION)
                        .set(RULEBOOK_ACTIVATION.CHOSEN_ANEW_AT, now)
                        .where(RULEBOOK_ACTIVATION.CHOSEN_ANEW_AT.isNull())
                        .and(RULEBOOK_ACTIVATION.CANCELLED_AT.isNull())
                        .and(RULEBOOK_ACTIVATION.FROM_AT.le(now))
                        .and(RULEBOOK_ACTIVATION.RECORDED_AT.le(now.minus(PostgresRulebooks.HEARD)))
                        .execute();
        return begun == 0 ? 0 : everybody(tx);
    }

    private static int everybody(DSLContext tx) {
        return tx.insertInto(
                        CANDIDATE_CHANGE, CANDIDATE_CHANGE.CONSUMER_ID, CANDIDATE_CHANGE.OF_ALL)
                .select(
                        DSL.select(DIAL_CANDIDATE.CONSUMER_ID, DSL.inline(true))
                                .from(DIAL_CANDIDATE)
                                .where(DIAL_CANDIDATE.WAITS_FOR.ne(Waits.PREVIEW))
                                .groupBy(DIAL_CANDIDATE.CONSUMER_ID)
                                .orderBy(
                                        DSL.field(DSL.boolOr(refused())).desc(),
                                        DIAL_CANDIDATE.CONSUMER_ID))
                .execute();
    }

    private static Condition refused() {
        return DIAL_CANDIDATE
                .PARKED
                .startsWith(Claim.GATE)
                .or(DIAL_CANDIDATE.WAITS_FOR.startsWith(Claim.GATE));
    }
}
