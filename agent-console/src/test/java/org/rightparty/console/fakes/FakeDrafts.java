package org.rightparty.console.fakes;

import org.rightparty.console.desk.Drafts;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Drafts in memory.
public final class FakeDrafts implements Drafts {
    private final Map<String, String> drafts = new ConcurrentHashMap<>();

    @Override
    public void save(AgentId agent, AttemptId attempt, String json, Instant at) {
        drafts.put(agent + "/" + attempt, json);
    }

    @Override
    public Optional<String> find(AgentId agent, AttemptId attempt) {
        return Optional.ofNullable(drafts.get(agent + "/" + attempt));
    }
}
