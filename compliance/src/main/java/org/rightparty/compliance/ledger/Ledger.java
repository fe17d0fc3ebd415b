package org.rightparty.compliance.ledger;

import java.util.List;

/// Where entries go, in the transaction of what they tell of: there is no act without its entry and
/// no entry without its act.
public interface Ledger {
    void append(List<AuditEntry> entries);
}
