package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.Memory.Part;
import org.rightparty.vocabulary.AgentId;

import java.util.ArrayList;
import java.util.List;

/// Turns everything that a pace holds in the midst of a day into figures and back, so that a trace
/// can begin there. What is worth keeping over a night is less: [Recall].
final class WholeMemory {
    /// What its parts' names begin with.
    private static final String NOW = "now-";

    private WholeMemory() {}

    static Memory of(Learned learned, Price price, LastHour hour, Waits waits, double[] peak) {
        List<Part> parts = new ArrayList<>(Recall.of(learned, price).parts());
        parts.removeIf(part -> part.name().equals("agent"));
        parts.add(now("level", learned.level().figures()));
        parts.add(now("under-way", learned.underWay()));
        parts.add(now("screened", learned.calls.screened()));
        parts.add(now("pauses", learned.pauses.lately()));
        parts.add(now("team", learned.agents.team()));
        learned.agents
                .whole()
                .forEach((agent, f) ->
                        parts.add(Part.of(NOW + "agent", Memory.ANY_HOUR, agent.toString(), f)));
        parts.add(now("hour", hour.figures()));
        parts.add(now("waits", waits.figures()));
        parts.add(now("peak", peak));
        return new Memory(parts);
    }

    private static Part now(String name, double[] figures) {
        return Part.of(NOW + name, Memory.ANY_HOUR, "", figures);
    }

    /// Takes up what [#of] gave.
    ///
    /// @param peak is filled
    static void restore(
            Memory memory,
            Learned learned,
            Price price,
            LastHour hour,
            Waits waits,
            double[] peak) {
        Recall.restore(memory, learned, price);
        for (Part part : memory.parts()) {
            double[] f = part.array();
            switch (part.name()) {
                case NOW + "level" -> learned.level().restore(f);
                case NOW + "under-way" -> learned.restoreUnderWay(f);
                case NOW + "screened" -> learned.calls.restoreScreened(f);
                case NOW + "pauses" -> learned.pauses.restoreLately(f);
                case NOW + "team" -> learned.agents.restoreTeam(f);
                case NOW + "agent" ->
                        learned.agents.restoreWhole(new AgentId(Long.parseLong(part.key())), f);
                case NOW + "hour" -> hour.restore(f);
                case NOW + "waits" -> waits.restore(f);
                case NOW + "peak" -> System.arraycopy(f, 0, peak, 0, peak.length);
                default -> {}
            }
        }
    }
}
