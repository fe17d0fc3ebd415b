package org.rightparty.compliance.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What an export says it covers.
///
/// @param first place of the first entry that may be in it
/// @param end place after the last
record Scope(String kind, long first, long end, Optional<Instant> from, Optional<Instant> to) {
    static final String FORMAT = "rightparty-proof/1";

    static Scope of(Map<String, Object> manifest) {
        try {
            if (!FORMAT.equals(manifest.get("format"))) {
                throw new Refused("this verifier reads " + FORMAT + ", not this file's format");
            }
            Map<String, Object> selection = Line.map(manifest, "selection");
            return new Scope(
                    Line.text(selection, "kind"),
                    Line.number(manifest, "first"),
                    Line.number(manifest, "end"),
                    instant(selection, "from"),
                    instant(selection, "to"));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new Refused("manifest.json cannot be read: " + wrong.getMessage());
        }
    }

    private static Optional<Instant> instant(Map<String, Object> map, String key) {
        return map.containsKey(key)
                ? Optional.of(Instant.parse(Line.text(map, key)))
                : Optional.empty();
    }

    boolean everything() {
        return kind.equals("everything");
    }

    /// Whether every place from first to end must be there.
    boolean contiguous() {
        return everything() || kind.equals("period");
    }

    /// Whether an instant lies in the period that was exported.
    boolean during(Instant at) {
        return kind.equals("period")
                && !at.isBefore(from.orElse(Instant.MAX))
                && at.isBefore(to.orElse(Instant.MIN));
    }

    /// Whether nothing of what it covers can lie outside of its places.
    void check(History history, Report report) {
        long newest = history.newest().map(History.Signed::size).orElse(0L);
        if (everything() && (first != 0 || end != newest)) {
            report.missing("an export of everything must cover entries 0 to " + (newest - 1));
        } else if (kind.equals("period")) {
            checkPeriod(history, newest, report);
        } else if (!contiguous()) {
            report.unproven(
                    "a selection by "
                            + kind
                            + " cannot show by itself that nothing was left out;"
                            + " compare it with an export of the period");
        }
    }

    private void checkPeriod(History history, long newest, Report report) {
        Instant begins = from.orElse(Instant.MAX);
        Instant ends = to.orElse(Instant.MIN);
        Optional<History.Signed> begun = history.first();
        if (end == 0 && begun.filter(c -> c.checkpoint().at().isAfter(ends)).isPresent()) {
            report.unproven(
                    "the ledger's first checkpoint is of "
                            + begun.get().checkpoint().at()
                            + ", after the period: nothing was sealed while it lasted");
            return;
        }
        boolean openLeft =
                first > 0
                        && history.checkpoints().stream()
                                .noneMatch(c ->
                                        c.size() == first && !c.checkpoint().at().isAfter(begins));
        boolean openRight =
                history.checkpoints().stream()
                        .noneMatch(c -> c.size() == end && !c.checkpoint().at().isBefore(ends));
        if (openLeft) {
            report.missing(
                    "no checkpoint shows that the period does not begin before its first entry");
        }
        if (openRight && end == newest) {
            report.unproven(
                    "the period ends after the newest checkpoint, which is of "
                            + history.newest()
                                    .map(c -> c.checkpoint().at().toString())
                                    .orElse("never"));
        } else if (openRight) {
            report.missing("no checkpoint shows that the period ends with its last entry");
        }
    }
}
