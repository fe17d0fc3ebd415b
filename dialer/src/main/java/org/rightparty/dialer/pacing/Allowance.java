package org.rightparty.dialer.pacing;

/// How many abandonments a window may hold before nothing is dialed ahead of the agents:
///
///     allowed(n) = max(ceiling · n, meant + z · √v + (z² + 2) ÷ 6), n answers
///     meant      = aim · n, what a pace that works a little under the ceiling is to reach
///     v          = spread · ceiling · 125 · (1 − e^(−n ÷ 125)), spread = 1 + agents ÷ 25
///
/// The second is a one-sided confidence bound at 1 in 100: more than that is beyond chance. Of few
/// answers the count varies as Poisson's does, wider in larger teams, where one burst abandons
/// several; the last term is that distribution's skew. It does not widen for ever, because the
/// price takes back within 250 answers what was too much ([Price]).
///
/// The bound comes down to the ceiling as answers add up, since the pace works below it: from some
/// 4,600 answers on for 5 agents, 8,400 for 100, the raw rate may not pass the ceiling by one.
final class Allowance {
    private static final double Z = 2.33;
    private static final double SKEW = (Z * Z + 2) / 6;
    private static final double TAKEN_BACK = 125;
    private static final double SPREAD_AGENTS = 25;

    private Allowance() {}

    /// @param aim the rate that the pace works for
    /// @param ceiling what the rate may not pass
    static double of(double answers, double aim, double ceiling, int agents) {
        double spread = 1 + agents / SPREAD_AGENTS;
        double fades = 1 - Math.exp(-answers / TAKEN_BACK);
        double variance = spread * ceiling * TAKEN_BACK * fades;
        return Math.max(ceiling * answers, aim * answers + Z * Math.sqrt(variance) + SKEW);
    }
}
