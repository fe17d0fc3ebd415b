package org.rightparty.dialer.postgres;

import org.jooq.DSLContext;
import org.rightparty.compliance.ledger.AuditEntry;

/// The audit ledger, inside the caller's transaction.
@FunctionalInterface
public interface Journal {
    void append(DSLContext tx, AuditEntry entry);
}
