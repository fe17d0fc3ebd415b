package org.rightparty.dialer.simulation;

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
        double hours) {}
