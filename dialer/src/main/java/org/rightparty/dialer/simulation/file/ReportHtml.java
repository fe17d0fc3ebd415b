package org.rightparty.dialer.simulation.file;

import org.rightparty.dialer.pacing.Guard;
import org.rightparty.dialer.simulation.Figures;
import org.rightparty.dialer.simulation.Figures.Moment;
import org.rightparty.dialer.simulation.Interval;
import org.rightparty.dialer.simulation.Simulation.Outcome;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A simulation as one HTML page that needs nothing else: the figures with their intervals, and
/// the day in pictures.
public final class ReportHtml {
    private static final double PER_CENT = 100;

    private ReportHtml() {}

    public static String of(Outcome outcome) {
        String title = outcome.scenario().name() + " under " + outcome.policy();
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>%s</title>
        <style>
        body { font-family: sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; margin: 1rem 0; }
        td, th { padding: .25rem 1rem .25rem 0; text-align: left; border-bottom: 1px solid #ddd; }
        td + td { text-align: right; }
        svg { width: 100%%; height: auto; margin: .5rem 0; }
        </style>
        </head>
        <body>
        <h1>%s</h1>
        <p>%s. Simulated %d times over %.1f hours, the first %.0f minutes of each not counted.
        Behind ± the 95 %% interval of the mean. The ceiling is %.1f %%%s.</p>
        <table>
        %s</table>
        %s<p>The pictures show means over all replications, in steps of five minutes.</p>
        <h2>Why it dialed as it did</h2>
        %s</body>
        </html>
        """
                .formatted(
                        Chart.escaped(title),
                        Chart.escaped(title),
                        Chart.escaped(outcome.scenario().description()),
                        outcome.days().size(),
                        outcome.scenario().durationS() / 3_600,
                        outcome.scenario().warmUpS() / 60,
                        PER_CENT * outcome.scenario().compliance().maxAbandonRate(),
                        definition(outcome),
                        rows(outcome),
                        pictures(outcome),
                        reasons(outcome));
    }

    private static String pictures(Outcome outcome) {
        return RunPictures.occupancy("Occupancy", List.of(outcome)).svg()
                + RunPictures.abandonment("Abandonment so far", List.of(outcome)).svg()
                + RunPictures.lines(outcome).svg();
    }

    private static String reasons(Outcome outcome) {
        Figures day = outcome.days().getFirst();
        return reasons("At the end of the first day", day.last())
                + reasons("At its worst moment", day.worst());
    }

    private static String reasons(String when, Optional<Moment> moment) {
        return moment.map(m -> reasons(when, m)).orElse("");
    }

    private static String reasons(String when, Moment moment) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "<p>%s, %s into it, it dialed %d. %s</p>%n<table>%n",
                        when,
                        moment.clock(),
                        moment.dials(),
                        Chart.escaped(moment.reasons().sentence())));
        moment.reasons()
                .table()
                .forEach((name, value) ->
                        text.append("<tr><td>")
                                .append(Chart.escaped(name))
                                .append("</td><td>")
                                .append(Chart.escaped(value))
                                .append("</td></tr>")
                                .append(System.lineSeparator()));
        return text.append("</table>").append(System.lineSeparator()).toString();
    }

    private static String definition(Outcome outcome) {
        String words = outcome.scenario().compliance().definition();
        return words.isEmpty() ? "" : ", counted as " + Chart.escaped(words);
    }

    private static String rows(Outcome outcome) {
        return row(outcome, "Occupancy, %", PER_CENT, Figures::occupancy)
                + row(outcome, "Abandoned of those who answered, %", PER_CENT, Figures::abandonRate)
                + row(outcome, "The same, worst hour, %", PER_CENT, Figures::worstHourAbandonRate)
                + row(outcome, "Agents wait, seconds", 1, Figures::meanWaitS)
                + row(outcome, "19 of 20 waits are under, seconds", 1, Figures::p95WaitS)
                + row(outcome, "Calls placed", 1, Figures::dialed)
                + row(outcome, "Persons who answered", 1, Figures::answeredByHuman)
                + row(outcome, "Persons brought to an agent", 1, Figures::connected)
                + row(outcome, "Calls up at once, mean", 1, Figures::linesMean)
                + row(outcome, "Calls up at once, most", 1, Figures::linesMost)
                + row(outcome, "Decisions that a guard held back", 1, Figures::guarded)
                + guards(outcome);
    }

    private static String guards(Outcome outcome) {
        StringBuilder rows = new StringBuilder();
        for (Guard guard : Guard.values()) {
            if (outcome.total(f -> f.guards().getOrDefault(guard, 0L)) > 0) {
                rows.append(
                        row(
                                outcome,
                                "– " + Chart.escaped(guard.words()),
                                1,
                                f -> f.guards().getOrDefault(guard, 0L)));
            }
        }
        return rows.toString();
    }

    private static String row(
            Outcome outcome, String name, double times, ToDoubleFunction<Figures> figure) {
        Interval interval = outcome.of(figure);
        return String.format(
                Locale.ROOT,
                "<tr><td>%s</td><td>%.2f ± %.2f</td></tr>%n",
                name,
                times * interval.mean(),
                times * interval.half());
    }
}
