package org.rightparty.dialer.placement;

import org.rightparty.dialer.placement.Placement.Wanted;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What became of the rows so far. Accepted, duplicates and rejected add up to the rows done.
///
/// @param placedMinor sum of the accepted balances, in cents
/// @param linked accepted rows whose person was already known
/// @param holds holds set
/// @param uncallable accepted rows without any number
/// @param consentsUnchanged consents and refusals that changed nothing on record
/// @param filled how many accepted rows hold each wanted fact
public record Tally(
        long rowsDone,
        long accepted,
        long duplicates,
        long rejected,
        long placedMinor,
        long linked,
        long holds,
        long uncallable,
        long consentsUnchanged,
        Map<Wanted, Long> filled) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    public static final Tally REJECTED = new Tally(1, 0, 0, 1, 0, 0, 0, 0, 0, Map.of());
    public static final Tally DUPLICATE = new Tally(1, 0, 1, 0, 0, 0, 0, 0, 0, Map.of());

    /// A hold that was set, besides what its row counts as.
    public static final Tally HOLD = new Tally(0, 0, 0, 0, 0, 0, 1, 0, 0, Map.of());

    /// A consent or refusal that changed nothing, besides what its row counts as.
    public static final Tally CONSENT_UNCHANGED = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 1, Map.of());

    /// One accepted row, its holds not counted.
    ///
    /// @param linked whether its person was known before
    public static Tally accepted(Placement placement, boolean linked) {
        Map<Wanted, Long> filled = new EnumMap<>(Wanted.class);
        placement.filled().forEach(fact -> filled.put(fact, 1L));
        return new Tally(
                1,
                1,
                0,
                0,
                placement.debt().balanceMinor(),
                linked ? 1 : 0,
                0,
                placement.phones().isEmpty() ? 1 : 0,
                0,
                filled);
    }

    public Tally {
        filled = filled.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(filled));
    }

    public Tally plus(Tally more) {
        return new Tally(
                rowsDone + more.rowsDone,
                accepted + more.accepted,
                duplicates + more.duplicates,
                rejected + more.rejected,
                Math.addExact(placedMinor, more.placedMinor),
                linked + more.linked,
                holds + more.holds,
                uncallable + more.uncallable,
                consentsUnchanged + more.consentsUnchanged,
                sum(filled, more.filled));
    }

    private static Map<Wanted, Long> sum(Map<Wanted, Long> some, Map<Wanted, Long> more) {
        Map<Wanted, Long> all = new EnumMap<>(Wanted.class);
        all.putAll(some);
        more.forEach((fact, count) -> all.merge(fact, count, Long::sum));
        return all;
    }
}
