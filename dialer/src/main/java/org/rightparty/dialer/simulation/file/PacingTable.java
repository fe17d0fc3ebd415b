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
        | **Rightparty** (days) | its worst hour | bound | gap |
        |---|---|---|---|---|---|---|---|---|
        """;
    }

    /// @param entries as a contest gives them, ours last
    public static String row(String scenario, List<Entry> entries) {
        StringBuilder row = new StringBuilder("| ").append(scenario).append(" | ");
        for (Entry entry : entries.subList(0, entries.size() - 1)) {
            row.append(rival(entry)).append(" | ");
        }
        Entry ours = entries.getLast();
        row.append(ours(ours)).append(" | ");
        Interval worst = ours.result().of(Figures::worstHourAbandonRate);
        row.append(figure("%.1f", PER_CENT * worst.mean())).append(" | ");
        Optional<Double> bound = Bounds.of(scenario);
        row.append(bound.map(b -> figure("%.1f", b)).orElse("–")).append(" | ");
        row.append(bound.map(b -> figure("%.1f", b - PER_CENT * ours.occupancy())).orElse("–"));
        return row.append(" |\n").toString();
    }

    private static String ours(Entry entry) {
        Interval occupancy = entry.result().of(Figures::occupancy);
        return figure("**%.1f**", PER_CENT * occupancy.mean())
                + figure(" ± %.1f", PER_CENT * occupancy.half())
                + figure(" / %.2f", PER_CENT * entry.abandonRate())
                + " ("
                + entry.result().days().size()
                + ")";
    }

    /// A tuned rival of which no setting keeps to the ceiling has no best one.
    private static String rival(Entry entry) {
        Interval occupancy = entry.result().of(Figures::occupancy);
        String figures =
                figure("%.1f", PER_CENT * occupancy.mean())
                        + figure(" ± %.1f", PER_CENT * occupancy.half())
                        + figure(" / %.2f", PER_CENT * entry.abandonRate());
        if (!entry.isTuned()) {
            return figures;
        }
        String tuned = figures + " (" + setting(entry.result().policy()) + ")";
        double ceiling = PER_CENT * entry.result().scenario().compliance().maxAbandonRate();
        return entry.isWithin()
                ? tuned
                : "none at ≤ " + figure("%.1f", ceiling).replace(".0", "") + " %; " + tuned;
    }

    /// What was tuned: the number, and VICIdial's method when it is not "average".
    private static String setting(String policy) {
        String[] parts = policy.split(":", -1);
        String number = parts[1].replaceFirst("[.]0+$|(?<=[.][0-9])0+$", "");
        boolean usual = parts[0].equals("ratio") || parts[0].equals("vicidial-average");
        return usual ? number : number + " " + parts[0].substring("vicidial-".length());
    }

    private static String figure(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
