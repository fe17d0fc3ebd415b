package org.rightparty.dialer.pacing;

import java.util.List;

/// What a pace has learned, as plain figures to be kept over a restart.
public record Memory(List<Part> parts) {
    /// Nothing learned yet.
    public static final Memory NONE = new Memory(List.of());

    /// The hour of a part that holds for all hours.
    public static final int ANY_HOUR = -1;

    public Memory {
        parts = List.copyOf(parts);
    }

    /// One curve, level or sum.
    ///
    /// @param name what it is about
    /// @param hour hour of the day in UTC; [#ANY_HOUR] when it holds for all
    /// @param key part of the list, or agent; empty when it holds for all
    public record Part(String name, int hour, String key, List<Double> figures) {
        public Part {
            figures = List.copyOf(figures);
        }

        static Part of(String name, int hour, String key, double[] figures) {
            return new Part(name, hour, key, java.util.Arrays.stream(figures).boxed().toList());
        }

        double[] array() {
            return figures.stream().mapToDouble(Double::doubleValue).toArray();
        }

        /// Figures of another version's shape are not taken up.
        boolean has(int count) {
            return figures.size() == count && figures.stream().allMatch(Double::isFinite);
        }
    }
}
