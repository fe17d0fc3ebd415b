package org.rightparty.compliance.clock;

import org.rightparty.compliance.clock.ClockReading.Sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is known of a clock from its readings, one after another.
///
/// - STEPPED: between two readings the wall clock moved by more than a second otherwise than the
///   monotonic one. Doubted until a minute went by without a step.
/// - APART: it differs from the database's by more than two seconds.
/// - BEHIND: it stands more than two seconds before the last checkpoint, and no time server vouches
///   for it.
/// - UNSYNCHRONISED: the operating system has said for five minutes that no time server disciplines
///   it, where one is required.
///
/// @param stepAt monotonic nanoseconds of the last step; empty when there was none
/// @param lostAt monotonic nanoseconds since when it has been unsynchronised; empty while it is not
/// @param doubts why it is not believed; empty when it is
public record ClockState(
        Requires requires,
        Optional<ClockReading> last,
        Optional<Long> stepAt,
        Optional<Long> lostAt,
        Sync sync,
        Set<Doubt> doubts) {
    static final Duration STEP = Duration.ofSeconds(1);
    static final Duration APART = Duration.ofSeconds(2);
    static final Duration SETTLED = Duration.ofMinutes(1);
    static final Duration LOST = Duration.ofMinutes(5);

    public ClockState {
        doubts = Set.copyOf(doubts);
    }

    /// Whether a clock that no time server disciplines may be dialed by.
    public enum Requires {
        SYNCHRONISED,
        NOTHING
    }

    /// Why a clock is not believed.
    public enum Doubt {
        STEPPED,
        APART,
        BEHIND,
        UNSYNCHRONISED
    }

    /// Something to be entered.
    ///
    /// @param kind `clock.stepped`
    /// @param millis how far, signed; 0 where that means nothing
    public record Told(String kind, long millis) {}

    /// @param told what is new
    public record Looked(ClockState next, List<Told> told) {
        public Looked {
            told = List.copyOf(told);
        }
    }

    /// A clock of which nothing is known yet.
    public static ClockState unread(Requires requires) {
        return new ClockState(
                requires,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Sync.UNKNOWN,
                Set.of());
    }

    /// What `reading` adds. A glance leaves what only a whole reading can tell as it was.
    public Looked look(ClockReading reading) {
        List<Told> told = new ArrayList<>();
        Optional<Duration> step = step(reading);
        step.ifPresent(by -> told.add(new Told("clock.stepped", by.toMillis())));
        Optional<Long> stepped = step.isPresent() ? Optional.of(reading.nanos()) : stepAt;
        Sync now = reading.sync().orElse(sync);
        Optional<Long> lost =
                now == Sync.UNSYNCHRONISED
                        ? Optional.of(lostAt.orElse(reading.nanos()))
                        : Optional.empty();
        Set<Doubt> next = new TreeSet<>();
        add(next, Doubt.STEPPED, isYoung(stepped, reading.nanos(), SETTLED));
        add(next, Doubt.APART, apart(reading, told));
        add(next, Doubt.BEHIND, behind(reading, now, told));
        add(next, Doubt.UNSYNCHRONISED, unsynchronised(reading, lost, told));
        return new Looked(
                new ClockState(requires, Optional.of(reading), stepped, lost, now, next), told);
    }

    private static void add(Set<Doubt> doubts, Doubt doubt, boolean stands) {
        if (stands) {
            doubts.add(doubt);
        }
    }

    private Optional<Duration> step(ClockReading reading) {
        return last.map(before ->
                        Duration.between(before.wall(), reading.wall())
                                .minusNanos(reading.nanos() - before.nanos()))
                .filter(by -> by.abs().compareTo(STEP) > 0);
    }

    private static boolean isYoung(Optional<Long> at, long nanos, Duration age) {
        return at.filter(then -> nanos - then < age.toNanos()).isPresent();
    }

    private boolean apart(ClockReading reading, List<Told> told) {
        if (reading.database().isEmpty()) {
            return doubts.contains(Doubt.APART);
        }
        Duration by = Duration.between(reading.database().get(), reading.wall());
        boolean stands = by.abs().compareTo(APART) > 0;
        if (stands && !doubts.contains(Doubt.APART)) {
            told.add(new Told("clock.apart", by.toMillis()));
        }
        return stands;
    }

    private boolean behind(ClockReading reading, Sync now, List<Told> told) {
        if (reading.sync().isEmpty()) {
            return doubts.contains(Doubt.BEHIND);
        }
        Duration by =
                reading.lastCheckpoint()
                        .map(at -> Duration.between(reading.wall(), at))
                        .orElse(Duration.ZERO);
        boolean stands = by.compareTo(APART) > 0 && now != Sync.SYNCHRONISED;
        if (stands && !doubts.contains(Doubt.BEHIND)) {
            told.add(new Told("clock.behind", by.toMillis()));
        }
        return stands;
    }

    private boolean unsynchronised(ClockReading reading, Optional<Long> lost, List<Told> told) {
        boolean lasting = lost.isPresent() && !isYoung(lost, reading.nanos(), LOST);
        boolean known = lostAt.isPresent() && wasTold();
        if (lasting && !known) {
            told.add(new Told("clock.synchronisation.lost", 0));
        } else if (lost.isEmpty() && known) {
            told.add(new Told("clock.synchronisation.back", 0));
        }
        return lasting && requires == Requires.SYNCHRONISED;
    }

    /// Whether the loss has lasted long enough at the reading before to have been told of.
    private boolean wasTold() {
        return last.filter(before -> !isYoung(lostAt, before.nanos(), LOST)).isPresent();
    }
}
