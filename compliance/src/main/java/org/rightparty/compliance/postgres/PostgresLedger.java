package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.AUDIT_PERSONAL;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.Commitment;
import org.rightparty.compliance.ledger.Leaf;
import org.rightparty.compliance.ledger.Ledger;
import org.rightparty.vocabulary.ConsumerId;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Keeps entries in `audit_entry`, in the transaction of what they tell of, and their personal
/// facts in `audit_personal`, where they can be erased.
public final class PostgresLedger {
    private static final int ROWS_A_STATEMENT_MAX = 1_000;
    private static final List<Field<?>> COLUMNS =
            List.of(
                    AUDIT_ENTRY.AT,
                    AUDIT_ENTRY.KIND,
                    AUDIT_ENTRY.ACTOR,
                    AUDIT_ENTRY.CONSUMER_ID,
                    AUDIT_ENTRY.ACCOUNT_ID,
                    AUDIT_ENTRY.ATTEMPT_ID,
                    AUDIT_ENTRY.CAMPAIGN_ID,
                    AUDIT_ENTRY.PAYLOAD,
                    AUDIT_ENTRY.LEAF_HASH);

    private final RandomGenerator salts;

    public PostgresLedger() {
        this(new SecureRandom());
    }

    /// @param salts where the salts of personal facts come from; nobody may be able to guess it
    public PostgresLedger(RandomGenerator salts) {
        this.salts = salts;
    }

    /// An entry on its way in.
    private record Written(AuditEntry entry, Map<String, byte[]> salts, Leaf leaf) {}

    /// The ledger as seen from inside a transaction.
    public Ledger in(DSLContext tx) {
        return entries -> append(tx, entries);
    }

    public void append(DSLContext tx, AuditEntry entry) {
        append(tx, List.of(entry));
    }

    public void append(DSLContext tx, List<AuditEntry> entries) {
        for (int from = 0; from < entries.size(); from += ROWS_A_STATEMENT_MAX) {
            int to = Math.min(entries.size(), from + ROWS_A_STATEMENT_MAX);
            insert(tx, entries.subList(from, to).stream().map(this::written).toList());
        }
    }

    /// Erases the personal facts of a consumer's entries; the entries and the tree stay as they
    /// are.
    ///
    /// @return how many facts
    public int erase(DSLContext tx, ConsumerId consumer, AuditEntry.Actor by, Instant now) {
        int facts =
                tx.deleteFrom(AUDIT_PERSONAL)
                        .where(AUDIT_PERSONAL.CONSUMER_ID.eq(consumer))
                        .execute();
        AuditEntry.Subject subject =
                new AuditEntry.Subject(
                        Optional.of(consumer),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        append(tx, new AuditEntry(now, "personal.erased", by, subject, Map.of("facts", facts)));
        return facts;
    }

    private Written written(AuditEntry entry) {
        Map<String, byte[]> own = new HashMap<>();
        for (String field : entry.personal().keySet()) {
            byte[] salt = new byte[Commitment.SALT_BYTES];
            salts.nextBytes(salt);
            own.put(field, salt);
        }
        return new Written(entry, own, Leaf.of(entry, own));
    }

    private static void insert(DSLContext tx, List<Written> entries) {
        var insert = tx.insertInto(AUDIT_ENTRY, COLUMNS);
        for (Written written : entries) {
            AuditEntry entry = written.entry();
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
                            written.leaf().payload(),
                            written.leaf().hash());
        }
        List<Written> personal = entries.stream().filter(w -> !w.salts().isEmpty()).toList();
        if (personal.isEmpty()) {
            insert.execute();
        } else {
            insertPersonal(
                    tx,
                    personal,
                    insert.returningResult(AUDIT_ENTRY.LEAF_HASH, AUDIT_ENTRY.ID)
                            .fetchMap(row -> hex(row.value1()), row -> row.value2()));
        }
    }

    /// @param numbers of the entries by their leaf hashes, which their salts make unique
    private static void insertPersonal(
            DSLContext tx, List<Written> entries, Map<String, Long> numbers) {
        var insert =
                tx.insertInto(
                        AUDIT_PERSONAL,
                        AUDIT_PERSONAL.ENTRY_ID,
                        AUDIT_PERSONAL.FIELD,
                        AUDIT_PERSONAL.CONSUMER_ID,
                        AUDIT_PERSONAL.SALT,
                        AUDIT_PERSONAL.VALUE,
                        AUDIT_PERSONAL.RECORDED_AT);
        for (Written written : entries) {
            AuditEntry entry = written.entry();
            long number = Decision.known(numbers, hex(written.leaf().hash()));
            for (Map.Entry<String, byte[]> salt : written.salts().entrySet()) {
                insert =
                        insert.values(
                                number,
                                salt.getKey(),
                                orNull(entry.subject().consumer()),
                                salt.getValue(),
                                Decision.known(entry.personal(), salt.getKey()),
                                entry.at());
            }
        }
        insert.execute();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
