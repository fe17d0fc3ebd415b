package org.rightparty.dialer.asterisk;

import org.rightparty.dialer.call.Detour;
import org.rightparty.vocabulary.PhoneNumber;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which trunk takes a call: of those that may carry the number and have room, the least loaded.
/// Those that carry nothing now are left out, but for a call now and then. Any thread.
///
/// The dial guard is here. A number that no person can have leaves only by a loopback trunk, and a
/// loopback trunk takes no other: neither does practice reach a telephone, nor does a real person's
/// call count as made when it went nowhere.
final class Trunks {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final List<Load> loads;
    private final Detour detour = new Detour();

    Trunks(List<Trunk> trunks) {
        this.loads = trunks.stream().map(Load::new).toList();
    }

    /// What came of the choice.
    sealed interface Choice {
        record Use(Trunk trunk) implements Choice {}

        /// A channel is free, but the trunk's second is full: ask again after this long.
        record Later(Duration delay) implements Choice {}

        record None(String reason) implements Choice {}
    }

    synchronized void avoid(Set<String> names, long nanos) {
        detour.avoid(names, nanos);
    }

    /// Chooses and books a channel at `nanos`; the call's end must give it back with [#free].
    synchronized Choice choose(PhoneNumber number, long nanos) {
        List<Load> allowed =
                loads.stream().filter(l -> l.trunk.loopback() == number.isFictional()).toList();
        List<Load> open =
                allowed.stream()
                        .filter(Load::hasChannel)
                        .filter(load -> detour.takes(load.trunk.name(), nanos))
                        .toList();
        Optional<Load> best =
                open.stream()
                        .filter(load -> load.delay(nanos) <= 0)
                        .min(Comparator.comparingDouble(Load::share));
        if (best.isPresent()) {
            best.get().take(nanos);
            detour.took(best.get().trunk.name(), nanos);
            return new Choice.Use(best.get().trunk);
        }
        if (open.isEmpty()) {
            return new Choice.None(allowed.isEmpty() ? "NO_TRUNK_FOR_NUMBER" : "NO_CHANNEL_FREE");
        }
        long soonest = open.stream().mapToLong(load -> load.delay(nanos)).min().orElseThrow();
        return new Choice.Later(Duration.ofNanos(soonest));
    }

    /// A call found on this trunk after a restart.
    synchronized void adopt(String trunk) {
        named(trunk).ifPresent(load -> load.busy++);
    }

    /// A call on this trunk is over, or was never placed.
    synchronized void free(String trunk) {
        named(trunk).ifPresent(Load::free);
    }

    /// How many more calls can begin between `nanos` and `within` later, at most a second. Nobody
    /// knows yet whether their numbers will be fictional, so it is what either kind finds.
    synchronized int room(long nanos, Duration within) {
        return Stream.of(true, false)
                .map(kind -> loads.stream().filter(l -> l.trunk.loopback() == kind).toList())
                .filter(kind -> !kind.isEmpty())
                .mapToInt(kind -> kind.stream().mapToInt(l -> room(l, nanos, within)).sum())
                .min()
                .orElse(0);
    }

    private int room(Load load, long nanos, Duration within) {
        String trunk = load.trunk.name();
        if (detour.avoids(trunk)) {
            return detour.takes(trunk, nanos) ? Math.min(1, load.room(nanos, within)) : 0;
        } else {
            return load.room(nanos, within);
        }
    }

    private Optional<Load> named(String trunk) {
        return loads.stream().filter(load -> load.trunk.name().equals(trunk)).findFirst();
    }

    private static final class Load {
        private final Trunk trunk;
        private final Deque<Long> begun = new ArrayDeque<>();
        private int busy;

        Load(Trunk trunk) {
            this.trunk = trunk;
        }

        boolean hasChannel() {
            return busy < trunk.channelsMax();
        }

        double share() {
            return (double) busy / trunk.channelsMax();
        }

        /// Nanoseconds until another call may begin; zero or less when it may now.
        long delay(long nanos) {
            return begun.size() < trunk.callsPerSecondMax() ? 0 : begun.getFirst() + SECOND - nanos;
        }

        int room(long nanos, Duration within) {
            long freeFrom = nanos + within.toNanos() - SECOND;
            int taken = (int) begun.stream().filter(at -> at > freeFrom).count();
            int free = Math.max(0, trunk.channelsMax() - busy);
            return Math.min(free, trunk.callsPerSecondMax() - taken);
        }

        void take(long nanos) {
            busy++;
            begun.addLast(nanos);
            if (begun.size() > trunk.callsPerSecondMax()) {
                begun.removeFirst();
            }
        }

        void free() {
            busy = Math.max(0, busy - 1);
        }
    }
}
