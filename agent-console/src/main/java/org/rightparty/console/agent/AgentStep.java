package org.rightparty.console.agent;

/// What an event does to an agent.
public sealed interface AgentStep {
    /// @param next the agent after it; the same agent when the event came late or twice
    record Moved(Agent next) implements AgentStep {}

    /// It cannot be done now.
    ///
    /// @param code stable code, `NOT_IN_THIS_STATE`
    /// @param sentence what the agent reads, with the mend
    record Refused(String code, String sentence) implements AgentStep {}
}
