package org.rightparty.dialer.placement.file;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Finds the delimiter of a text by its first lines: the sign that cuts most lines into the same
/// number of cells, the higher number winning. Signs inside quotes do not count.
final class Delimiters {
    private static final List<Character> USUAL = List.of(',', ';', '\t', '|', '^', '~');

    private Delimiters() {}

    /// @param lines the first lines of the file, whole
    static char sniff(List<String> lines, char quote) {
        char best = ',';
        long bestWorth = 0;
        for (char candidate : USUAL) {
            long worth = worth(lines, candidate, quote);
            if (worth > bestWorth) {
                best = candidate;
                bestWorth = worth;
            }
        }
        return best;
    }

    private static long worth(List<String> lines, char delimiter, char quote) {
        Map<Long, Long> linesByCount =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        line -> count(line, delimiter, quote),
                                        Collectors.counting()));
        linesByCount.remove(0L);
        return linesByCount.entrySet().stream()
                .mapToLong(e -> e.getValue() * e.getValue() * 1_000 + Math.min(e.getKey(), 999))
                .max()
                .orElse(0);
    }

    private static long count(String line, char delimiter, char quote) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == quote) {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                count++;
            }
        }
        return count;
    }
}
