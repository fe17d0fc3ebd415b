package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.LEDGER_CHECKPOINT;
import static org.rightparty.schema.generated.Tables.LEDGER_UNSEALED;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.rightparty.database.Database;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far sealing has come.
///
/// @param unsealed entries that wait
/// @param oldest when the oldest of them happened
/// @param signed when the newest checkpoint was signed
public record LedgerState(long unsealed, Optional<Instant> oldest, Optional<Instant> signed) {
    public static LedgerState read(Database database) {
        return database.transact(LedgerState::read);
    }

    private static LedgerState read(DSLContext tx) {
        var waiting =
                tx.select(DSL.count(), DSL.min(LEDGER_UNSEALED.ENTRY_AT))
                        .from(LEDGER_UNSEALED)
                        .fetchSingle();
        return new LedgerState(
                waiting.value1(),
                Optional.ofNullable(waiting.value2()),
                tx.select(LEDGER_CHECKPOINT.SIGNED_AT)
                        .from(LEDGER_CHECKPOINT)
                        .orderBy(LEDGER_CHECKPOINT.ID.desc())
                        .limit(1)
                        .fetchOptional(LEDGER_CHECKPOINT.SIGNED_AT));
    }

    public Duration oldestAge(Instant now) {
        return oldest.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
    }

    public Duration checkpointAge(Instant now) {
        return signed.map(at -> Duration.between(at, now)).orElse(Duration.ZERO);
    }
}
