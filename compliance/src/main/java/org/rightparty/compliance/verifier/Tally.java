package org.rightparty.compliance.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Counts what the entries tell, and matches calls with their ends. Memory: the calls in the air.
final class Tally {
    /// A call that began so long ago has ended.
    private static final Duration CALL_MAX = Duration.ofHours(4);

    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<Long, Instant> open = new HashMap<>();
    private long endsWithoutPermit;
    private Instant latest = Instant.MIN;

    void count(Line line) {
        String kind = line.kind();
        kinds.merge(kind, 1L, Long::sum);
        Instant at = line.at();
        latest = at.isAfter(latest) ? at : latest;
        switch (kind) {
            case "dial.permitted" -> open.put(Line.number(line.entry(), "attempt"), at);
            case "dial.refused" ->
                    refusals.merge(Line.text(line.detail(), "reason"), 1L, Long::sum);
            case "call.ended" -> ended(line);
            default -> {}
        }
    }

    private void ended(Line line) {
        if (open.remove(Line.number(line.entry(), "attempt")) == null) {
            endsWithoutPermit++;
        }
    }

    private long of(String kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    /// @param fromTheBeginning whether no permit can lie before the first entry
    void report(boolean fromTheBeginning, Report report) {
        report.holds(
                of("dial.permitted")
                        + " calls permitted, "
                        + of("call.ended")
                        + " ended, "
                        + of("dial.refused")
                        + " refused"
                        + (refusals.isEmpty() ? "" : " " + refusals));
        Instant over = latest.equals(Instant.MIN) ? latest : latest.minus(CALL_MAX);
        long unended = open.values().stream().filter(at -> at.isBefore(over)).count();
        if (unended > 0) {
            report.missing(unended + " permitted calls have no end");
        }
        if (fromTheBeginning && endsWithoutPermit > 0) {
            report.missing(endsWithoutPermit + " calls ended that nobody permitted");
        }
        if (of("reconcile.difference") > 0) {
            report.remark(
                    of("reconcile.difference")
                            + " differences to other records of calls were reported");
        }
        report.remark(of("reconcile.finished") + " comparisons with other records of calls");
    }
}
