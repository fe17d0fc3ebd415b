package org.rightparty.console.people;

import java.time.Duration;
import java.time.Instant;

/// Tries to log in, counted so that neither a restart nor another node forgets them. Blocks.
public interface Tries {
    /// Takes one of a login's tries.
    ///
    /// @return false when there is none left at `now`
    boolean take(String login, Limit limit, Instant now);

    /// How long until a login whose tries are spent has one again.
    Duration wait(String login, Limit limit, Instant now);

    /// Gives one back, for a try that was right.
    void giveBack(String login, Limit limit);

    /// @param atOnce tries in a row
    /// @param again after which one more is allowed, each time it has passed
    record Limit(int atOnce, Duration again) {}
}
