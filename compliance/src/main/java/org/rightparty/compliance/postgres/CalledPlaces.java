package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.CALLING_GROUP;

import org.jooq.DSLContext;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// All places whose law any call from here may meet.
public final class CalledPlaces {
    private CalledPlaces() {}

    /// Where anybody may be who is called from here, and where we are.
    public static Set<String> of(DSLContext tx, PostgresRulebooks rulebooks) {
        Set<String> codes = new HashSet<>(rulebooks.collector());
        tx.select(CALLING_GROUP.JURISDICTIONS)
                .from(CALLING_GROUP)
                .fetch(CALLING_GROUP.JURISDICTIONS)
                .forEach(some -> codes.addAll(Arrays.asList(some)));
        return codes;
    }
}
