package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.INSTALLATION;
import static org.rightparty.schema.generated.Tables.RULEBOOK;

import org.jooq.DSLContext;
import org.jooq.Record1;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Tzdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides again every decision that was recorded in a time, with the books it was made under.
public final class PostgresReplay {
    private static final int SHOWN_MAX = 20;

    private PostgresReplay() {}

    /// One decision whose verdict is another one now.
    public record Difference(
            long decision,
            Instant decidedAt,
            String tzdb,
            Replay.Said then,
            Optional<Replay.Said> now) {}

    /// @param decisions all that were read
    /// @param same those that gave the same verdict
    /// @param booksMissing those whose books are not in the table as they were, which makes them
    ///     differences
    /// @param otherTzdb those made under another version of the time-zone rules
    /// @param different those that gave another verdict
    /// @param invented those that no gate made, from before a demonstration was loaded; they are
    ///     not decided again
    /// @param shown the first twenty differences
    public record Report(
            long decisions,
            long same,
            long booksMissing,
            long otherTzdb,
            long different,
            long invented,
            List<Difference> shown) {
        public boolean clean() {
            return different == 0;
        }
    }

    /// Reads in the transaction and writes nothing.
    public static Report run(DSLContext tx, Instant from, Instant to) {
        Run run = new Run(tx);
        RecordedDecisions.each(tx, from, to, run::count);
        return new Report(
                run.decisions,
                run.same,
                run.missing,
                run.otherTzdb,
                run.different,
                run.invented,
                run.shown);
    }

    private static final class Run {
        private final DSLContext tx;
        private final Optional<Instant> demonstration;
        private final Map<String, Optional<Rulebooks>> known = new HashMap<>();
        private final List<Difference> shown = new ArrayList<>();
        private long decisions;
        private long same;
        private long missing;
        private long otherTzdb;
        private long different;
        private long invented;

        Run(DSLContext tx) {
            this.tx = tx;
            this.demonstration = demonstration(tx);
        }

        /// When one was loaded; empty when none was.
        private static Optional<Instant> demonstration(DSLContext tx) {
            return tx.select(INSTALLATION.DEMO_LOADED_AT)
                    .from(INSTALLATION)
                    .fetchOptional(INSTALLATION.DEMO_LOADED_AT);
        }

        void count(RecordedDecisions.Row row) {
            decisions++;
            Instant at = row.recorded().decidedAt();
            if (demonstration.filter(at::isBefore).isPresent()
                    && Replay.isInvented(row.rulebook(), row.rulebookSha256())) {
                invented++;
            } else {
                add(row);
            }
        }

        private void add(RecordedDecisions.Row row) {
            otherTzdb += row.tzdb().equals(Tzdb.VERSION) ? 0 : 1;
            Optional<Rulebooks> books =
                    known.computeIfAbsent(
                            row.rulebook() + " " + row.rulebookSha256(),
                            _ -> books(tx, row.rulebook(), row.rulebookSha256()));
            Optional<Replay.Said> now = books.map(book -> Replay.again(row.recorded(), book));
            missing += books.isEmpty() ? 1 : 0;
            if (now.filter(row.recorded().said()::equals).isPresent()) {
                same++;
            } else {
                different++;
                show(row, now);
            }
        }

        private void show(RecordedDecisions.Row row, Optional<Replay.Said> now) {
            if (shown.size() < SHOWN_MAX) {
                shown.add(
                        new Difference(
                                row.id(),
                                row.recorded().decidedAt(),
                                row.tzdb(),
                                row.recorded().said(),
                                now));
            }
        }
    }

    /// The books that a decision names; empty when one is not there, or not what it was.
    static Optional<Rulebooks> books(DSLContext tx, String titles, String sha256) {
        List<Rulebook> books = new ArrayList<>();
        for (String title : titles.split(", ", -1)) {
            int space = title.lastIndexOf(' ');
            Optional<String> content =
                    space < 0
                            ? Optional.empty()
                            : content(tx, title.substring(0, space), title.substring(space + 1));
            if (content.isEmpty()) {
                return Optional.empty();
            }
            books.add(RulebookReader.read(content.get()));
        }
        return Optional.of(new Rulebooks(books)).filter(read -> read.sha256().equals(sha256));
    }

    private static Optional<String> content(DSLContext tx, String name, String version) {
        return tx.select(RULEBOOK.CONTENT)
                .from(RULEBOOK)
                .where(RULEBOOK.NAME.eq(name))
                .and(RULEBOOK.VERSION.eq(version))
                .fetchOptional()
                .map(Record1::value1)
                .map(content -> content.data());
    }
}
