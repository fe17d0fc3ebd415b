package org.rightparty.dialer.placement.file;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.ImportRunId;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.Tally;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// What came of an import.
///
/// @param run absent for a dry run
/// @param tally of the whole file, whatever earlier part of it a crash had left done
/// @param rejects the reject file; absent when no row was rejected
public record ImportReport(
        Ending ending,
        @Nullable ImportRunId run,
        String client,
        String portfolio,
        String file,
        Mapping mapping,
        Tally tally,
        Instant startedAt,
        Duration took,
        @Nullable Path rejects) {

    /// The same of a dry run, saying what an import would have been.
    ImportReport foreseeing(Ending wouldBe) {
        Ending dry =
                switch (wouldBe) {
                    case IMPORTED, RESUMED, DRY_RUN -> Ending.DRY_RUN;
                    case RETRIED, DRY_RETRY -> Ending.DRY_RETRY;
                    case KNOWN, DRY_KNOWN -> Ending.DRY_KNOWN;
                };
        return new ImportReport(
                dry, run, client, portfolio, file, mapping, tally, startedAt, took, rejects);
    }

    public enum Ending {
        /// The file was imported now, from its first row.
        IMPORTED,
        /// The rest of the file was imported now; an earlier import had been cut short.
        RESUMED,
        /// The same file was imported before in another way: its rejected rows were tried again,
        /// the others were here already.
        RETRIED,
        /// The same file was imported before in the same way; nothing was changed. `startedAt` says
        /// when.
        KNOWN,
        /// Everything was checked and nothing written but the reject file.
        DRY_RUN,
        /// The same, of a file whose rejected rows an import would try again.
        DRY_RETRY,
        /// The same, of a file that an import would leave alone, because it was imported before in
        /// the same way.
        DRY_KNOWN
    }
}
