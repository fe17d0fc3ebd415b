package org.rightparty.console.web;

import org.rightparty.compliance.postgres.PostgresReplay;
import org.rightparty.compliance.postgres.RulebookDiff;
import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.compliance.postgres.RulebookTrial;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rulebooks as the officer's page reads and writes them.
final class WireRulebooks {
    private WireRulebooks() {}

    /// @param version absent for the one in force
    record Which(String name, Optional<String> version) {}

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
            String title, Instant since, Compared past, Instant tomorrowFrom, Compared tomorrow) {}

    record Compared(long compared, long refusedMore, long allowedMore, Map<String, Long> reasons) {}

    static Trial trial(RulebookTrial t) {
        return new Trial(
                t.title(), t.since(), compared(t.past()), t.tomorrowFrom(), compared(t.tomorrow()));
    }

    private static Compared compared(RulebookTrial.Compared c) {
        return new Compared(c.compared(), c.refusedMore(), c.allowedMore(), c.reasons());
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
