package org.rightparty.dialer.asterisk;

import org.rightparty.compliance.gate.Attempt;
import org.rightparty.dialer.call.Telephone.Dialing;
import org.rightparty.vocabulary.AttemptId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/// The calls that wait for their turn on a trunk, first come, first served. One thread, but for
/// [#announce] and [#room].
final class Departures {
    /// A call that is ordered now may wait so long for its turn. A permit lives two seconds, of
    /// which its transaction takes a part.
    static final Duration WAIT_MAX = Duration.ofMillis(500);

    private final Trunks trunks;
    private final Queue<Waiting> queue = new ArrayDeque<>();

    /// Announced and neither left nor given up.
    private final AtomicInteger announced = new AtomicInteger();

    Departures(Trunks trunks) {
        this.trunks = trunks;
    }

    record Waiting(Attempt attempt, Dialing dialing) {
        AttemptId call() {
            return attempt.id();
        }
    }

    /// What leaves now, in order.
    ///
    /// @param died calls that will not leave, and why
    /// @param next when to look again; empty when nobody waits
    record Leaving(
            Map<Waiting, Trunk> placed, Map<AttemptId, String> died, Optional<Duration> next) {}

    void announce() {
        announced.incrementAndGet();
    }

    /// One that was announced will not come.
    void withhold() {
        announced.decrementAndGet();
    }

    int room(long nanos) {
        return Math.max(0, trunks.room(nanos, WAIT_MAX) - announced.get());
    }

    void add(Waiting waiting) {
        queue.add(waiting);
    }

    Leaving leave(Instant now, long nanos) {
        Map<Waiting, Trunk> placed = new LinkedHashMap<>();
        Map<AttemptId, String> died = new LinkedHashMap<>();
        Optional<Duration> soonest = Optional.empty();
        for (Iterator<Waiting> all = queue.iterator(); all.hasNext(); ) {
            Waiting one = all.next();
            Optional<Duration> later = Optional.empty();
            if (!one.attempt().covers(now)) {
                died.put(one.call(), "PERMIT_EXPIRED");
            } else {
                later = choose(one, nanos, placed, died);
            }
            if (later.isEmpty()) {
                all.remove();
                announced.decrementAndGet();
            } else if (soonest.isEmpty() || later.get().compareTo(soonest.get()) < 0) {
                soonest = later;
            }
        }
        return new Leaving(placed, died, soonest);
    }

    private Optional<Duration> choose(
            Waiting one, long nanos, Map<Waiting, Trunk> placed, Map<AttemptId, String> died) {
        switch (trunks.choose(one.attempt().number(), nanos)) {
            case Trunks.Choice.Use(Trunk trunk) -> placed.put(one, trunk);
            case Trunks.Choice.None(String reason) -> died.put(one.call(), reason);
            case Trunks.Choice.Later(Duration delay) -> {
                return Optional.of(delay);
            }
        }
        return Optional.empty();
    }
}
