package org.rightparty.dialer.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// One line for each step of a start, with what it came to and how long it took.
public final class Progress {
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter out;
    private final LongSupplier nanos;
    private final long began;

    public Progress(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /// Runs `work` under the heading `step`; `saying` turns its result into the end of the line.
    public <T> T step(
            String step, Supplier<T> work, java.util.function.Function<T, String> saying) {
        long start = nanos.getAsLong();
        T result = work.get();
        out.printf("  %-18s %s (%.1f s)%n", step, saying.apply(result), seconds(start));
        out.flush();
        return result;
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    public double secondsSinceStart() {
        return seconds(began);
    }

    private double seconds(long since) {
        return (nanos.getAsLong() - since) / NANOS_PER_SECOND;
    }
}
