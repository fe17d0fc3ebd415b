package org.rightparty.dialer.cli;

import org.rightparty.dialer.pacing.Floor;
import org.rightparty.dialer.pacing.PaceDecision;
import org.rightparty.dialer.simulation.Simulation.Watch;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/// How far a simulation is: a line every few seconds, and none of one that is over sooner.
final class SimulationProgress implements Watch {
    private static final Duration APART = Duration.ofSeconds(5);
    private static final double SECONDS_PER_HOUR = 3_600;

    private final Watch also;
    private final double secondsInAll;
    private final LongSupplier nanos;
    private final PrintWriter out;
    private final long began;
    private final AtomicLong nextAt;

    /// How far each replication is.
    private final AtomicLongArray seconds;

    /// @param also who else looks on
    /// @param secondsInAll of simulated time
    SimulationProgress(
            Watch also, int days, double secondsInAll, LongSupplier nanos, PrintWriter out) {
        this.also = also;
        this.secondsInAll = secondsInAll;
        this.nanos = nanos;
        this.out = out;
        this.began = nanos.getAsLong();
        this.nextAt = new AtomicLong(began + APART.toNanos());
        this.seconds = new AtomicLongArray(days);
    }

    @Override
    public void decided(int replication, double second, Floor floor, PaceDecision decision) {
        also.decided(replication, second, floor, decision);
        seconds.setOpaque(replication, (long) second);
        long now = nanos.getAsLong();
        long due = nextAt.get();
        if (now - due >= 0 && nextAt.compareAndSet(due, now + APART.toNanos())) {
            say(now);
        }
    }

    private void say(long now) {
        double done = 0;
        for (int day = 0; day < seconds.length(); day++) {
            done += seconds.getOpaque(day);
        }
        out.printf(
                Locale.ROOT,
                "%.1f of %.1f hours simulated after %.0f s%n",
                done / SECONDS_PER_HOUR,
                secondsInAll / SECONDS_PER_HOUR,
                (now - began) / 1e9);
        out.flush();
    }
}
