package org.rightparty.dialer.simulation.file;

import org.rightparty.dialer.simulation.Contest.Entry;
import org.rightparty.dialer.simulation.Figures;
import org.rightparty.dialer.simulation.Interval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The contest of policies as a Markdown table: a row for each scenario, occupancy and abandonment
/// in per cent, and what is left to the bound.
public final class PacingTable {
    private static final double PER_CENT = 100;

    private PacingTable() {}

    public static String head() {
        return """
        | scenario | progressive | VICIdial default | VICIdial tuned | best fixed ratio \
        | **Rightparty** | its worst hour | bound | gap |
        |---|---|---|---|---|---|---|---|---|
        """;
    }

    public static String row(String scenario, List<Entry> entries) {
        StringBuilder row = new StringBuilder("| ").append(scenario).append(" | ");
        for (Entry entry : entries) {
            row.append(cell(entry)).append(" | ");
        }
        Entry ours = entries.getLast();
        Interval worst = ours.result().of(Figures::worstHourAbandonRate);
        row.append(String.format(Locale.ROOT, "%.1f", PER_CENT * worst.mean())).append(" | ");
        Optional<Double> bound = Bounds.of(scenario);
        row.append(bound.map(b -> String.format(Locale.ROOT, "%.1f", b)).orElse("–")).append(" | ");
        row.append(
                bound.map(b -> String.format(Locale.ROOT, "%.1f", b - PER_CENT * ours.occupancy()))
                        .orElse("–"));
        return row.append(" |").append(System.lineSeparator()).toString();
    }

    private static String cell(Entry entry) {
        Interval occupancy = entry.result().of(Figures::occupancy);
        String figures =
                String.format(
                        Locale.ROOT,
                        "%.1f ± %.1f / %.2f",
                        PER_CENT * occupancy.mean(),
                        PER_CENT * occupancy.half(),
                        PER_CENT * entry.abandonRate());
        return setting(entry.result().policy()).map(s -> figures + " (" + s + ")").orElse(figures);
    }

    /// The one number that was tuned.
    private static Optional<String> setting(String policy) {
        String[] parts = policy.split(":", -1);
        boolean tuned = parts[0].equals("ratio") || parts.length > 2;
        return tuned ? Optional.of(parts[1]) : Optional.empty();
    }
}
