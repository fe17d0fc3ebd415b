package org.rightparty.dialer.simulation;

import org.rightparty.dialer.pacing.Guard;
import org.rightparty.dialer.pacing.Reasons;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one simulated day came to, its warm-up left out.
///
/// @param occupancy share of the agents' available time (ready, connecting, talking, wrapping up)
///     that they talked or wrapped up
/// @param abandonRate of the persons who answered, the share whom no agent reached in time; persons
///     taken for a machine among them
/// @param worstHourAbandonRate the same of the worst hour, counted from the end of the warm-up
/// @param meanWaitS how long agents were ready before a talk
/// @param connected persons who were brought to an agent, those abandoned before among them
/// @param machinesServed machines that were brought to an agent
/// @param linesMean calls that were up at once, as a mean over time
/// @param guards how many decisions each guard held back; those that held none are left out
/// @param hours of the measured time
/// @param slots the whole day in slots of five minutes, warm-up included
/// @param last the last decision; empty when there was none
/// @param worst the decision when most people waited beyond the agents who were ready
public record Figures(
        double occupancy,
        double abandonRate,
        double worstHourAbandonRate,
        double meanWaitS,
        double p95WaitS,
        long dialed,
        long answeredByHuman,
        long abandoned,
        long connected,
        long machinesServed,
        double linesMean,
        int linesMost,
        long decisions,
        Map<Guard, Long> guards,
        double hours,
        List<Slot> slots,
        Optional<Moment> last,
        Optional<Moment> worst) {
    public Figures {
        guards = Collections.unmodifiableMap(new TreeMap<>(guards));
        slots = List.copyOf(slots);
    }

    /// Decisions that any guard held back.
    public long guarded() {
        return guards.values().stream().mapToLong(Long::longValue).sum();
    }

    /// One decision and why it was taken.
    ///
    /// @param second of the day
    public record Moment(double second, int dials, Reasons reasons) {
        /// Hours, minutes and seconds since the day began.
        public String clock() {
            long s = (long) second;
            return String.format(Locale.ROOT, "%d:%02d:%02d", s / 3_600, s / 60 % 60, s % 60);
        }

        /// More people wait than agents are ready for, or the next would more likely be one.
        boolean isWorseThan(Moment other) {
            int more = unserved() - other.unserved();
            return more > 0 || (more == 0 && reasons.risk() > other.reasons.risk());
        }

        private int unserved() {
            return Math.max(0, reasons.waiting() - reasons.ready());
        }
    }

    /// Five minutes.
    ///
    /// @param fromS when it began, in seconds of the day
    /// @param agents mean number of agents who were available
    /// @param lines mean number of calls that were up
    public record Slot(
            double fromS,
            double agents,
            double occupancy,
            double lines,
            long dialed,
            long answered,
            long abandoned) {}
}
