package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.Tally;
import org.rightparty.dialer.placement.file.PlacementImport.Progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How far an import is, as lines of a terminal: the first batch at once, then about a line a
/// second, and the last one whenever it comes.
final class ProgressLines implements Progress, AutoCloseable {
    private static final Duration APART_MIN = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final PrintWriter out;
    private @Nullable Instant printed;
    private @Nullable Runnable unprinted;

    ProgressLines(InstantSource clock, PrintWriter out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public void at(Tally tally, long rows) {
        Instant now = clock.instant();
        Instant before = printed;
        if (before == null || Duration.between(before, now).abs().compareTo(APART_MIN) >= 0) {
            ReportText.progress(tally, rows, out);
            printed = now;
            unprinted = null;
        } else {
            unprinted = () -> ReportText.progress(tally, rows, out);
        }
    }

    /// Prints where the import stood at last, unless that was said.
    @Override
    public void close() {
        Runnable last = unprinted;
        if (last != null) {
            last.run();
            unprinted = null;
        }
    }
}
