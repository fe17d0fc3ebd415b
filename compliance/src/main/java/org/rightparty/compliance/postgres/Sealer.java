package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.LEDGER_CHECKPOINT;
import static org.rightparty.schema.generated.Tables.LEDGER_LEAF;
import static org.rightparty.schema.generated.Tables.LEDGER_TILE;
import static org.rightparty.schema.generated.Tables.LEDGER_UNSEALED;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.rightparty.compliance.ledger.MerkleTree;
import org.rightparty.compliance.ledger.SigningKey;
import org.rightparty.compliance.ledger.Tiles;
import org.rightparty.database.Database;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Gives committed entries their places in the tree and signs checkpoints over it.
///
/// An entry waits in `ledger_unsealed` from its own transaction on. A round takes a batch from
/// there in one transaction: places, tiles and checkpoint are committed together or not at all, so
/// a sealer that is killed loses nothing and seals nothing twice. What commits late is simply found
/// later. An advisory lock, and the keys of the tables, allow one sealer at a time; any node may be
/// it.
public final class Sealer {
    /// "ledgseal" in ASCII.
    private static final long LOCK = 0x6c6564677365616cL;

    private static final int BATCH = 5_000;
    private static final int TILES_A_STATEMENT_MAX = 64;

    private final Database database;
    private final Checkpoints checkpoints;
    private final List<Tiles.Tile> full = new ArrayList<>();
    private Optional<Tiles.Builder> tree = Optional.empty();

    /// @param rulebooksSha256 the hash over the rulebooks in force, for the checkpoint
    public Sealer(
            Database database,
            PostgresLedger ledger,
            SigningKey key,
            RulebooksHash rulebooksSha256) {
        this.database = database;
        this.checkpoints = new Checkpoints(ledger, key, rulebooksSha256);
    }

    /// What the rulebooks in force are, in a hash.
    @FunctionalInterface
    public interface RulebooksHash {
        String at(DSLContext tx, Instant now);
    }

    /// Seals all that waits, and signs a checkpoint when one is due.
    ///
    /// @return how many entries were sealed
    /// @throws IllegalStateException when the tree is not what its last checkpoint says
    public synchronized int seal(Instant now) {
        int sealed = 0;
        int batch;
        do {
            batch = round(now);
            sealed += batch;
        } while (batch == BATCH);
        return sealed;
    }

    private int round(Instant now) {
        full.clear();
        try {
            return database.transact(tx -> isOurTurn(tx) ? batch(tx, now) : 0);
        } catch (RuntimeException undone) {
            tree = Optional.empty();
            checkpoints.forget();
            throw undone;
        }
    }

    private static boolean isOurTurn(DSLContext tx) {
        return tx.select(
                        DSL.function(
                                "pg_try_advisory_xact_lock", SQLDataType.BOOLEAN, DSL.val(LOCK)))
                .fetchSingle()
                .value1();
    }

    private int batch(DSLContext tx, Instant now) {
        Tiles.Builder builder = treeOf(tx, size(tx));
        List<byte[]> leaves = take(tx, builder.size());
        leaves.forEach(builder::add);
        insertTiles(tx);
        tree = Optional.of(builder);
        checkpoints.signIfDue(tx, builder.size(), builder.root(), now);
        return leaves.size();
    }

    private static long size(DSLContext tx) {
        Long last = tx.select(DSL.max(LEDGER_LEAF.SEQ)).from(LEDGER_LEAF).fetchSingle().value1();
        return last == null ? 0 : last + 1;
    }

    private Tiles.Builder treeOf(DSLContext tx, long size) {
        return tree.filter(kept -> kept.size() == size).orElseGet(() -> resumed(tx, size));
    }

    private Tiles.Builder resumed(DSLContext tx, long size) {
        LedgerTiles tiles = new LedgerTiles(tx);
        tx.select(LEDGER_CHECKPOINT.SIZE, LEDGER_CHECKPOINT.ROOT)
                .from(LEDGER_CHECKPOINT)
                .orderBy(LEDGER_CHECKPOINT.ID.desc())
                .limit(1)
                .fetchOptional()
                .ifPresent(last -> fits(tiles, size, last.value1(), last.value2()));
        return Tiles.Builder.resume(size, tiles, full::add);
    }

    private static void fits(LedgerTiles tiles, long size, long signed, byte[] root) {
        if (signed > size || !Arrays.equals(MerkleTree.root(new Tiles(tiles), signed), root)) {
            throw new IllegalStateException(
                    "the ledger's tree of "
                            + size
                            + " is not what its checkpoint of "
                            + signed
                            + " says; nothing is sealed until somebody has looked");
        }
    }

    /// Moves waiting entries into the tree, the oldest first.
    ///
    /// @return their leaf hashes in the order of the tree
    private static List<byte[]> take(DSLContext tx, long size) {
        var taken =
                DSL.name("taken")
                        .as(
                                DSL.deleteFrom(LEDGER_UNSEALED)
                                        .where(
                                                LEDGER_UNSEALED.ENTRY_ID.in(
                                                        DSL.select(LEDGER_UNSEALED.ENTRY_ID)
                                                                .from(LEDGER_UNSEALED)
                                                                .orderBy(LEDGER_UNSEALED.ENTRY_ID)
                                                                .limit(BATCH)))
                                        .returningResult(
                                                LEDGER_UNSEALED.ENTRY_ID,
                                                LEDGER_UNSEALED.ENTRY_AT,
                                                LEDGER_UNSEALED.LEAF_HASH));
        var number = taken.field(LEDGER_UNSEALED.ENTRY_ID);
        return tx
                .with(taken)
                .insertInto(
                        LEDGER_LEAF,
                        LEDGER_LEAF.SEQ,
                        LEDGER_LEAF.ENTRY_ID,
                        LEDGER_LEAF.ENTRY_AT,
                        LEDGER_LEAF.LEAF_HASH)
                .select(
                        DSL.select(
                                        DSL.rowNumber()
                                                .over(DSL.orderBy(number))
                                                .cast(SQLDataType.BIGINT)
                                                .plus(size - 1),
                                        number,
                                        taken.field(LEDGER_UNSEALED.ENTRY_AT),
                                        taken.field(LEDGER_UNSEALED.LEAF_HASH))
                                .from(taken))
                .returningResult(LEDGER_LEAF.SEQ, LEDGER_LEAF.LEAF_HASH)
                .fetch()
                .stream()
                .sorted(Comparator.comparing(row -> row.value1()))
                .map(row -> row.value2())
                .toList();
    }

    private void insertTiles(DSLContext tx) {
        for (int from = 0; from < full.size(); from += TILES_A_STATEMENT_MAX) {
            var insert =
                    tx.insertInto(
                            LEDGER_TILE, LEDGER_TILE.LEVEL, LEDGER_TILE.INDEX, LEDGER_TILE.HASHES);
            int to = Math.min(full.size(), from + TILES_A_STATEMENT_MAX);
            for (Tiles.Tile tile : full.subList(from, to)) {
                insert = insert.values((short) tile.level(), tile.index(), tile.hashes());
            }
            insert.execute();
        }
    }
}
