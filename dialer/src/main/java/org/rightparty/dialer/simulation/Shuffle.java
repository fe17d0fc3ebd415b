package org.rightparty.dialer.simulation;

import org.rightparty.dialer.simulation.Chance.Stream;

/// The agents in a random row, the same for everybody who asks.
final class Shuffle {
    private Shuffle() {}

    /// The place of this agent, from 0.
    static int place(long seed, int row, int agent, int count) {
        double mine = mark(seed, row, agent);
        int before = 0;
        for (int other = 0; other < count; other++) {
            double theirs = mark(seed, row, other);
            before += theirs < mine || (theirs == mine && other < agent) ? 1 : 0;
        }
        return before;
    }

    private static double mark(long seed, int row, int agent) {
        return Chance.of(seed, Stream.LEAVE, -1 - row, agent).nextDouble();
    }
}
