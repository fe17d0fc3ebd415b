package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.AUDIT_PERSONAL;
import static org.rightparty.schema.generated.Tables.GATE_DECISION;
import static org.rightparty.schema.generated.Tables.INSTALLATION;
import static org.rightparty.schema.generated.Tables.LEDGER_CHECKPOINT;
import static org.rightparty.schema.generated.Tables.LEDGER_KEY;
import static org.rightparty.schema.generated.Tables.LEDGER_LEAF;
import static org.rightparty.schema.generated.Tables.LEDGER_TIMESTAMP;
import static org.rightparty.schema.generated.Tables.RULEBOOK;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.compliance.ledger.MerkleTree;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.ledger.Tiles;
import org.rightparty.database.Database;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Reads the sealed ledger as it is at one instant, in constant memory: rows come through cursors,
/// tiles through a small cache.
public final class LedgerReader {
    private static final int ROWS_A_FETCH = 1_000;
    private static final String PERMITTED = "dial.permitted";
    private static final String ENDED = "call.ended";

    /// Each leaf with its entry.
    private static final Table<?> LEAVES =
            LEDGER_LEAF
                    .join(AUDIT_ENTRY)
                    .on(AUDIT_ENTRY.ID.eq(LEDGER_LEAF.ENTRY_ID))
                    .and(AUDIT_ENTRY.AT.eq(LEDGER_LEAF.ENTRY_AT));

    private final DSLContext tx;
    private final Tiles tree;

    private LedgerReader(DSLContext tx) {
        this.tx = tx;
        this.tree = new Tiles(new LedgerTiles(tx));
    }

    /// Reads in one transaction.
    public static <T> T read(Database database, Function<LedgerReader, T> work) {
        return database.transact(tx -> work.apply(new LedgerReader(tx)));
    }

    /// @param note the signed note
    public record Kept(long id, long size, Instant at, String note) {}

    /// A sealed entry and its place.
    public record Event(long index, Instant at, String payload) {}

    /// Which entries an export holds: those at places from `first` to before `end` that belong to
    /// the selection, and of a period also, from `end` to before `size`, those that happened in it
    /// and were sealed later, and the ends of calls that were under way. Of a person or a campaign
    /// it also holds what tells of a demonstration: without that nobody can say what was invented.
    ///
    /// @param size entries under the newest checkpoint; beyond it nothing can be proven
    /// @param underWay calls permitted in it that had not ended by `end`
    /// @param demonstration the place of the entry that tells of one
    public record Extract(
            Selection selection,
            long first,
            long end,
            long size,
            Set<AttemptId> underWay,
            Optional<Long> demonstration) {
        public Extract {
            underWay = Set.copyOf(underWay);
        }

        /// The covered places, then those beyond them, as conditions on leaf and entry.
        private List<Condition> parts() {
            Condition covered = LEDGER_LEAF.SEQ.ge(first).and(LEDGER_LEAF.SEQ.lt(end));
            return switch (selection) {
                case Selection.Everything _ -> List.of(covered);
                case Selection.OfConsumer one ->
                        told(covered.and(AUDIT_ENTRY.CONSUMER_ID.eq(one.consumer())));
                case Selection.OfCampaign one ->
                        told(covered.and(AUDIT_ENTRY.CAMPAIGN_ID.eq(one.campaign())));
                case Selection.Period period -> List.of(covered, beyond(period));
            };
        }

        private List<Condition> told(Condition own) {
            return demonstration
                    .map(place ->
                            List.of(
                                    own.and(LEDGER_LEAF.SEQ.lt(place)),
                                    LEDGER_LEAF.SEQ.eq(place),
                                    own.and(LEDGER_LEAF.SEQ.gt(place))))
                    .orElse(List.of(own));
        }

        private Condition beyond(Selection.Period period) {
            Condition happened =
                    AUDIT_ENTRY.AT.ge(period.from()).and(AUDIT_ENTRY.AT.lt(period.to()));
            Condition ended = AUDIT_ENTRY.KIND.eq(ENDED).and(AUDIT_ENTRY.ATTEMPT_ID.in(underWay));
            return LEDGER_LEAF
                    .SEQ
                    .ge(end)
                    .and(LEDGER_LEAF.SEQ.lt(size))
                    .and(underWay.isEmpty() ? happened : happened.or(ended));
        }
    }

