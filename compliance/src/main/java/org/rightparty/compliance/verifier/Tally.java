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

    private final Scope scope;
    private final Map<String, Long> kinds = new TreeMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<Long, Instant> open = new HashMap<>();
    private long endsWithoutPermit;
    private long during;
    private long late;
    private long entries;
    private Instant latest = Instant.MIN;

    Tally(Scope scope) {
        this.scope = scope;
    }

    void count(Line line) {
        String kind = line.kind();
        kinds.merge(kind, 1L, Long::sum);
        Instant at = line.at();
        entries++;
        during += scope.during(at) ? 1 : 0;
        late += scope.during(at) && line.index() >= scope.end() ? 1 : 0;
        latest = at.isAfter(latest) ? at : latest;
        switch (kind) {
            case "dial.permitted" -> open.put(Line.number(line.entry(), "attempt"), at);
            case "dial.refused" ->
                    refusals.merge(Line.text(line.detail(), "reason"), 1L, Long::sum);
            case "call.ended" -> ended(line);
            default -> {}
        }
    }

    /// The permit of a call that ended beyond the covered places may lie before the period.
    private void ended(Line line) {
        boolean known = open.remove(Line.number(line.entry(), "attempt")) != null;
        endsWithoutPermit += known || line.index() >= scope.end() ? 0 : 1;
    }

    /// Whether it is the end of a call whose permit was read and whose end was not.
    boolean endsOneUnderWay(Line line) {
        return line.kind().equals("call.ended")
                && open.containsKey(Line.number(line.entry(), "attempt"));
    }

    private long of(String kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    void report(Report report) {
        if (scope.kind().equals("period")) {
            reportPeriod(report);
        }
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
        if (open.size() > unended) {
            report.remark(open.size() - unended + " calls were still under way at the end");
        }
        if (scope.first() == 0 && endsWithoutPermit > 0) {
            report.missing(endsWithoutPermit + " calls ended that nobody permitted");
        }
        if (of("reconcile.difference") > 0) {
            report.remark(
                    of("reconcile.difference")
                            + " differences to other records of calls were reported");
        }
        report.remark(of("reconcile.finished") + " comparisons with other records of calls");
    }

    private void reportPeriod(Report report) {
        report.remark(
                during
                        + " of the entries lie in the period; "
                        + (entries - during)
                        + " were sealed beside them or end its calls");
        if (late > 0) {
            report.remark(
                    late
                            + " of them were sealed after it; that there are no more of these only"
                            + " an export of everything shows");
        }
    }
}
