package org.rightparty.compliance.ledger;

import org.rightparty.compliance.rules.Sha256;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The Merkle tree of RFC 9162 section 2.1 with SHA-256: hashes, proofs and how they are checked.
///
/// - a leaf: SHA-256(0x00 ‖ payload)
/// - a node: SHA-256(0x01 ‖ left ‖ right)
/// - the left branch of n leaves holds the largest power of two below n
///
/// Every check takes proofs as they come from a stranger: a proof of a wrong length, or with hashes
/// of a wrong length, proves nothing and is no error.
public final class MerkleTree {
    public static final int HASH_BYTES = 32;
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    /// Where the hashes of perfect subtrees are found.
    @FunctionalInterface
    public interface Nodes {
        /// The hash over the 2^`level` leaves from `index`·2^`level` on.
        byte[] hash(int level, long index);
    }

    public static byte[] leafHash(byte[] payload) {
        return Sha256.of(LEAF, payload);
    }

    public static byte[] nodeHash(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /// The root of a tree without leaves (section 2.1.1).
    public static byte[] emptyRoot() {
        return Sha256.of();
    }

    /// The root over the first `size` leaves.
    public static byte[] root(Nodes nodes, long size) {
        return size == 0 ? emptyRoot() : range(nodes, 0, size);
    }

    /// The hashes that lead from a leaf to the root (section 2.1.3.1), lowest first.
    public static List<byte[]> inclusionProof(Nodes nodes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException(index + " is no leaf of a tree of " + size);
        }
        List<byte[]> proof = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + leftLeaves(to - from);
            if (index < middle) {
                proof.add(0, range(nodes, middle, to));
                to = middle;
            } else {
                proof.add(0, range(nodes, from, middle));
                from = middle;
            }
        }
        return proof;
    }

    /// The hashes that show that the first `older` leaves of a tree of `size` are what they were
    /// (section 2.1.4.1).
    public static List<byte[]> consistencyProof(Nodes nodes, long older, long size) {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException(older + " leaves are not within " + size);
        }
        List<byte[]> proof = new ArrayList<>();
        if (older == 0 || older == size) {
            return proof;
        }
        long from = 0;
        long to = size;
        while (older != to) {
            long middle = from + leftLeaves(to - from);
            if (older <= middle) {
                proof.add(0, range(nodes, middle, to));
                to = middle;
            } else {
                proof.add(0, range(nodes, from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            proof.add(0, range(nodes, from, to));
        }
        return proof;
    }

    /// Whether `proof` leads from the leaf to the root (section 2.1.3.2).
    public static boolean includes(
            byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || !sound(proof)) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] hash = leaf;
        for (byte[] each : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = nodeHash(each, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = nodeHash(hash, each);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(hash, root);
    }

    /// Whether `proof` shows that the older tree is the beginning of the newer (section 2.1.4.2).
    public static boolean consistent(
            long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> proof) {
        if (older < 0 || older > newer || !sound(proof)) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && Arrays.equals(olderRoot, newerRoot);
        }
        if (older == 0) {
            return proof.isEmpty() && Arrays.equals(olderRoot, emptyRoot());
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            path.add(0, olderRoot);
        }
        return !path.isEmpty() && walk(older, olderRoot, newer, newerRoot, path);
    }

    private static boolean walk(
            long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> path) {
        int skip = Long.numberOfTrailingZeros(~(older - 1));
        long fn = (older - 1) >> skip;
        long sn = (newer - 1) >> skip;
        byte[] fr = path.get(0);
        byte[] sr = path.get(0);
        for (byte[] each : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = nodeHash(each, fr);
                sr = nodeHash(each, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = nodeHash(sr, each);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, olderRoot) && Arrays.equals(sr, newerRoot);
    }

    private static boolean sound(List<byte[]> proof) {
        return proof.stream().allMatch(hash -> hash.length == HASH_BYTES);
    }

    /// The hash over the leaves from `from` to before `to`; `from` is where such a subtree begins.
    private static byte[] range(Nodes nodes, long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return nodes.hash(level, from >> level);
        }
        long middle = from + leftLeaves(leaves);
        return nodeHash(range(nodes, from, middle), range(nodes, middle, to));
    }

    /// The largest power of two below `leaves`.
    private static long leftLeaves(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
