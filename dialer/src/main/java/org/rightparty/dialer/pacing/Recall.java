package org.rightparty.dialer.pacing;

import org.rightparty.dialer.pacing.Memory.Part;
import org.rightparty.vocabulary.AgentId;

import java.util.ArrayList;
import java.util.List;

/// Turns what was learned into figures and back.
final class Recall {
    private Recall() {}

    static Memory of(Learned learned, Price price) {
        List<Part> parts = new ArrayList<>();
        parts.add(whole("counts", learned.counts()));
        parts.add(whole("set-up", learned.calls.setUp.figures()));
        parts.add(whole("ring", learned.calls.ring.figures()));
        parts.add(whole("screening", learned.calls.screening.figures()));
        parts.add(whole("talk", learned.talks.whole.figures()));
        parts.add(whole("talk-unverified", learned.talks.unverified.figures()));
        parts.add(whole("talk-verifying", learned.talks.verifying.figures()));
        parts.add(whole("talk-verified", learned.talks.verified.figures()));
        parts.add(whole("verifications", learned.talks.figures()));
        parts.add(whole("wrap-up", learned.wrap.figures()));
        parts.add(whole("pause", learned.pauses.figures()));
        parts.add(whole("price", price.figures()));
        for (int hour = 0; hour < 24; hour++) {
            parts.add(Part.of("level", hour, "", learned.hours.figures(hour)));
            parts.add(Part.of("bends", hour, "", learned.bending.hour(hour).figures()));
        }
        learned.segments
                .figures()
                .forEach((key, f) -> parts.add(Part.of("segment", Memory.ANY_HOUR, key, f)));
        learned.bending
                .parts
                .figures()
                .forEach((key, f) -> parts.add(Part.of("bends", Memory.ANY_HOUR, key, f)));
        learned.agents
                .figures()
                .forEach((agent, f) ->
                        parts.add(Part.of("agent", Memory.ANY_HOUR, agent.toString(), f)));
        return new Memory(parts);
    }

    private static Part whole(String name, double[] figures) {
        return Part.of(name, Memory.ANY_HOUR, "", figures);
    }

    /// Takes up what fits; parts of another shape are left out.
    static void restore(Memory memory, Learned learned, Price price) {
        for (Part part : memory.parts()) {
            restore(part, learned, price);
        }
        learned.calls.rebuild(List.of());
        learned.bending.begin();
    }

    private static void restore(Part part, Learned learned, Price price) {
        double[] f = part.array();
        switch (part.name()) {
            case "counts" -> when(part, 2, () -> learned.restoreCounts(f));
            case "set-up" -> race(part, learned.calls.setUp);
            case "ring" -> race(part, learned.calls.ring);
            case "screening" -> race(part, learned.calls.screening);
            case "talk" -> curve(part, learned.talks.whole);
            case "talk-unverified" -> curve(part, learned.talks.unverified);
            case "talk-verifying" -> curve(part, learned.talks.verifying);
            case "talk-verified" -> curve(part, learned.talks.verified);
            case "verifications" -> when(part, 1, () -> learned.talks.restore(f));
            case "wrap-up" -> curve(part, learned.wrap);
            case "pause" -> when(part, 2, () -> learned.pauses.restore(f));
            case "price" -> when(part, 3, () -> price.restore(f));
            case "bends" -> bends(part, learned.bending);
            case "level" -> when(part, 2, () -> level(part, learned, f));
            case "segment" -> when(part, 2, () -> learned.segments.restore(part.key(), f));
            case "agent" -> when(part, 2, () -> agent(part, learned, f));
            default -> {}
        }
    }

    private static void when(Part part, int count, Runnable restore) {
        if (part.has(count)) {
            restore.run();
        }
    }

    private static void curve(Part part, WorkCurve curve) {
        when(part, 2 * WorkCurve.BINS, () -> curve.restore(part.array()));
    }

    private static void race(Part part, Race race) {
        when(part, 4 * race.bins, () -> race.restore(part.array()));
    }

    private static void level(Part part, Learned learned, double[] f) {
        if (part.hour() >= 0 && part.hour() < 24) {
            learned.hours.restore(part.hour(), f);
        }
    }

    private static void bends(Part part, Bending bending) {
        double[] f = part.array();
        if (part.hour() >= 0 && part.hour() < 24) {
            when(part, Bends.count(), () -> bending.hour(part.hour()).restore(f));
        } else {
            when(part, Bends.count() + 1, () -> bending.parts.restore(part.key(), f));
        }
    }

    private static void agent(Part part, Learned learned, double[] f) {
        learned.agents.restore(new AgentId(Long.parseLong(part.key())), f);
    }
}
