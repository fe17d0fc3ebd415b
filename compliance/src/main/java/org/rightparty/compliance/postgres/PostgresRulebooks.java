package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.RULEBOOK;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The rulebooks in force. The ones that come with the program are put into the table when it
/// starts; a version that is there is never changed.
public final class PostgresRulebooks {
    /// The names of the books that come with the program.
    public static final List<String> SHIPPED =
            List.of(
                    "us-federal",
                    "us-states",
                    "canada",
                    "united-kingdom",
                    "australia",
                    "india",
                    "brazil",
                    "house-policy");

    /// How long an approval on another node may go unnoticed here.
    private static final Duration STALE = Duration.ofSeconds(10);

    private final PostgresLedger ledger;
    private volatile @Nullable Read last;

    private record Read(Instant at, Rulebooks books) {}

    public PostgresRulebooks(PostgresLedger ledger) {
        this.ledger = ledger;
    }

    /// Puts the shipped books into the table where they are not, each in force from `now` when it
    /// follows another version, and otherwise from the day it names itself.
    ///
    /// @throws IllegalStateException when the table has a book of the same version with other
    ///     content
    public void loadShipped(DSLContext tx, Instant now) {
        SHIPPED.forEach(name -> load(tx, shipped(name), now));
        last = null;
    }

    /// The text of a shipped book.
    public static String shipped(String name) {
        String path = "/rulebooks/" + name + ".json";
        try (InputStream stream = PostgresRulebooks.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The books in force at `now`, not older than ten seconds.
    ///
    /// @throws IllegalStateException when there is none, or one is not what was approved
    public Rulebooks at(DSLContext tx, Instant now) {
        Read read = last;
        if (read == null || Duration.between(read.at(), now).abs().compareTo(STALE) > 0) {
            read = new Read(now, read(tx, now));
            last = read;
        }
        return read.books();
    }

    private void load(DSLContext tx, String content, Instant now) {
        Rulebook book = RulebookReader.read(content);
        Optional<String> present = hashOf(tx, book);
        if (present.isEmpty()) {
            boolean follows = retire(tx, book.name(), now) > 0;
            insert(tx, book, content, follows ? now : book.effectiveFrom(), now);
            ledger.append(tx, approved(book, now));
        } else if (!present.get().equals(book.sha256())) {
            throw new IllegalStateException(
                    "rulebook " + book.title() + " was changed without a new version");
        }
    }

    private static Optional<String> hashOf(DSLContext tx, Rulebook book) {
        return tx.select(RULEBOOK.SHA256)
                .from(RULEBOOK)
                .where(RULEBOOK.NAME.eq(book.name()))
                .and(RULEBOOK.VERSION.eq(book.version()))
                .fetchOptional()
                .map(Record1::value1);
    }

    private static int retire(DSLContext tx, String name, Instant now) {
        return tx.update(RULEBOOK)
                .set(RULEBOOK.EFFECTIVE_TO, now)
                .where(RULEBOOK.NAME.eq(name))
                .and(RULEBOOK.EFFECTIVE_TO.isNull())
                .and(RULEBOOK.APPROVED_AT.isNotNull())
                .execute();
    }

    private static void insert(
            DSLContext tx, Rulebook book, String content, Instant from, Instant now) {
        tx.insertInto(RULEBOOK)
                .set(RULEBOOK.NAME, book.name())
                .set(RULEBOOK.VERSION, book.version())
                .set(RULEBOOK.SHA256, book.sha256())
                .set(RULEBOOK.CONTENT, JSONB.valueOf(content))
                .set(RULEBOOK.AUTHOR, "Rightparty")
                .set(RULEBOOK.APPROVER, "installation")
                .set(RULEBOOK.APPROVED_AT, now)
                .set(RULEBOOK.EFFECTIVE_FROM, from)
                .execute();
    }

    private static AuditEntry approved(Rulebook book, Instant now) {
        return new AuditEntry(
                now,
                "rulebook.approved",
                AuditEntry.Actor.PROGRAM,
                AuditEntry.Subject.NONE,
                Map.of("book", book.name(), "version", book.version(), "sha256", book.sha256()));
    }

    private static Rulebooks read(DSLContext tx, Instant now) {
        List<Rulebook> books =
                tx.select(
                                RULEBOOK.CONTENT,
                                RULEBOOK.SHA256,
                                RULEBOOK.EFFECTIVE_FROM,
                                RULEBOOK.EFFECTIVE_TO)
                        .from(RULEBOOK)
                        .where(RULEBOOK.APPROVED_AT.isNotNull())
                        .and(RULEBOOK.EFFECTIVE_FROM.le(now))
                        .and(RULEBOOK.EFFECTIVE_TO.isNull().or(RULEBOOK.EFFECTIVE_TO.gt(now)))
                        .fetch(row ->
                                checked(
                                        RulebookReader.read(
                                                row.value1().data(),
                                                row.value3(),
                                                Optional.ofNullable(row.value4())),
                                        row.value2()));
        if (books.isEmpty()) {
            throw new IllegalStateException("no rulebook is in force at " + now);
        }
        return new Rulebooks(books);
    }

    private static Rulebook checked(Rulebook book, String approved) {
        if (!book.sha256().equals(approved)) {
            throw new IllegalStateException(
                    "rulebook " + book.title() + " is not what was approved");
        }
        return book;
    }
}
