package org.rightparty.dialer.pacing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// How the curves bend for each of the largest parts of the list; the others share the campaign's.
///
/// Memory is bounded as by Misra and Gries: each piece of work is a credit of its part, and when
/// there is no place left, one of a part without a place costs the poorest a credit, and then its
/// place.
final class PartBends {
    static final int PARTS_MAX = 24;
    private static final int CREDITS_MAX = 2_000;

    private final Map<String, Part> parts = new LinkedHashMap<>();

    /// One part of the list, and what is to come of its calls and talks.
    static final class Part {
        final Bends bends = Bends.ofPart();
        private Optional<Outlook> own = Optional.empty();
        private Outlook outlook;
        private double credits;

        /// Looks ahead like this one until its own tables are made.
        private Part(Outlook outlook) {
            this.outlook = outlook;
        }

        Outlook outlook() {
            return outlook;
        }

        /// Its own tables, which hold from now on.
        Outlook own() {
            outlook = own.orElseGet(Outlook::new);
            own = Optional.of(outlook);
            return outlook;
        }
    }

    /// All that has no place: its curves do not bend.
    private final Part rest = new Part(new Outlook());

    Part of(String segment) {
        return segment.isEmpty() ? rest : parts.getOrDefault(segment, rest);
    }

    Part rest() {
        return rest;
    }

    Collection<Part> all() {
        return parts.values();
    }

    /// Work of this part was seen.
    ///
    /// @return whether it has a place now
    boolean count(String segment) {
        Part part = of(segment);
        if (part != rest) {
            part.credits = Math.min(part.credits + 1, CREDITS_MAX);
        } else if (!segment.isEmpty() && hasPlace()) {
            parts.put(segment, new Part(rest.outlook));
        }
        return of(segment) != rest;
    }

    private boolean hasPlace() {
        if (parts.size() == PARTS_MAX) {
            Map.Entry<String, Part> poorest = poorest();
            poorest.getValue().credits--;
            return poorest.getValue().credits < 0 && parts.remove(poorest.getKey()) != null;
        }
        return true;
    }

    private Map.Entry<String, Part> poorest() {
        return Collections.min(
                parts.entrySet(), Comparator.comparingDouble(e -> e.getValue().credits));
    }

    Map<String, double[]> figures() {
        Map<String, double[]> all = new LinkedHashMap<>();
        parts.forEach((segment, part) -> {
            double[] figures = Arrays.copyOf(part.bends.figures(), Bends.count() + 1);
            figures[Bends.count()] = part.credits;
            all.put(segment, figures);
        });
        return all;
    }

    /// When there are more than places, the richest stay.
    void restore(String segment, double[] figures) {
        double credits = figures[Bends.count()];
        if (parts.size() == PARTS_MAX && poorest().getValue().credits < credits) {
            parts.remove(poorest().getKey());
        }
        if (parts.size() < PARTS_MAX) {
            Part part = new Part(rest.outlook);
            part.credits = credits;
            part.bends.restore(figures);
            parts.put(segment, part);
        }
    }
}
