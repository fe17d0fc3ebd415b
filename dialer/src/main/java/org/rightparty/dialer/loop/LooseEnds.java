package org.rightparty.dialer.loop;

import org.rightparty.console.desk.WrapUps.Undisposed;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.AttemptId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Conversations that ended while their agent was away. The tables know of one once its end is
/// written; a desk that was read before that would not hear of it, so until then it is kept here.
final class LooseEnds {
    private final Map<AttemptId, Loose> ends = new LinkedHashMap<>();

    /// Agents whose desk is being read, for how many pages.
    private final Map<AgentId, Integer> opening = new HashMap<>();

    private record Loose(AgentId agent, Undisposed conversation, boolean written) {}

    void left(AgentId agent, Undisposed conversation) {
        ends.put(conversation.attempt(), new Loose(agent, conversation, false));
    }

    void opening(AgentId agent) {
        opening.merge(agent, 1, Integer::sum);
    }

    /// The end is in the tables: who reads them from now on finds it.
    void written(AttemptId attempt) {
        ends.computeIfPresent(
                attempt,
                (_, loose) ->
                        opening.containsKey(loose.agent())
                                ? new Loose(loose.agent(), loose.conversation(), true)
                                : null);
    }

    void notOpened(AgentId agent) {
        read(agent);
        if (!opening.containsKey(agent)) {
            ends.values().removeIf(loose -> loose.agent().equals(agent) && loose.written());
        }
    }

    private void read(AgentId agent) {
        opening.computeIfPresent(agent, (_, pages) -> pages > 1 ? pages - 1 : null);
    }

    /// What the agent owes: what the tables said, and what they did not know yet.
    List<Undisposed> opened(AgentId agent, List<Undisposed> told) {
        read(agent);
        List<Undisposed> owed = new ArrayList<>(told);
        ends.values().stream()
                .filter(loose -> loose.agent().equals(agent))
                .map(Loose::conversation)
                .filter(c -> told.stream().noneMatch(t -> t.attempt().equals(c.attempt())))
                .forEach(owed::add);
        ends.values().removeIf(loose -> loose.agent().equals(agent));
        return owed;
    }
}
