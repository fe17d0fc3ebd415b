package org.rightparty.compliance.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// A Merkle tree cut into tiles of 256 hashes, as transparency logs keep theirs (C2SP tlog-tiles).
///
/// The tile (L, i) holds the hashes of level 8·L from 256·i on; a full one never changes. The
/// hashes between the levels of tiles are computed from the tile below.
public final class Tiles implements MerkleTree.Nodes {
    public static final int WIDTH = 256;
    private static final int LEVELS_A_TILE = 8;
    private static final int BYTES = WIDTH * MerkleTree.HASH_BYTES;

    private final Source source;

    public Tiles(Source source) {
        this.source = source;
    }

    /// Where tiles are kept.
    @FunctionalInterface
    public interface Source {
        /// The first hashes of a tile, at least `width` of them, one after the other.
        byte[] hashes(int level, long index, int width);
    }

    /// A full tile.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Tile(int level, long index, byte[] hashes) {}

    @Override
    public byte[] hash(int level, long index) {
        int within = level % LEVELS_A_TILE;
        long first = index << within;
        int offset = (int) (first % WIDTH);
        byte[] tile = source.hashes(level / LEVELS_A_TILE, first / WIDTH, offset + (1 << within));
        return over(tile, offset, 1 << within);
    }

    /// The hash over `count` hashes of a tile, a power of two.
    static byte[] over(byte[] tile, int offset, int count) {
        if (count == 1) {
            int from = offset * MerkleTree.HASH_BYTES;
            return Arrays.copyOfRange(tile, from, from + MerkleTree.HASH_BYTES);
        }
        int half = count / 2;
        return MerkleTree.nodeHash(over(tile, offset, half), over(tile, offset + half, half));
    }

    /// The hash over a full tile, which is one hash of the tile above.
    public static byte[] root(byte[] tile) {
        return over(tile, 0, WIDTH);
    }

    /// Adds leaves to a tree and hands over each tile as it becomes full. Memory: one unfinished
    /// tile a level.
    public static final class Builder {
        private final List<byte[]> unfinished = new ArrayList<>();
        private final List<Integer> widths = new ArrayList<>();
        private final Consumer<Tile> full;
        private long size;

        public Builder(Consumer<Tile> full) {
            this.full = full;
        }

        /// Continues a tree of `size` leaves from what is kept of it.
        public static Builder resume(long size, Source source, Consumer<Tile> full) {
            Builder builder = new Builder(full);
            builder.size = size;
            long nodes = size;
            for (int level = 0; nodes > 0; level++) {
                int width = (int) (nodes % WIDTH);
                byte[] tile = new byte[BYTES];
                if (width > 0) {
                    byte[] kept = source.hashes(level, nodes / WIDTH, width);
                    System.arraycopy(kept, 0, tile, 0, width * MerkleTree.HASH_BYTES);
                }
                builder.unfinished.add(tile);
                builder.widths.add(width);
                nodes /= WIDTH;
            }
            return builder;
        }

        public long size() {
            return size;
        }

        public void add(byte[] leafHash) {
            add(0, size, leafHash);
            size++;
        }

        private void add(int level, long index, byte[] hash) {
            if (level == unfinished.size()) {
                unfinished.add(new byte[BYTES]);
                widths.add(0);
            }
            byte[] tile = unfinished.get(level);
            int width = widths.get(level);
            System.arraycopy(hash, 0, tile, width * MerkleTree.HASH_BYTES, hash.length);
            widths.set(level, (width + 1) % WIDTH);
            if (width + 1 == WIDTH) {
                full.accept(new Tile(level, index / WIDTH, tile.clone()));
                add(level + 1, index / WIDTH, Tiles.root(tile));
            }
        }

        /// The root of all leaves so far.
        public byte[] root() {
            if (size == 0) {
                return MerkleTree.emptyRoot();
            }
            List<byte[]> peaks = new ArrayList<>();
            for (int level = unfinished.size() - 1; level >= 0; level--) {
                int offset = 0;
                for (int count = WIDTH / 2; count > 0; count /= 2) {
                    if ((widths.get(level) & count) != 0) {
                        peaks.add(over(unfinished.get(level), offset, count));
                        offset += count;
                    }
                }
            }
            byte[] root = peaks.removeLast();
            while (!peaks.isEmpty()) {
                root = MerkleTree.nodeHash(peaks.removeLast(), root);
            }
            return root;
        }
    }
}
