package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.RULEBOOK;
import static org.rightparty.schema.generated.Tables.RULEBOOK_ACTIVATION;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.rules.Rulebook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rulebooks that come with the program, as they get into the table. The first installation
/// puts them in force. Where any book has been in force already, a new version is a draft that two
/// people of the house have to put in force: nobody's law changes because a program was updated.
final class ShippedRulebooks {
    /// Who wrote them.
    static final String AUTHOR = "Rightparty";

    private static final String INSTALLATION = "installation";
    private static final Duration TASK_DUE = Duration.ofDays(7);

    private final PostgresLedger ledger;

    ShippedRulebooks(PostgresLedger ledger) {
        this.ledger = ledger;
    }

    private record Present(String sha256, boolean approved) {}

    /// @return the titles of those that wait to be approved
    /// @throws IllegalStateException when the table has a book of the same version with other
    ///     content
    List<String> load(DSLContext tx, List<String> contents, Instant now) {
        boolean first = !tx.fetchExists(RULEBOOK_ACTIVATION);
        List<String> waiting = new ArrayList<>();
        for (String content : contents) {
            Rulebook book = RulebookReader.read(content);
            Optional<Present> present = present(tx, book);
            if (present.isPresent()) {
                requireSame(present.get(), book);
            } else if (first) {
                enforce(tx, book, content, now);
            } else {
                draft(tx, book, content, now);
            }
            if (!present.map(Present::approved).orElse(first)) {
                waiting.add(book.title());
            }
        }
        return List.copyOf(waiting);
    }

    private static Optional<Present> present(DSLContext tx, Rulebook book) {
        return tx.select(RULEBOOK.SHA256, RULEBOOK.APPROVED_AT)
                .from(RULEBOOK)
                .where(RULEBOOK.NAME.eq(book.name()))
                .and(RULEBOOK.VERSION.eq(book.version()))
                .fetchOptional(row -> new Present(row.value1(), row.value2() != null));
    }

    private static void requireSame(Present present, Rulebook book) {
        if (!present.sha256().equals(book.sha256())) {
            throw new IllegalStateException(
                    "rulebook " + book.title() + " was changed without a new version");
        }
    }

    private void enforce(DSLContext tx, Rulebook book, String content, Instant now) {
        long id =
                tx.insertInto(RULEBOOK)
                        .set(RULEBOOK.NAME, book.name())
                        .set(RULEBOOK.VERSION, book.version())
                        .set(RULEBOOK.SHA256, book.sha256())
                        .set(RULEBOOK.CONTENT, JSONB.valueOf(content))
                        .set(RULEBOOK.AUTHOR, AUTHOR)
                        .set(RULEBOOK.APPROVER, INSTALLATION)
                        .set(RULEBOOK.APPROVED_AT, now)
                        .returningResult(RULEBOOK.ID)
                        .fetchSingle()
                        .value1();
        ledger.append(tx, entry("rulebook.approved", book, now));
        Activations.Order order = new Activations.Order(INSTALLATION, "shipped", now);
        Activations.insert(tx, book.name(), id, book.effectiveFrom(), order);
    }

    private void draft(DSLContext tx, Rulebook book, String content, Instant now) {
        RulebookDraft.enter(tx, book, content, AUTHOR);
        ledger.append(tx, entry("rulebook.drafted", book, now));
        OfficerTasks.add(
                tx,
                OfficerTasks.Kind.REVIEW,
                "Rulebook "
                        + book.title()
                        + " came with the program and is not in force: try and approve it on the"
                        + " page Compliance, then another person activates it",
                null,
                TASK_DUE,
                now);
    }

    private static AuditEntry entry(String kind, Rulebook book, Instant now) {
        return new AuditEntry(
                now,
                kind,
                AuditEntry.Actor.PROGRAM,
                AuditEntry.Subject.NONE,
                Map.of("book", book.name(), "version", book.version(), "sha256", book.sha256()));
    }
}
