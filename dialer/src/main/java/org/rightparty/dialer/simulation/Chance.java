package org.rightparty.dialer.simulation;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Common random numbers: what happens to the n-th dial or in an agent's n-th call depends on the
/// seed and n alone, whatever the policy. So two policies meet the same people.
final class Chance {
    /// What is drawn for.
    enum Stream {
        WEATHER(1),
        DIAL(2),
        NUMBER(3),
        AGENT(4),
        CALL(5),
        LEAVE(6),
        VERIFICATION(7),
        PART(8);

        private final long salt;

        Stream(long salt) {
            this.salt = salt;
        }
    }

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Chance() {}

    static RandomGenerator of(long seed, Stream stream, long first, long second) {
        long mixed = mix(seed * STEP + stream.salt);
        return new SplittableRandom(mix(mix(mixed + first * STEP) + second * STEP));
    }

    static RandomGenerator of(long seed, Stream stream, long index) {
        return of(seed, stream, index, 0);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
