package org.rightparty.dialer.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One scenario under every policy, all of them meeting the same people. Rivals are tuned with
/// hindsight for this very scenario: of the settings that keep abandonment at or under the limit,
/// the one with the highest occupancy.
public final class Contest {
    private static final int HALVINGS = 6;
    private static final double LEAST_RATIO = 1;
    private static final double MOST_RATIO = 24;
    private static final double[] LEVELS = {0.9, 1.0, 1.15};

    private final int replications;
    private final int threads;

    /// @param result of the policy's best setting
    public record Entry(String title, Simulation.Outcome result) {
        public double occupancy() {
            return result.of(Figures::occupancy).mean();
        }

        /// All abandoned over all answered.
        public double abandonRate() {
            double answered = result.total(Figures::answeredByHuman);
            return answered == 0 ? 0 : result.total(Figures::abandoned) / answered;
        }
    }

    public Contest(int replications, int threads) {
        this.replications = replications;
        this.threads = threads;
    }

    /// Progressive, VICIdial as it comes and tuned, the best fixed ratio, and ours, in this order.
    public List<Entry> of(Scenario scenario) {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry("progressive", scenario, "progressive"));
        entries.add(entry("VICIdial default", scenario, "vicidial-average:3"));
        List<Entry> ratios = ratios(scenario);
        Entry ratio = best(ratios, scenario);
        entries.add(best(levels(scenario, ratio(ratio)), scenario));
        entries.add(ratio);
        entries.add(entry("Rightparty", scenario, "rightparty"));
        return entries;
    }

    private Entry entry(String title, Scenario scenario, String policy) {
        return new Entry(
                title,
                Simulation.run(
                        scenario,
                        Policies.of(policy),
                        replications,
                        threads,
                        Simulation.Watch.NOBODY));
    }

    /// Abandonment grows with the ratio, so that the limit can be closed in on.
    private List<Entry> ratios(Scenario scenario) {
        List<Entry> tried = new ArrayList<>();
        double low = LEAST_RATIO;
        double high = MOST_RATIO;
        tried.add(ratio(scenario, low));
        for (int i = 0; i < HALVINGS; i++) {
            double middle = Math.sqrt(low * high);
            Entry entry = ratio(scenario, middle);
            tried.add(entry);
            if (entry.abandonRate() <= limit(scenario)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return tried;
    }

    private Entry ratio(Scenario scenario, double ratio) {
        double rounded = Math.round(100 * ratio) / 100.0;
        return entry("best fixed ratio", scenario, "ratio:" + rounded);
    }

    private static double ratio(Entry entry) {
        return Double.parseDouble(entry.result().policy().substring("ratio:".length()));
    }

    /// VICIdial's maximum level does best near the best ratio, with only ready agents counted.
    private List<Entry> levels(Scenario scenario, double ratio) {
        List<Entry> tried = new ArrayList<>();
        for (double times : LEVELS) {
            double level = Math.max(1, Math.round(100 * times * ratio) / 100.0);
            String policy = "vicidial-average:" + level + ":0:0:" + level + ":avail";
            tried.add(entry("VICIdial tuned", scenario, policy));
        }
        return tried;
    }

    private static Entry best(List<Entry> tried, Scenario scenario) {
        Comparator<Entry> byOccupancy = Comparator.comparingDouble(Entry::occupancy);
        return tried.stream()
                .filter(e -> e.abandonRate() <= limit(scenario))
                .max(byOccupancy)
                .orElseGet(() -> tried.getFirst());
    }

    private static double limit(Scenario scenario) {
        return scenario.compliance().maxAbandonRate();
    }
}
