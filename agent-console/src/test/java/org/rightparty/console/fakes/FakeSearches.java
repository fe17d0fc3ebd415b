package org.rightparty.console.fakes;

import org.rightparty.console.office.Searches;
import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Saved searches in memory.
public final class FakeSearches implements Searches {
    private final Map<AgentId, SortedMap<String, Saved>> saved = new ConcurrentHashMap<>();

    @Override
    public List<Saved> of(AgentId whose) {
        return List.copyOf(saved.getOrDefault(whose, new TreeMap<>()).values());
    }

    @Override
    public boolean save(AgentId whose, Saved search, Instant now) {
        saved.computeIfAbsent(whose, _ -> new ConcurrentSkipListMap<>()).put(search.name(), search);
        return true;
    }

    @Override
    public void forget(AgentId whose, String name) {
        saved.getOrDefault(whose, new TreeMap<>()).remove(name);
    }
}
