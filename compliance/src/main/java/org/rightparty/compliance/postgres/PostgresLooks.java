package org.rightparty.compliance.postgres;

import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Enters who looked at what.
public final class PostgresLooks {
    private final Database database;
    private final PostgresLedger ledger;

    public PostgresLooks(Database database, PostgresLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /// @param kind what was looked at, `person.viewed`
    /// @param detail without anything personal
    public void looked(
            AgentId by,
            String kind,
            Optional<ConsumerId> consumer,
            Map<String, Object> detail,
            Instant now) {
        AuditEntry entry =
                new AuditEntry(
                        now,
                        kind,
                        AuditEntry.Actor.agent(by),
                        consumer.map(ErasureWork::about).orElse(Subject.NONE),
                        detail);
        database.transact(tx -> {
            ledger.append(tx, entry);
            return entry;
        });
    }
}