    /// A personal fact of the entry at a place.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record PersonalFact(long index, String field, byte[] salt, String value) {}

    /// What the decision of the entry at a place looked at.
    ///
    /// @param facts as JSON
    public record Facts(long index, String facts) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record TimeStamp(long checkpoint, String authority, byte[] token) {}

    /// @param content as JSON
    public record Book(String name, String version, String content) {}

    public MerkleTree.Nodes nodes() {
        return tree;
    }

    public Optional<Kept> newest() {
        return checkpoints(DSL.noCondition(), 1).stream().findFirst();
    }

    /// The ledger's first checkpoint.
    public Optional<Kept> oldest() {
        return firstFrom(Instant.EPOCH);
    }

    /// The last checkpoint signed at `at` or before.
    public Optional<Kept> lastBy(Instant at) {
        return checkpoints(LEDGER_CHECKPOINT.SIGNED_AT.le(at), 1).stream().findFirst();
    }

    /// The first checkpoint signed at `at` or later.
    public Optional<Kept> firstFrom(Instant at) {
        return keptSelect()
                .where(LEDGER_CHECKPOINT.SIGNED_AT.ge(at))
                .orderBy(LEDGER_CHECKPOINT.ID)
                .limit(1)
                .fetchOptional(LedgerReader::kept);
    }

    /// The last checkpoint of each month, and each one that was time-stamped.
    public List<Kept> landmarks() {
        var monthly =
                DSL.select(DSL.max(LEDGER_CHECKPOINT.ID))
                        .from(LEDGER_CHECKPOINT)
                        .groupBy(DSL.trunc(LEDGER_CHECKPOINT.SIGNED_AT, org.jooq.DatePart.MONTH));
        var stamped = DSL.select(LEDGER_TIMESTAMP.CHECKPOINT_ID).from(LEDGER_TIMESTAMP);
        return keptSelect()
                .where(LEDGER_CHECKPOINT.ID.in(monthly))
                .or(LEDGER_CHECKPOINT.ID.in(stamped))
                .orderBy(LEDGER_CHECKPOINT.ID)
                .fetch(LedgerReader::kept);
    }

    /// The place of the entry that tells of a demonstration, where one was loaded.
    public Optional<Long> demonstration(Kept newest) {
        return tx.select(LEDGER_LEAF.SEQ)
                .from(LEAVES)
                .join(INSTALLATION)
                .on(INSTALLATION.DEMO_LOADED_AT.eq(AUDIT_ENTRY.AT))
                .where(AUDIT_ENTRY.KIND.eq(Replay.DEMO_LOADED))
                .and(LEDGER_LEAF.SEQ.lt(newest.size()))
                .fetchOptional(LEDGER_LEAF.SEQ);
    }

    private List<Kept> checkpoints(Condition which, int many) {
        return keptSelect()
                .where(which)
                .orderBy(LEDGER_CHECKPOINT.ID.desc())
                .limit(many)
                .fetch(LedgerReader::kept);
    }

    private org.jooq.SelectJoinStep<? extends Record> keptSelect() {
        return tx.select(
                        LEDGER_CHECKPOINT.ID,
                        LEDGER_CHECKPOINT.SIZE,
                        LEDGER_CHECKPOINT.SIGNED_AT,
                        LEDGER_CHECKPOINT.NOTE)
                .from(LEDGER_CHECKPOINT);
    }

    private static Kept kept(Record row) {
        return new Kept(
                row.get(LEDGER_CHECKPOINT.ID),
                row.get(LEDGER_CHECKPOINT.SIZE),
                row.get(LEDGER_CHECKPOINT.SIGNED_AT),
                row.get(LEDGER_CHECKPOINT.NOTE));
    }

    /// The calls whose permit is among the entries and whose end is not.
    public Set<AttemptId> underWay(Extract extract) {
        Set<AttemptId> open = new HashSet<>();
        for (Condition part : extract.parts()) {
            try (var rows =
                    tx.select(AUDIT_ENTRY.KIND, AUDIT_ENTRY.ATTEMPT_ID)
                            .from(LEAVES)
                            .where(part)
                            .and(AUDIT_ENTRY.KIND.in(PERMITTED, ENDED))
                            .orderBy(LEDGER_LEAF.SEQ)
                            .fetchSize(ROWS_A_FETCH)
                            .fetchLazy()) {
                for (var row : rows) {
                    if (row.value1().equals(PERMITTED)) {
                        open.add(row.value2());
                    } else {
                        open.remove(row.value2());
                    }
                }
            }
        }
        return open;
    }

