package org.rightparty.console.desk;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Optional;

/// Half-filled wrap-up forms, so that a reload or a crash loses nothing. Blocks.
public interface Drafts {
    /// Keeps `json` in place of what was there. A call that has its disposition keeps no draft.
    void save(AgentId agent, AttemptId attempt, String json, Instant at);

    Optional<String> find(AgentId agent, AttemptId attempt);
}
