package org.rightparty.dialer.simulation;

import java.util.List;

/// What one simulated day came to, its warm-up left out.
///
/// @param occupancy share of the agents' available time (ready, connecting, talking, wrapping up)
///     that they talked or wrapped up
/// @param abandonRate of the persons who answered, the share whom no agent reached in time; persons
///     taken for a machine among them
/// @param worstHourAbandonRate the same of the worst hour, counted from the end of the warm-up
/// @param meanWaitS how long agents were ready before a talk
/// @param connected persons who were brought to an agent
/// @param machinesServed machines that were brought to an agent
/// @param linesMean calls that were up at once, as a mean over time
/// @param guarded decisions in which a guard allowed fewer dials than the pace wanted
/// @param hours of the measured time
/// @param slots the whole day in slots of five minutes, warm-up included
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
        long guarded,
        double hours,
        List<Slot> slots) {
    public Figures {
        slots = List.copyOf(slots);
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
