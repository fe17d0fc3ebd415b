package org.rightparty.dialer.loop;

import org.rightparty.vocabulary.AgentId;

/// A row of work that is done one after the other.
///
/// @param reach among whose work there is one such row
public record Lane(String name, Reach reach) {
    public enum Reach {
        /// Each loop has a row of this name.
        LOOP,
        /// All loops share it.
        FLOOR
    }

    static Lane ofLoop(String name) {
        return new Lane(name, Reach.LOOP);
    }

    /// One for each agent, wherever they sit: the desk in another campaign is opened when what they
    /// did in the campaign that they left is written.
    static Lane ofAgent(AgentId agent) {
        return new Lane("agent-" + agent, Reach.FLOOR);
    }
}
