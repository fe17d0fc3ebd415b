package org.rightparty.console.fakes;

import org.rightparty.console.people.Tries;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Tries in memory, which time does not bring back.
public final class FakeTries implements Tries {
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();

    @Override
    public boolean take(String login, Limit limit, Instant now) {
        AtomicInteger count = taken.computeIfAbsent(login, l -> new AtomicInteger());
        return count.getAndUpdate(n -> Math.min(n + 1, limit.atOnce())) < limit.atOnce();
    }

    @Override
    public Duration wait(String login, Limit limit, Instant now) {
        return limit.again();
    }

    @Override
    public void giveBack(String login, Limit limit) {
        taken.computeIfPresent(
                login,
                (l, count) -> {
                    count.decrementAndGet();
                    return count;
                });
    }
}
