package org.rightparty.dialer.simulation;

import org.rightparty.dialer.simulation.rivals.VicidialLevel.Method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// One scenario under every policy over the same days, all of them meeting the same people. Rivals
/// are tuned with hindsight for this very scenario: of the settings that keep abandonment at or
/// under the ceiling, the one with the highest occupancy; when none does, the one that comes
/// nearest, marked so.
public final class Contest {
    private static final int HALVINGS = 6;
    private static final double LEAST_RATIO = 1;
    private static final double MOST_RATIO = 24;

    /// VICIdial's levels lie between so many times the best ratio, in equal steps of their ratio.
    private static final double LEAST_LEVEL = 0.6;

    private static final double MOST_LEVEL = 1.35;
    private static final int LEVELS = 8;

    private final int replications;
    private final int threads;

    /// @param result of the policy's best setting
    /// @param isTuned whether the setting was chosen with hindsight
    public record Entry(String title, Simulation.Outcome result, boolean isTuned) {
        public double occupancy() {
            return result.of(Figures::occupancy).mean();
        }

        /// All abandoned over all answered.
        public double abandonRate() {
            double answered = result.total(Figures::answeredByHuman);
            return answered == 0 ? 0 : result.total(Figures::abandoned) / answered;
        }

        /// Whether it keeps to the scenario's ceiling.
        public boolean isWithin() {
            return abandonRate() <= result.scenario().compliance().maxAbandonRate();
        }
    }

    /// @param replications days that every policy is simulated for, with the same seeds
    public Contest(int replications, int threads) {
        this.replications = replications;
        this.threads = threads;
    }

    /// Progressive, VICIdial as it comes and tuned, the best fixed ratio, and ours, in this order.
    public List<Entry> of(Scenario scenario) {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry("progressive", scenario, "progressive", false));
        entries.add(entry("VICIdial default", scenario, "vicidial-average:3", false));
        Entry ratio = best(ratios(scenario));
        entries.add(best(levels(scenario, ratio(ratio))));
        entries.add(ratio);
        entries.add(entry("Rightparty", scenario, "rightparty", false));
        return entries;
    }

    private Entry entry(String title, Scenario scenario, String policy, boolean tuned) {
        return new Entry(
                title,
                Simulation.run(
                        scenario,
                        Policies.of(policy),
                        replications,
                        threads,
                        Simulation.Watch.NOBODY),
                tuned);
    }

    /// Abandonment grows with the ratio, so that the ceiling can be closed in on.
    private List<Entry> ratios(Scenario scenario) {
        List<Entry> tried = new ArrayList<>();
        double low = LEAST_RATIO;
        double high = MOST_RATIO;
        tried.add(ratio(scenario, low));
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(low * high);
            Entry entry = ratio(scenario, middle);
            tried.add(entry);
            if (entry.isWithin()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return tried;
    }

    private Entry ratio(Scenario scenario, double ratio) {
        return entry("best fixed ratio", scenario, "ratio:" + written(ratio), true);
    }

    private static double ratio(Entry entry) {
        return Double.parseDouble(entry.result().policy().substring("ratio:".length()));
    }

    /// With only ready agents counted VICIdial's maximum level does best somewhere about the best
    /// ratio: eight levels there under the method "average", then the best of them and its
    /// neighbours under the two others.
    private List<Entry> levels(Scenario scenario, double ratio) {
        List<Double> levels = levels(ratio);
        List<Entry> tried = new ArrayList<>();
        for (double level : levels) {
            tried.add(vicidial(scenario, Method.AVERAGE, level));
        }
        int place = tried.indexOf(best(tried));
        List<Double> near =
                levels.subList(Math.max(0, place - 1), Math.min(levels.size(), place + 2));
        for (double level : near) {
            tried.add(vicidial(scenario, Method.HARD, level));
            tried.add(vicidial(scenario, Method.TAPERED, level));
        }
        return tried;
    }

    /// Never below 1, where VICIdial's levels end.
    static List<Double> levels(double ratio) {
        double least = Math.max(1, LEAST_LEVEL * ratio);
        double step = Math.pow(MOST_LEVEL * Math.max(1, ratio) / least, 1.0 / (LEVELS - 1));
        List<Double> levels = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            levels.add(least * Math.pow(step, i));
        }
        return levels;
    }

    private Entry vicidial(Scenario scenario, Method method, double level) {
        String name = "vicidial-" + method.name().toLowerCase(Locale.ROOT);
        String most = written(level);
        return entry(
                "VICIdial tuned", scenario, name + ":" + most + ":0:0:" + most + ":avail", true);
    }

    private static String written(double setting) {
        return String.format(Locale.ROOT, "%.2f", setting);
    }

    static Entry best(List<Entry> tried) {
        return tried.stream()
                .filter(Entry::isWithin)
                .max(Comparator.comparingDouble(Entry::occupancy))
                .orElseGet(() ->
                        tried.stream()
                                .min(Comparator.comparingDouble(Entry::abandonRate))
                                .orElseThrow());
    }
}
