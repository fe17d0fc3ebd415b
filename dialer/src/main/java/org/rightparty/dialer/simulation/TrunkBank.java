package org.rightparty.dialer.simulation;

import org.rightparty.dialer.call.Detour;
import org.rightparty.dialer.simulation.Scenario.Failure;
import org.rightparty.dialer.simulation.Scenario.Trunks;

import java.util.Optional;
import java.util.Set;

/// The trunks of a simulated floor: one where none ever fails, else ten that share the calls evenly
/// and of which the failing share is dead meanwhile.
///
/// A dialer that does not choose trunks gets one by lot, so that the failing share of its calls
/// fails; one that chooses goes round those it was told to avoid.
final class TrunkBank {
    private static final int MANY = 10;

    private final Trunks scenario;
    private final boolean choosing;
    private final Detour detour = new Detour();
    private final int[] up;
    private int all;

    /// @param choosing whether the dialer chooses trunks
    TrunkBank(Trunks scenario, boolean choosing) {
        this.scenario = scenario;
        this.choosing = choosing;
        this.up = new int[scenario.failures().isEmpty() ? 1 : Math.min(MANY, scenario.most())];
    }

    /// A channel that a call took.
    record Taken(int trunk, boolean dead) {
        String name() {
            return name(trunk);
        }

        private static String name(int trunk) {
            return "trunk-" + (trunk + 1);
        }
    }

    /// @param micros of the virtual clock
    /// @return empty when no trunk has room
    Optional<Taken> take(long dial, long micros) {
        double lot = lot(dial) * up.length;
        int drawn = (int) lot;
        for (int i = 0; i < up.length && all < scenario.most(); i++) {
            int trunk = (drawn + i) % up.length;
            if (hasRoom(trunk) && detour.takes(Taken.name(trunk), nanos(micros))) {
                detour.took(Taken.name(trunk), nanos(micros));
                up[trunk]++;
                all++;
                double place = (trunk + lot - drawn) / up.length;
                return Optional.of(new Taken(trunk, isDead(micros, place)));
            }
        }
        return Optional.empty();
    }

    private boolean hasRoom(int trunk) {
        return !choosing || up[trunk] < most();
    }

    private int most() {
        return (int) Math.ceil((double) scenario.most() / up.length);
    }

    /// @param place on the trunks laid side by side, of which the first fail
    private boolean isDead(long micros, double place) {
        double second = micros / (double) VirtualTime.SECOND;
        for (Failure failure : scenario.failures()) {
            boolean now = second >= failure.atS() && second < failure.atS() + failure.durationS();
            if (now && place < failure.share()) {
                return true;
            }
        }
        return false;
    }

    /// A number in [0, 1) for each dial, evenly spread also over few dials in a row: multiples of
    /// the golden section.
    private static double lot(long dial) {
        return ((dial * 0x9E3779B97F4A7C15L) >>> 11) * 0x1.0p-53;
    }

    void free(Taken taken) {
        up[taken.trunk()]--;
        all--;
    }

    int inUse() {
        return all;
    }

    int room(long micros) {
        int free = scenario.most() - all;
        return choosing ? Math.min(free, roomBesideDetours(micros)) : free;
    }

    private int roomBesideDetours(long micros) {
        long room = 0;
        for (int trunk = 0; trunk < up.length; trunk++) {
            String name = Taken.name(trunk);
            int free = most() - up[trunk];
            int tries = detour.takes(name, nanos(micros)) ? 1 : 0;
            room += detour.avoids(name) ? Math.min(free, tries) : free;
        }
        return (int) Math.min(room, Integer.MAX_VALUE);
    }

    boolean isChoosing() {
        return choosing;
    }

    void avoid(Set<String> names, long micros) {
        if (choosing) {
            detour.avoid(names, nanos(micros));
        }
    }

    private static long nanos(long micros) {
        return micros * 1_000;
    }
}
