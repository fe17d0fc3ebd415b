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

    public enum Ending {
        /// The file was imported now, from its first row.
        IMPORTED,
        /// The rest of the file was imported now; an earlier import had been cut short.
        RESUMED,
        /// The same file was imported before; nothing was changed. `startedAt` says when.
        KNOWN,
        /// Everything was checked and nothing written.
        DRY_RUN
    }
}
