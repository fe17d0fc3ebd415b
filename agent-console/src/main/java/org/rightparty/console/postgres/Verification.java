package org.rightparty.console.postgres;

import static org.rightparty.schema.generated.Tables.CALL_EVENT;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.console.desk.Proofs;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.List;

/// What a person proved on the telephone, kept with the attempt: an agent never has to ask twice
/// because the program was started anew.
public final class Verification {
    private Verification() {}

    /// The proofs of the attempt's last verification as [#read] takes them; null without one.
    public static Field<String> proofs(Field<AttemptId> attempt, Field<Instant> placedAt) {
        return DSL.field(
                DSL.select(DSL.jsonbGetAttributeAsText(CALL_EVENT.DETAIL, Proofs.PARTICULAR))
                        .from(CALL_EVENT)
                        .where(CALL_EVENT.ATTEMPT_ID.eq(attempt))
                        .and(CALL_EVENT.AT.ge(placedAt))
                        .and(CALL_EVENT.KIND.eq(Proofs.EVENT))
                        .orderBy(CALL_EVENT.AT.desc(), CALL_EVENT.ID.desc())
                        .limit(1));
    }

    public static List<String> read(@Nullable String proofs) {
        return proofs == null ? List.of() : Proofs.read(proofs);
    }
}
