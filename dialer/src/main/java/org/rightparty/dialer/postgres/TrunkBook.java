package org.rightparty.dialer.postgres;

import org.rightparty.vocabulary.AttemptId;

/// Which trunk a call left by, as the telephone system remembers it.
@FunctionalInterface
public interface TrunkBook {
    /// For calls whose trunk nobody knows, such as those found after a restart.
    TrunkBook NONE = _ -> "";

    /// The trunk's name; empty when it is not known.
    String of(AttemptId call);
}
