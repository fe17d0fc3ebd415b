package org.rightparty.dialer.cli;

import org.rightparty.dialer.simulation.Figures;
import org.rightparty.dialer.simulation.Interval;
import org.rightparty.dialer.simulation.WhatIf.Answer;
import org.rightparty.dialer.simulation.WhatIf.Row;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What would come of a change, as a table for people.
final class WhatIfText {
    private WhatIfText() {}

    static void print(Answer answer, double wallSeconds, PrintWriter out) {
        out.printf(
                "%s under %s, with %s%n",
                answer.question().scenario().name(),
                answer.question().policy().name(),
                answer.question().words());
        out.printf("%-14s %20s %20s %20s%n", "", "as it is", "with the change", "difference");
        line(answer, "occupancy %", 100, Figures::occupancy, out);
        line(answer, "abandoned %", 100, Figures::abandonRate, out);
        line(answer, "worst hour %", 100, Figures::worstHourAbandonRate, out);
        line(answer, "wait s", 1, Figures::meanWaitS, out);
        line(answer, "p95 wait s", 1, Figures::p95WaitS, out);
        line(answer, "dialed", 1, Figures::dialed, out);
        line(answer, "answered", 1, Figures::answeredByHuman, out);
        line(answer, "connected", 1, Figures::connected, out);
        line(answer, "lines", 1, Figures::linesMean, out);
        out.printf(
                Locale.ROOT,
                "Means of %d days with their 95 %% intervals, the same people in both, in %.1f s."
                        + "%nA difference marked ~ may be chance.%n",
                answer.replications(),
                wallSeconds);
    }

    private static void line(
            Answer answer,
            String name,
            double times,
            ToDoubleFunction<Figures> figure,
            PrintWriter out) {
        Row row = answer.of(figure);
        out.printf(
                "%-14s %20s %20s %20s%s%n",
                name,
                figure(times, row.asItIs()),
                figure(times, row.changed()),
                difference(times, row.difference()),
                row.mayBeChance() ? " ~" : "");
    }

    private static String figure(double times, Interval interval) {
        return String.format(
                Locale.ROOT, "%.2f ± %.2f", times * interval.mean(), times * interval.half());
    }

    private static String difference(double times, Interval interval) {
        return String.format(
                Locale.ROOT, "%+.2f ± %.2f", times * interval.mean(), times * interval.half());
    }
}
