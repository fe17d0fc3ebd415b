package org.rightparty.dialer.placement.postgres;

import org.jooq.DSLContext;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.dialer.placement.PlacementBook.Run;
import org.rightparty.dialer.placement.Tally;

import java.time.Instant;
import java.util.Map;

/// Tells the audit ledger of imports, in the transaction of each.
final class ImportAudit {
    private final PostgresLedger ledger = new PostgresLedger();

    void started(DSLContext tx, Run run, String sha256, Instant now) {
        append(
                tx,
                "import.started",
                now,
                Map.of(
                        "run", run.id().value(),
                        "client", run.client().value(),
                        "portfolio", run.portfolio().value(),
                        "practice", run.practice(),
                        "sha256", sha256));
    }

    void finished(DSLContext tx, Run run, Instant now) {
        Tally tally = run.tally();
        append(
                tx,
                "import.finished",
                now,
                Map.of(
                        "run", run.id().value(),
                        "rows", tally.rowsDone(),
                        "accepted", tally.accepted(),
                        "duplicates", tally.duplicates(),
                        "rejected", tally.rejected(),
                        "holds", tally.holds(),
                        "placed_minor", tally.placedMinor()));
    }

    private void append(DSLContext tx, String kind, Instant now, Map<String, Object> detail) {
        ledger.append(
                tx,
                new AuditEntry(
                        now, kind, AuditEntry.Actor.PROGRAM, AuditEntry.Subject.NONE, detail));
    }
}
