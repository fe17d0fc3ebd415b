package org.rightparty.dialer.selection;

import org.rightparty.dialer.selection.CandidateFacts.Line;
import org.rightparty.dialer.selection.CandidateFacts.Try;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of a consumer's numbers is next. In this order:
///
/// 1. fewest tries in vain since somebody last answered there, so that numbers take turns;
/// 2. verified before unverified;
/// 3. the rank the client or the consumer gave it;
/// 4. the older row.
///
/// A try that provably reached nobody (busy, not in service, blocked) was not in vain: it tells
/// nothing of who picks up. Not in service twice makes the number unusable, which is not decided
/// here.
public final class PhoneTurn {
    private PhoneTurn() {}

    /// The next of `lines`; empty when none is usable.
    public static Optional<Line> next(List<Line> lines, List<Try> tries) {
        return lines.stream()
                .filter(line -> line.standing() != Line.Standing.UNUSABLE)
                .min(
                        Comparator.comparingLong((Line line) -> inVain(line, tries))
                                .thenComparing(Line::standing)
                                .thenComparingInt(Line::rank)
                                .thenComparingLong(line -> line.phone().value()));
    }

    private static long inVain(Line line, List<Try> newestFirst) {
        return newestFirst.stream()
                .filter(past -> past.phone().equals(line.phone()))
                .takeWhile(past -> !ExpectedValue.answered(past))
                .filter(past -> past.outcome().connected())
                .count();
    }
}