    /// The entries, in the order of their places.
    public void events(Extract extract, Consumer<Event> each) {
        for (Condition part : extract.parts()) {
            try (var rows =
                    tx.select(LEDGER_LEAF.SEQ, LEDGER_LEAF.ENTRY_AT, AUDIT_ENTRY.PAYLOAD)
                            .from(LEAVES)
                            .where(part)
                            .orderBy(LEDGER_LEAF.SEQ)
                            .fetchSize(ROWS_A_FETCH)
                            .fetchLazy()) {
                for (var row : rows) {
                    each.accept(new Event(row.value1(), row.value2(), row.value3()));
                }
            }
        }
    }

    /// What the decisions of the same entries looked at, as far as it is kept.
    public void decisions(Extract extract, Consumer<Facts> each) {
        Field<Long> decision =
                DSL.field(
                        "({0}::jsonb #>> '{detail,decision}')::bigint",
                        Long.class, AUDIT_ENTRY.PAYLOAD);
        for (Condition part : extract.parts()) {
            try (var rows =
                    tx.select(LEDGER_LEAF.SEQ, GATE_DECISION.FACTS)
                            .from(LEAVES)
                            .join(GATE_DECISION)
                            .on(GATE_DECISION.ID.eq(decision))
                            .and(GATE_DECISION.DECIDED_AT.eq(LEDGER_LEAF.ENTRY_AT))
                            .where(part)
                            .and(AUDIT_ENTRY.KIND.in(PERMITTED, "dial.refused"))
                            .orderBy(LEDGER_LEAF.SEQ)
                            .fetchSize(ROWS_A_FETCH)
                            .fetchLazy()) {
                for (var row : rows) {
                    each.accept(new Facts(row.value1(), row.value2().data()));
                }
            }
        }
    }

    /// The personal facts, not erased, of the same entries.
    public void personal(Extract extract, Consumer<PersonalFact> each) {
        for (Condition part : extract.parts()) {
            try (var rows =
                    tx.select(
                                    LEDGER_LEAF.SEQ,
                                    AUDIT_PERSONAL.FIELD,
                                    AUDIT_PERSONAL.SALT,
                                    AUDIT_PERSONAL.VALUE)
                            .from(LEAVES)
                            .join(AUDIT_PERSONAL)
                            .on(AUDIT_PERSONAL.ENTRY_ID.eq(LEDGER_LEAF.ENTRY_ID))
                            .where(part)
                            .orderBy(LEDGER_LEAF.SEQ, AUDIT_PERSONAL.FIELD)
                            .fetchSize(ROWS_A_FETCH)
                            .fetchLazy()) {
                for (var row : rows) {
                    each.accept(
                            new PersonalFact(
                                    row.value1(), row.value2(), row.value3(), row.value4()));
                }
            }
        }
    }

    /// Public keys in the order of their use.
    public List<String> keys() {
        return tx.select(LEDGER_KEY.VERIFIER_KEY)
                .from(LEDGER_KEY)
                .orderBy(LEDGER_KEY.ID)
                .fetch(LEDGER_KEY.VERIFIER_KEY);
    }

    public List<TimeStamp> timeStamps() {
        return tx.select(
                        LEDGER_TIMESTAMP.CHECKPOINT_ID,
                        LEDGER_TIMESTAMP.AUTHORITY,
                        LEDGER_TIMESTAMP.TOKEN)
                .from(LEDGER_TIMESTAMP)
                .orderBy(LEDGER_TIMESTAMP.CHECKPOINT_ID, LEDGER_TIMESTAMP.AUTHORITY)
                .fetch(row -> new TimeStamp(row.value1(), row.value2(), row.value3()));
    }

    /// Every approved version of every rulebook.
    public List<Book> rulebooks() {
        return tx.select(RULEBOOK.NAME, RULEBOOK.VERSION, RULEBOOK.CONTENT)
                .from(RULEBOOK)
                .where(RULEBOOK.APPROVED_AT.isNotNull())
                .orderBy(RULEBOOK.NAME, RULEBOOK.VERSION)
                .fetch(row ->
                        new Book(row.value1(), String.valueOf(row.value2()), row.value3().data()));
    }
}
