package org.rightparty.dialer.placement.file;

import org.rightparty.dialer.placement.PlacementBook.Run;
import org.rightparty.dialer.placement.UnusableFile;
import org.rightparty.dialer.placement.file.ImportReport.Ending;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an import of a file will be, by what was done with the file before. Rejected rows get
/// another turn when they would be read in another way; with the same mapping and options they
/// would only be rejected again. What was cut short goes on with the options it began with, or not
/// at all: one run is read in one way and goes into one portfolio.
///
/// @param turn which import of this file it is, from 1
/// @param earlier the latest run of the file
record Foresight(Ending ending, int turn, Optional<Run> earlier) {
    /// @throws UnusableFile when an import was cut short that began with other options
    static Foresight of(ImportRequest request, OpenFile file, Optional<Run> earlier) {
        if (earlier.isEmpty()) {
            return new Foresight(Ending.IMPORTED, 1, earlier);
        }
        Run last = earlier.get();
        if (last.finishedAt() == null) {
            requireSame(request, file, last);
            return new Foresight(Ending.RESUMED, last.turn(), earlier);
        }
        boolean otherwise =
                last.practice() != request.practice() || !last.mapping().readsAs(file.mapping());
        return last.tally().rejected() > 0 && otherwise
                ? new Foresight(Ending.RETRIED, last.turn() + 1, earlier)
                : new Foresight(Ending.KNOWN, last.turn(), earlier);
    }

    /// Whether it begins a run of its own.
    boolean opensRun() {
        return ending == Ending.IMPORTED || ending == Ending.RETRIED;
    }

    private static void requireSame(ImportRequest request, OpenFile file, Run begun) {
        List<String> began = new ArrayList<>();
        if (begun.practice() != request.practice()) {
            began.add(begun.practice() ? "with --practice" : "without --practice");
        }
        String portfolio = request.portfolio();
        if (!portfolio.isEmpty() && !portfolio.equals(begun.portfolioName())) {
            began.add("with --portfolio \"" + begun.portfolioName() + "\"");
        }
        if (!begun.mapping().readsAs(file.mapping())) {
            began.add("with another mapping (leave --mapping out to go on with that one)");
        }
        if (!began.isEmpty()) {
            throw UnusableFile.of(
                    String.format(
                            Locale.ROOT,
                            "its import was cut short after %,d rows and began %s",
                            begun.tally().rowsDone(),
                            String.join(", ", began)),
                    "finish it so first; its rejected rows can then be tried again in another way");
        }
    }
}
