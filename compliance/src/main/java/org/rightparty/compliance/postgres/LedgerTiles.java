package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.LEDGER_LEAF;
import static org.rightparty.schema.generated.Tables.LEDGER_TILE;

import org.jooq.DSLContext;
import org.rightparty.compliance.ledger.MerkleTree;
import org.rightparty.compliance.ledger.Tiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tiles as they are kept. Full ones are rows; an unfinished one is put together from the
/// leaves or from the full tiles below it. The last ones read are remembered.
final class LedgerTiles implements Tiles.Source {
    private static final int REMEMBERED_MAX = 64;

    private final DSLContext tx;
    private final Map<Key, byte[]> remembered = new LinkedHashMap<>(REMEMBERED_MAX, 0.75f, true);

    LedgerTiles(DSLContext tx) {
        this.tx = tx;
    }

    private record Key(int level, long index) {}

    @Override
    public byte[] hashes(int level, long index, int width) {
        Key key = new Key(level, index);
        byte[] known = remembered.get(key);
        if (known != null && known.length >= width * MerkleTree.HASH_BYTES) {
            return known;
        }
        byte[] read = full(level, index).orElseGet(() -> unfinished(level, index, width));
        if (read.length < width * MerkleTree.HASH_BYTES) {
            throw new IllegalStateException(
                    "the tree has no " + width + " hashes in tile " + level + "/" + index);
        }
        remembered.put(key, read);
        if (remembered.size() > REMEMBERED_MAX) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        return read;
    }

    private Optional<byte[]> full(int level, long index) {
        return tx.select(LEDGER_TILE.HASHES)
                .from(LEDGER_TILE)
                .where(LEDGER_TILE.LEVEL.eq((short) level))
                .and(LEDGER_TILE.INDEX.eq(index))
                .fetchOptional(LEDGER_TILE.HASHES);
    }

    private byte[] unfinished(int level, long index, int width) {
        long first = index * Tiles.WIDTH;
        if (level == 0) {
            return joined(leaves(first));
        }
        byte[] joined = new byte[width * MerkleTree.HASH_BYTES];
        for (int i = 0; i < width; i++) {
            byte[] root = Tiles.root(hashes(level - 1, first + i, Tiles.WIDTH));
            System.arraycopy(root, 0, joined, i * MerkleTree.HASH_BYTES, MerkleTree.HASH_BYTES);
        }
        return joined;
    }

    private List<byte[]> leaves(long first) {
        return tx.select(LEDGER_LEAF.LEAF_HASH)
                .from(LEDGER_LEAF)
                .where(LEDGER_LEAF.SEQ.ge(first))
                .and(LEDGER_LEAF.SEQ.lt(first + Tiles.WIDTH))
                .orderBy(LEDGER_LEAF.SEQ)
                .fetch(LEDGER_LEAF.LEAF_HASH);
    }

    private static byte[] joined(List<byte[]> hashes) {
        byte[] joined = new byte[hashes.size() * MerkleTree.HASH_BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(
                    hashes.get(i), 0, joined, i * MerkleTree.HASH_BYTES, MerkleTree.HASH_BYTES);
        }
        return joined;
    }
}
