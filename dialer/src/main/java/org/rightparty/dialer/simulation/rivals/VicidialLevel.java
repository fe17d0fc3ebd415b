package org.rightparty.dialer.simulation.rivals;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// VICIdial's dial level, as its adaptive methods compute it every 15 seconds. With L the level, d
/// the mean of ready agents less waiting calls, T the target, n the mean of agents logged in:
///
///     p  = 100 · (d + T) ÷ n, and a = p·|I/100 − 1| below 0, p·(1 + I/100) above
///     L' = L · (1 + a/100), to three decimals, from 1 to the maximum level
///
/// then halved when in the last minute more than 20 calls went out and over half were dropped, and
/// when of more than 50 calls today more than the limit were dropped: to 1 (hard limit), halved
/// (average), or by the time of the day (tapered). Never below 1.
public record VicidialLevel(
        Method method,
        double maximum,
        double intensity,
        double target,
        double droppedPercentMax,
        int latestHhmm) {
    public enum Method {
        HARD,
        AVERAGE,
        TAPERED
    }

    /// What was seen of the floor.
    ///
    /// @param surplus ready agents less waiting calls, as a mean since the last level
    /// @param agents logged-in agents, paused ones among them, as such a mean
    /// @param callsLastMinute calls placed in the last minute
    /// @param droppedLastMinute of these, per cent dropped
    /// @param callsToday calls placed today
    /// @param droppedToday of those that a person answered, per cent dropped
    /// @param hhmm the clock as a number, 2030 for half past eight in the evening
    public record Seen(
            double surplus,
            double agents,
            int callsLastMinute,
            double droppedLastMinute,
            int callsToday,
            double droppedToday,
            int hhmm) {}

    private static final int CALLS_A_MINUTE = 20;
    private static final double DROPPED_A_MINUTE = 50;
    private static final int CALLS_A_DAY = 50;

    public double next(double level, Seen seen) {
        double raised = Math.max(1, Math.min(maximum, thousandths(level * (1 + change(seen)))));
        if (seen.callsLastMinute() > CALLS_A_MINUTE
                && seen.droppedLastMinute() > DROPPED_A_MINUTE) {
            raised = raised / 2;
        }
        if (isOverLimit(seen)) {
            raised = overLimit(raised, seen.hhmm());
        }
        return Math.max(1, raised);
    }

    /// Whether the limit of dropped calls holds the level down.
    boolean isOverLimit(Seen seen) {
        return seen.callsToday() > CALLS_A_DAY && seen.droppedToday() > droppedPercentMax;
    }

    private double change(Seen seen) {
        double total = seen.surplus() + target;
        double percent = seen.agents() == 0 ? 0 : 100 * total / seen.agents();
        double weight = percent < 0 ? Math.abs(intensity / 100 - 1) : 1 + intensity / 100;
        return percent * weight / 100;
    }

    private double overLimit(double level, int hhmm) {
        int left = latestHhmm - hhmm;
        return switch (method) {
            case HARD -> 1;
            case AVERAGE -> level / 2;
            case TAPERED -> left < 0 ? 1 : level * Math.min(1, left / 1000.0);
        };
    }

    private static double thousandths(double level) {
        return BigDecimal.valueOf(level).setScale(3, RoundingMode.HALF_UP).doubleValue();
    }
}
