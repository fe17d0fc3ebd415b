package org.rightparty.console.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// A token bucket for each name: `capacity` at once, then one more every `refill`.
///
/// At most [#NAMES_MAX] names are kept; beyond it the one used longest ago is forgotten.
final class TokenBuckets {
    static final int NAMES_MAX = 10_000;

    private final int capacity;
    private final long refillNanos;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > NAMES_MAX;
                }
            };

    TokenBuckets(int capacity, Duration refill, LongSupplier nanos) {
        this.capacity = capacity;
        this.refillNanos = refill.toNanos();
        this.nanos = nanos;
    }

    /// Takes one token of `name`; false when there is none.
    synchronized boolean take(String name) {
        Bucket bucket = refilled(name);
        boolean some = bucket.tokens > 0;
        buckets.put(name, some ? bucket.with(bucket.tokens - 1) : bucket);
        return some;
    }

    private Bucket refilled(String name) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.getOrDefault(name, new Bucket(capacity, now));
        long gained = (now - bucket.since) / refillNanos;
        if (bucket.tokens + gained >= capacity) {
            return new Bucket(capacity, now);
        } else {
            return new Bucket((int) (bucket.tokens + gained), bucket.since + gained * refillNanos);
        }
    }

    /// @param since the instant from which the next refill is counted
    private record Bucket(int tokens, long since) {
        Bucket with(int left) {
            return new Bucket(left, since);
        }
    }
}
