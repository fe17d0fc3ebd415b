package org.rightparty.console.postgres;

import org.jooq.DSLContext;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.console.administration.By;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Tells the audit ledger what administrators change, in the transaction of each change.
record AdministrationAudit(Function<DSLContext, Ledger> ledger) {
    private static final Actor COMMAND = new Actor("command");

    static Actor actor(By by) {
        return by.administrator().map(Actor::agent).orElse(COMMAND);
    }

    void append(
            DSLContext tx, By by, String kind, Subject subject, Map<String, Object> particulars) {
        AuditEntry entry = new AuditEntry(by.at(), kind, actor(by), subject, particulars);
        ledger.apply(tx).append(List.of(entry));
    }
}
