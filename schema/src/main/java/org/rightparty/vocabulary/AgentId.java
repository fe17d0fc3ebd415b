package org.rightparty.vocabulary;

/// A person who works here: collection agent, supervisor, officer or administrator.
public record AgentId(long value) {
    public AgentId {
        if (value <= 0) {
            throw new IllegalArgumentException("agent id must be positive: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
