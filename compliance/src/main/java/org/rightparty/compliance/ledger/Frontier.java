package org.rightparty.compliance.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// The right edge of a Merkle tree: all that is needed to add leaves and know the root, a hash for
/// each bit of the size. A tree of any size is built in this constant memory.
public final class Frontier {
    /// The roots of the perfect subtrees, the smallest (rightmost) first.
    private final Deque<byte[]> peaks = new ArrayDeque<>();

    private long size;

    public long size() {
        return size;
    }

    /// Adds the hash of the next leaf.
    public void add(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            hash = MerkleTree.nodeHash(peaks.pop(), hash);
        }
        peaks.push(hash);
        size++;
    }

    public byte[] root() {
        if (peaks.isEmpty()) {
            return MerkleTree.emptyRoot();
        }
        Iterator<byte[]> fromRight = peaks.iterator();
        byte[] root = fromRight.next();
        while (fromRight.hasNext()) {
            root = MerkleTree.nodeHash(fromRight.next(), root);
        }
        return root;
    }
}
