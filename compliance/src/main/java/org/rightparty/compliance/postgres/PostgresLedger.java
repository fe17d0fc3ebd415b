package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.Leaf;
import org.rightparty.compliance.ledger.Ledger;

import java.util.List;
import java.util.Optional;

/// Keeps entries in `audit_entry`, in the transaction of what they tell of.
public final class PostgresLedger {
    private static final int ROWS_A_STATEMENT_MAX = 1_000;

    /// The ledger as seen from inside a transaction.
    public Ledger in(DSLContext tx) {
        return entries -> append(tx, entries);
    }

    public void append(DSLContext tx, AuditEntry entry) {
        append(tx, List.of(entry));
    }

    public void append(DSLContext tx, List<AuditEntry> entries) {
        for (int from = 0; from < entries.size(); from += ROWS_A_STATEMENT_MAX) {
            insert(
                    tx,
                    entries.subList(from, Math.min(entries.size(), from + ROWS_A_STATEMENT_MAX)));
        }
    }

    private static void insert(DSLContext tx, List<AuditEntry> entries) {
        var insert =
                tx.insertInto(
                        AUDIT_ENTRY,
                        AUDIT_ENTRY.AT,
                        AUDIT_ENTRY.KIND,
                        AUDIT_ENTRY.ACTOR,
                        AUDIT_ENTRY.CONSUMER_ID,
                        AUDIT_ENTRY.ACCOUNT_ID,
                        AUDIT_ENTRY.ATTEMPT_ID,
                        AUDIT_ENTRY.CAMPAIGN_ID,
                        AUDIT_ENTRY.PAYLOAD,
                        AUDIT_ENTRY.LEAF_HASH);
        for (AuditEntry entry : entries) {
            Leaf leaf = Leaf.of(entry);
            AuditEntry.Subject subject = entry.subject();
            insert =
                    insert.values(
                            entry.at(),
                            entry.kind(),
                            entry.actor().name(),
                            orNull(subject.consumer()),
                            orNull(subject.account()),
                            orNull(subject.attempt()),
                            orNull(subject.campaign()),
                            leaf.payload(),
                            leaf.hash());
        }
        insert.execute();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
