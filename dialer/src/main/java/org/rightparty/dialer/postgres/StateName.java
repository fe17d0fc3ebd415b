package org.rightparty.dialer.postgres;

import org.rightparty.console.agent.AgentState;

/// An agent's state as the table keeps it.
///
/// @param reason of a pause; empty otherwise
record StateName(String state, String reason) {
    static final String NOT_READY = "NOT_READY";

    static StateName of(AgentState state) {
        return switch (state) {
            case AgentState.Offline s -> new StateName("OFFLINE", "");
            case AgentState.NotReady s -> new StateName(NOT_READY, s.reason().name());
            case AgentState.Ready s -> new StateName("READY", "");
            case AgentState.Previewing s -> new StateName("PREVIEWING", "");
            case AgentState.Dialing s -> new StateName("DIALING", "");
            case AgentState.Reserved s -> new StateName("RESERVED", "");
            case AgentState.Talking s -> new StateName("TALKING", "");
            case AgentState.Holding s -> new StateName("HOLDING", "");
            case AgentState.ConnectionLost s -> new StateName("CONNECTION_LOST", "");
            case AgentState.WrappingUp s -> new StateName("WRAPPING_UP", "");
        };
    }
}
