package org.rightparty.dialer.call;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/// Which trunks calls go round, and when one of them is tried again: of all of them together one
/// call in ten seconds, in turn, since each such call may be lost. A trunk whose turn nobody can
/// take, having no call that may go there, loses it after as long again. One thread at a time.
public final class Detour {
    private static final long TRY_EVERY = Duration.ofSeconds(10).toNanos();

    /// The longest untried first.
    private final Set<String> avoided = new LinkedHashSet<>();

    private long triedAt;

    /// @param trunks those and no others
    /// @param nanos monotonic
    public void avoid(Set<String> trunks, long nanos) {
        if (avoided.isEmpty()) {
            triedAt = nanos;
        }
        avoided.retainAll(trunks);
        avoided.addAll(trunks);
    }

    /// Whether calls go round it.
    public boolean avoids(String trunk) {
        return avoided.contains(trunk);
    }

    /// Whether this trunk may take a call now.
    public boolean takes(String trunk, long nanos) {
        if (!avoids(trunk)) {
            return true;
        }
        long since = nanos - triedAt;
        boolean first = avoided.iterator().next().equals(trunk);
        return since >= (first ? TRY_EVERY : 2 * TRY_EVERY);
    }

    /// It took one.
    public void took(String trunk, long nanos) {
        if (avoided.remove(trunk)) {
            avoided.add(trunk);
            triedAt = nanos;
        }
    }
}
