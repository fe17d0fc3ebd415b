package org.rightparty.dialer.simulation.file;

import org.rightparty.dialer.simulation.Figures;
import org.rightparty.dialer.simulation.Simulation.Outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A simulated day in pictures: the mean over its replications, in slots of five minutes.
public final class RunPictures {
    private static final double HOUR_S = 3_600;
    private static final double PER_CENT = 100;

    private RunPictures() {}

    /// Occupancy, for as many outcomes as there are, each under its policy's name.
    public static Chart occupancy(String title, List<Outcome> outcomes) {
        return new Chart(title, "%", lines(outcomes, s -> PER_CENT * s.occupancy()), Double.NaN);
    }

    /// Abandoned over answered since the start of the day, under the ceiling.
    public static Chart abandonment(String title, List<Outcome> outcomes) {
        List<Chart.Line> lines = outcomes.stream().map(RunPictures::abandonedSoFar).toList();
        double limit = PER_CENT * outcomes.getFirst().scenario().compliance().maxAbandonRate();
        return new Chart(title, "%", lines, limit);
    }

    /// Calls that are up, and available agents.
    public static Chart lines(Outcome outcome) {
        return new Chart(
                "Calls that are up, and agents",
                "",
                List.of(
                        line("calls", outcome, Figures.Slot::lines),
                        line("agents", outcome, Figures.Slot::agents)),
                Double.NaN);
    }

    private static List<Chart.Line> lines(
            List<Outcome> outcomes, ToDoubleFunction<Figures.Slot> value) {
        return outcomes.stream().map(o -> line(shortName(o.policy()), o, value)).toList();
    }

    private static String shortName(String policy) {
        return policy.length() <= 14 ? policy : policy.substring(0, 13) + "…";
    }

    private static Chart.Line line(
            String name, Outcome outcome, ToDoubleFunction<Figures.Slot> value) {
        List<Double> hours = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < outcome.days().getFirst().slots().size(); i++) {
            int slot = i;
            hours.add(outcome.days().getFirst().slots().get(i).fromS() / HOUR_S);
            values.add(
                    outcome.days().stream()
                            .mapToDouble(d -> value.applyAsDouble(d.slots().get(slot)))
                            .average()
                            .orElse(0));
        }
        return new Chart.Line(name, hours, values);
    }

    private static Chart.Line abandonedSoFar(Outcome outcome) {
        List<Double> hours = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double answered = 0;
        double abandoned = 0;
        for (int i = 0; i < outcome.days().getFirst().slots().size(); i++) {
            for (Figures day : outcome.days()) {
                answered += day.slots().get(i).answered();
                abandoned += day.slots().get(i).abandoned();
            }
            hours.add(outcome.days().getFirst().slots().get(i).fromS() / HOUR_S);
            values.add(answered == 0 ? 0 : PER_CENT * abandoned / answered);
        }
        return new Chart.Line(shortName(outcome.policy()), hours, values);
    }
}
