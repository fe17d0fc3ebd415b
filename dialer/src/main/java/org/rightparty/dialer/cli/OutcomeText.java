package org.rightparty.dialer.cli;

import org.rightparty.dialer.pacing.Guard;
import org.rightparty.dialer.simulation.Figures;
import org.rightparty.dialer.simulation.Figures.Moment;
import org.rightparty.dialer.simulation.Interval;
import org.rightparty.dialer.simulation.Simulation.Outcome;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What a simulation came to, as a table for people: a line for each replication and one for all,
/// and why the pace decided as it did at the end and when most people waited.
final class OutcomeText {
    private OutcomeText() {}

    static void print(Outcome outcome, double wallSeconds, PrintWriter out) {
        out.printf(
                "%s under %s: %s%n",
                outcome.scenario().name(), outcome.policy(), outcome.scenario().description());
        out.printf(
                "%-12s %10s %10s %10s %9s %9s %8s %9s %9s %7s %7s%n",
                "seed",
                "occupancy%",
                "abandoned%",
                "worst hour",
                "wait s",
                "p95 s",
                "dialed",
                "answered",
                "connected",
                "lines",
                "guarded");
        days(outcome, out);
        totals(outcome, out);
        reasons("the end of the first day", outcome.days().getFirst().last(), out);
        reasons("its worst moment", outcome.days().getFirst().worst(), out);
        out.printf(
                Locale.ROOT,
                "%.1f simulated hours in %.1f s%n",
                outcome.days().size() * outcome.scenario().durationS() / 3_600,
                wallSeconds);
    }

    private static void days(Outcome outcome, PrintWriter out) {
        long seed = outcome.scenario().seed();
        for (Figures f : outcome.days()) {
            out.printf(
                    Locale.ROOT,
                    "%-12d %10.2f %10.2f %10.2f %9.1f %9.1f %8d %9d %9d %7.1f %7d%n",
                    seed++,
                    100 * f.occupancy(),
                    100 * f.abandonRate(),
                    100 * f.worstHourAbandonRate(),
                    f.meanWaitS(),
                    f.p95WaitS(),
                    f.dialed(),
                    f.answeredByHuman(),
                    f.connected(),
                    f.linesMean(),
                    f.guarded());
        }
    }

    private static void totals(Outcome outcome, PrintWriter out) {
        line(outcome, "occupancy %", 100, Figures::occupancy, out);
        line(outcome, "abandoned %", 100, Figures::abandonRate, out);
        line(outcome, "worst hour %", 100, Figures::worstHourAbandonRate, out);
        line(outcome, "wait s", 1, Figures::meanWaitS, out);
        line(outcome, "p95 wait s", 1, Figures::p95WaitS, out);
        line(outcome, "dialed", 1, Figures::dialed, out);
        line(outcome, "answered", 1, Figures::answeredByHuman, out);
        line(outcome, "connected", 1, Figures::connected, out);
        line(outcome, "lines", 1, Figures::linesMean, out);
        line(outcome, "lines at most", 1, Figures::linesMost, out);
        line(outcome, "guarded", 1, Figures::guarded, out);
        for (Guard guard : Guard.values()) {
            if (outcome.total(f -> f.guards().getOrDefault(guard, 0L)) > 0) {
                String name = "  by " + guard.name().toLowerCase(Locale.ROOT);
                line(outcome, name, 1, f -> f.guards().getOrDefault(guard, 0L), out);
            }
        }
    }

    /// Its sentence, and below it its table.
    private static void reasons(String when, Optional<Moment> moment, PrintWriter out) {
        if (moment.isPresent()) {
            Moment m = moment.get();
            out.printf(
                    "%nAt %s, %s, dialed %d: %s%n",
                    when, m.clock(), m.dials(), m.reasons().sentence());
            for (Map.Entry<String, String> row : m.reasons().table().entrySet()) {
                out.printf("  %-20s %s%n", row.getKey(), row.getValue());
            }
        }
    }

    private static void line(
            Outcome outcome,
            String name,
            double times,
            ToDoubleFunction<Figures> figure,
            PrintWriter out) {
        Interval interval = outcome.of(figure);
        out.printf(
                Locale.ROOT,
                "%-14s %10.2f ± %.2f%n",
                name,
                times * interval.mean(),
                times * interval.half());
    }
}
