package org.rightparty.dialer.placement.file;

import java.util.Arrays;

/// Which texts were there before, as a set of 64-bit hashes: eight to sixteen bytes each. Of a
/// million texts the odds that two share a hash are one in thirty million.
final class SeenNumbers {
    private static final long EMPTY = 0;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] slots = new long[1 << 12];
    private int size;

    /// @return false when it was there before
    boolean add(String text) {
        if (size * 2 >= slots.length) {
            grow();
        }
        return put(slots, hash(text));
    }

    private boolean put(long[] into, long hash) {
        int mask = into.length - 1;
        int at = (int) hash & mask;
        while (into[at] != EMPTY) {
            if (into[at] == hash) {
                return false;
            }
            at = (at + 1) & mask;
        }
        into[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        Arrays.stream(old).filter(hash -> hash != EMPTY).forEach(hash -> put(slots, hash));
    }

    /// FNV-1a, then the finisher of SplitMix64, which spreads it over all bits.
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == EMPTY ? 1 : hash;
    }
}
