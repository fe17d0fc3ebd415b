package org.rightparty.console.web;

import org.rightparty.compliance.postgres.PostgresReplay;
import org.rightparty.compliance.postgres.RulebookDiff;
import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.compliance.postgres.RulebookTrial;
import org.rightparty.compliance.vectors.TestedCase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rulebooks as the officer's page reads and writes them.
final class WireRulebooks {
    private static final int FAILURES_MAX = 200;

    private WireRulebooks() {}

    /// @param version absent for the one in force
    record Which(String name, Optional<String> version) {}

    /// @param sha256 of the version as it was shown
    record Shown(String name, String version, String sha256) {}

    /// @param at absent for at once
    record Activate(String name, String version, Optional<Instant> at) {}

    record Since(Instant since) {}

    record Edition(
            String name,
            String version,
            String sha256,
            String author,
            Optional<String> approver,
            Optional<Instant> approvedAt,
            Optional<Instant> triedAt,
            Optional<Instant> activeFrom,
            String state) {}

    static Edition edition(RulebookOffice.Edition e) {
        return new Edition(
                e.name(),
                e.version(),
                e.sha256(),
                e.author(),
                e.approver(),
                e.approvedAt(),
                e.triedAt(),
                e.activeFrom(),
                e.state().name());
    }

    record Content(String content) {}

    record Change(String kind, String row, String field, String before, String after) {}

    static Change change(RulebookDiff.Change c) {
        return new Change(c.kind().name(), c.row(), c.field(), c.before(), c.after());
    }

    record Trial(
            String title,
            String sha256,
            Instant since,
            Compared past,
            long shortened,
            Instant tomorrowFrom,
            Compared tomorrow,
            long candidates) {}

    record Compared(long compared, long refusedMore, long allowedMore, Map<String, Long> reasons) {}

    static Trial trial(RulebookTrial t) {
        return new Trial(
                t.title(),
                t.sha256(),
                t.since(),
                compared(t.past()),
                t.shortened(),
                t.tomorrowFrom(),
                compared(t.tomorrow()),
                t.candidates());
    }

    private static Compared compared(RulebookTrial.Compared c) {
        return new Compared(c.compared(), c.refusedMore(), c.allowedMore(), c.reasons());
    }

    /// @param line `N passed, M failed`
    /// @param failures the first of them
    record Tested(int passed, int failed, String line, List<Failure> failures) {}

    /// @param refused whether it could not be read; `actual` then says why
    record Failure(
            String id,
            String title,
            boolean refused,
            String expected,
            String actual,
            List<String> rows) {}

    static Tested tested(List<TestedCase> cases) {
        int passed = (int) cases.stream().filter(TestedCase::passed).count();
        int failed = cases.size() - passed;
        return new Tested(
                passed,
                failed,
                passed + " passed, " + failed + " failed",
                cases.stream()
                        .filter(each -> !each.passed())
                        .limit(FAILURES_MAX)
                        .map(WireRulebooks::failure)
                        .toList());
    }

    private static Failure failure(TestedCase each) {
        return new Failure(
                each.id(),
                each.title(),
                each.refused(),
                each.expected(),
                each.actual(),
                each.rows());
    }

    record Replayed(
            long decisions, long same, long booksMissing, long otherTzdb, List<Long> different) {}

    /// @return the first decisions that differ, by number; those that no gate made are not among
    ///     the counted
    static Replayed replayed(PostgresReplay.Report r) {
        return new Replayed(
                r.decisions() - r.invented(),
                r.same(),
                r.booksMissing(),
                r.otherTzdb(),
                r.shown().stream().map(PostgresReplay.Difference::decision).toList());
    }
}
