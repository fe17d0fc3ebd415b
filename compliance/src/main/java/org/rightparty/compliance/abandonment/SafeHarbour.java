package org.rightparty.compliance.abandonment;

import java.time.Duration;

/// The conditions under which abandoned calls are not a violation (47 CFR 64.1200(a)(7), 16 CFR
/// 310.4(b)(4), and what other regulators ask for in the same form).
///
/// @param ceilingPpm largest share of the calls that people answered, in parts per million; a share
///     that equals it is allowed
/// @param scope what is measured together
/// @param connectWithin from the end of the greeting to an agent on the line, at most
/// @param ringAtLeast how long an unanswered phone must have rung
public record SafeHarbour(
        int ceilingPpm,
        Scope scope,
        MeasuringWindow window,
        Duration connectWithin,
        Duration ringAtLeast) {
    public static final int PPM = 1_000_000;

    public enum Scope {
        CAMPAIGN,
        CENTRE
    }

    public SafeHarbour {
        if (ceilingPpm < 0 || ceilingPpm >= PPM) {
            throw new IllegalArgumentException("a ceiling is a share below all: " + ceilingPpm);
        }
    }

    /// The same with another ceiling.
    public SafeHarbour withCeiling(int ppm) {
        return new SafeHarbour(ppm, scope, window, connectWithin, ringAtLeast);
    }

    /// Whether a person whose greeting ended was given an agent in time.
    ///
    /// @param afterGreeting from the end of the greeting to the agent; negative when the agent was
    ///     on before it ended
    public boolean inTime(Duration afterGreeting) {
        return afterGreeting.compareTo(connectWithin) <= 0;
    }
}
