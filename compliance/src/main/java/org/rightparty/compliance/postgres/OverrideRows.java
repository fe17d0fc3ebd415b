package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.OVERRIDE_REQUEST;

import org.jooq.DSLContext;
import org.rightparty.compliance.postgres.OverrideDesk.Asked;
import org.rightparty.compliance.postgres.OverrideDesk.State;
import org.rightparty.schema.generated.tables.records.OverrideRequestRecord;

import java.time.Instant;
import java.util.Optional;

/// Requests to set a rule aside, as the table keeps them.
final class OverrideRows {
    private OverrideRows() {}

    /// @throws RulebookOffice.Refused when there is none
    static Asked one(DSLContext tx, long id, Instant now) {
        return tx.selectFrom(OVERRIDE_REQUEST)
                .where(OVERRIDE_REQUEST.ID.eq(id))
                .forUpdate()
                .fetchOptional(row -> asked(row, now))
                .orElseThrow(() -> new RulebookOffice.Refused("there is no request " + id));
    }

    static Asked asked(OverrideRequestRecord row, Instant now) {
        return new Asked(
                row.getId(),
                row.getConsumerId(),
                row.getAccountId(),
                Optional.ofNullable(row.getPhoneId()),
                row.getRuleId(),
                row.getReason(),
                row.getEvidence(),
                row.getAskedBy(),
                row.getFromAt(),
                end(row),
                Optional.ofNullable(row.getApprovedBy()),
                Optional.ofNullable(row.getWithdrawnBy()),
                state(row, now));
    }

    private static Instant end(OverrideRequestRecord row) {
        return Optional.ofNullable(row.getWithdrawnAt()).orElse(row.getUntilAt());
    }

    private static State state(OverrideRequestRecord row, Instant now) {
        if (row.getApprovedAt() == null) {
            return row.getWithdrawnAt() == null ? State.ASKED : State.REFUSED;
        } else if (!now.isBefore(end(row))) {
            return State.ENDED;
        } else {
            return now.isBefore(row.getFromAt()) ? State.PENDING : State.IN_FORCE;
        }
    }
}
