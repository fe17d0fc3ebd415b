package org.rightparty.dialer.loop;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.compliance.holds.Barred;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Who was barred of late. A permit that was granted before and is still on its way must not be
/// spent; every later one was granted by a gate that knew.
final class Bars {
    /// Much longer than a permit lives and a transaction takes.
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    /// Clocks of two nodes may differ by a little.
    private static final Duration CLOCKS_APART_MAX = Duration.ofSeconds(1);

    private record Set(Barred barred, Instant at) {}

    private final Deque<Set> sets = new ArrayDeque<>();

    void add(Barred barred, Instant now) {
        sets.addLast(new Set(barred, now));
        while (sets.getFirst().at().plus(REMEMBERED).isBefore(now)) {
            sets.removeFirst();
        }
    }

    boolean forbids(Attempt attempt) {
        return sets.stream()
                .filter(set -> attempt.placedAt().isBefore(set.at().plus(CLOCKS_APART_MAX)))
                .anyMatch(set ->
                        set.barred()
                                .covers(attempt.consumer(), attempt.account(), attempt.phone()));
    }
}
