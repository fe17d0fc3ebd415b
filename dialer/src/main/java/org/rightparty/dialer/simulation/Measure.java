package org.rightparty.dialer.simulation;

import org.rightparty.dialer.pacing.Guard;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.simulation.Figures.Moment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What is counted on a simulated floor, from the end of the warm-up to the end of the day.
/// Instants are microseconds of virtual time.
final class Measure {
    private static final long HOUR = 3_600 * VirtualTime.SECOND;

    private final long from;
    private final long end;
    private final long[] answeredByHour;
    private final long[] abandonedByHour;
    private final Timeline timeline;
    private double[] waits = new double[1_024];
    private int waitCount;
    private double busy;
    private double idle;
    private long dialed;
    private long connected;
    private long machinesServed;
    private final Map<Guard, Long> guards = new EnumMap<>(Guard.class);
    private long decisions;
    private Optional<Moment> last = Optional.empty();
    private Optional<Moment> worst = Optional.empty();
    private int lines;
    private int linesMost;
    private long linesSince;
    private double lineTime;

    Measure(Scenario scenario) {
        from = VirtualTime.micros(scenario.warmUpS());
        end = VirtualTime.micros(scenario.durationS());
        int hours = (int) Math.max(1, (end - from + HOUR - 1) / HOUR);
        answeredByHour = new long[hours];
        abandonedByHour = new long[hours];
        timeline = new Timeline(scenario.durationS());
    }

    private boolean counts(long at) {
        return at >= from && at < end;
    }

    private int hour(long at) {
        return Math.min(answeredByHour.length - 1, (int) ((at - from) / HOUR));
    }

    void dialed(long at) {
        timeline.dialed(at);
        dialed += counts(at) ? 1 : 0;
    }

    /// A person picked up.
    void answered(long at) {
        timeline.answered(at);
        if (counts(at)) {
            answeredByHour[hour(at)]++;
        }
    }

    /// The person who picked up at `at` got no agent in time.
    void abandoned(long at) {
        timeline.abandoned(at);
        if (counts(at)) {
            abandonedByHour[hour(at)]++;
        }
    }

    void connected(long at) {
        connected += counts(at) ? 1 : 0;
    }

    void machineServed(long at) {
        machinesServed += counts(at) ? 1 : 0;
    }

    /// An agent was ready from `since` to `at`, when the next talk began.
    void waited(long since, long at) {
        if (counts(at)) {
            if (waitCount == waits.length) {
                waits = Arrays.copyOf(waits, 2 * waitCount);
            }
            waits[waitCount++] = (at - since) / (double) VirtualTime.SECOND;
        }
    }

    void busy(long since, long until) {
        timeline.busy(since, until);
        busy += overlap(since, until);
    }

    void idle(long since, long until) {
        timeline.idle(since, until);
        idle += overlap(since, until);
    }

    private double overlap(long since, long until) {
        long span = Math.min(until, end) - Math.max(since, from);
        return Math.max(0, span) / (double) VirtualTime.SECOND;
    }

    void decided(long at, PaceDecision decision) {
        if (counts(at)) {
            decisions++;
            Guard guard = decision.reasons().guard();
            if (guard != Guard.NONE && guard != Guard.MODE) {
                guards.merge(guard, 1L, Long::sum);
            }
            Moment now =
                    new Moment(
                            at / (double) VirtualTime.SECOND, decision.dials(), decision.reasons());
            last = Optional.of(now);
            if (worst.isEmpty() || now.isWorseThan(worst.get())) {
                worst = last;
            }
        }
    }

    void linesInUse(int now, long at) {
        timeline.lines(lines, linesSince, at);
        lineTime += lines * overlap(linesSince, at);
        lines = now;
        linesSince = at;
        if (counts(at)) {
            linesMost = Math.max(linesMost, now);
        }
    }

    Figures figures() {
        linesInUse(lines, end);
        long answered = Arrays.stream(answeredByHour).sum();
        long abandoned = Arrays.stream(abandonedByHour).sum();
        double[] sorted = Arrays.copyOf(waits, waitCount);
        Arrays.sort(sorted);
        double hours = (end - from) / (double) HOUR;
        return new Figures(
                share(busy, busy + idle),
                share((double) abandoned, (double) answered),
                worstHour(),
                Arrays.stream(sorted).average().orElse(0),
                waitCount == 0 ? 0 : sorted[(int) Math.ceil(0.95 * waitCount) - 1],
                dialed,
                answered,
                abandoned,
                connected,
                machinesServed,
                lineTime / (hours * 3_600),
                linesMost,
                decisions,
                guards,
                hours,
                timeline.slots(),
                last,
                worst);
    }

    private double worstHour() {
        double worst = 0;
        for (int i = 0; i < answeredByHour.length; i++) {
            worst = Math.max(worst, share((double) abandonedByHour[i], (double) answeredByHour[i]));
        }
        return worst;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
