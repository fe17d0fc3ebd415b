package org.rightparty.console.web;

import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.ConsumerId;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Notes in the ledger who looked at what: each look at a person or a recording is itself an entry.
public interface Looks {
    /// @param kind what was looked at, `person.viewed`
    /// @param detail without anything personal
    void looked(
            AgentId by,
            String kind,
            Optional<ConsumerId> consumer,
            Map<String, Object> detail,
            Instant now);
}
