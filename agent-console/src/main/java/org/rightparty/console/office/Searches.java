package org.rightparty.console.office;

import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Searches of the records that people keep for themselves. Blocks.
public interface Searches {
    /// More of one person are refused.
    int MOST = 50;

    /// @param fields what is looked for; nothing about a consumer
    record Saved(String name, Map<String, String> fields) {
        public Saved {
            fields = Map.copyOf(fields);
        }
    }

    /// By name.
    List<Saved> of(AgentId whose);

    /// Keeps it, in place of one of the same name.
    ///
    /// @return false when there are too many already
    boolean save(AgentId whose, Saved search, Instant now);

    void forget(AgentId whose, String name);
}
