package org.rightparty.compliance.postgres;

import static org.rightparty.schema.generated.Tables.RULEBOOK;
import static org.rightparty.schema.generated.Tables.RULEBOOK_ACTIVATION;

import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.rules.Rulebook;
import org.rightparty.compliance.rules.Rulebooks;
import org.rightparty.compliance.zones.Jurisdictions;
import org.rightparty.compliance.zones.Whereabouts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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

    /// How long an activation on another node may go unnoticed here.
    private static final Duration STALE = Duration.ofSeconds(10);

    /// After so long every node decides by a version that was put in force, and what was decided by
    /// the one before has committed.
    public static final Duration HEARD = STALE.plusSeconds(5);

    private final PostgresLedger ledger;
    private final Set<String> collector;
    private volatile @Nullable Read last;

    /// @param until when a version that is already agreed on takes over; the far end when none is
    private record Read(Instant at, Instant until, Rulebooks books) {
        boolean holds(Instant now) {
            return Duration.between(at, now).abs().compareTo(STALE) <= 0 && now.isBefore(until);
        }
    }

    /// For a collector in the United States of whom no more is known.
    public PostgresRulebooks(PostgresLedger ledger) {
        this(ledger, Set.of(Whereabouts.HOME));
    }

    /// @param collector where we are: the law of these places, and of those they lie in, reaches
    ///     every call
    public PostgresRulebooks(PostgresLedger ledger, Set<String> collector) {
        this.ledger = ledger;
        this.collector =
                collector.stream()
                        .flatMap(Jurisdictions::withParents)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// Where we are, parents named too.
    public Set<String> collector() {
        return collector;
    }

    /// Puts the shipped books into the table where they are not: in force from the day that each
    /// names when no book was ever in force here, and otherwise as drafts that wait for officers.
    ///
    /// @return the titles of those that wait to be approved
    /// @throws IllegalStateException when the table has a book of the same version with other
    ///     content
    public List<String> loadShipped(DSLContext tx, Instant now) {
        List<String> contents = SHIPPED.stream().map(PostgresRulebooks::shipped).toList();
        List<String> waiting = new ShippedRulebooks(ledger).load(tx, contents, now);
        forget();
        return waiting;
    }

    /// Reads anew when asked next: what is in force was changed here.
    void forget() {
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
        if (read == null || !read.holds(now)) {
            read = new Read(now, nextChange(tx, now), read(tx, now));
            last = read;
        }
        return read.books();
    }

    private static Instant nextChange(DSLContext tx, Instant now) {
        return tx.select(DSL.min(RULEBOOK_ACTIVATION.FROM_AT))
                .from(RULEBOOK_ACTIVATION)
                .where(RULEBOOK_ACTIVATION.FROM_AT.gt(now))
                .and(RULEBOOK_ACTIVATION.CANCELLED_AT.isNull())
                .fetchOptional()
                .map(Record1::value1)
                .orElse(Instant.MAX);
    }

    static Rulebooks read(DSLContext tx, Instant now) {
        List<Rulebook> books =
                tx.select(RULEBOOK.CONTENT, RULEBOOK.SHA256)
                        .from(RULEBOOK)
                        .where(RULEBOOK.ID.in(Activations.inForce(now)))
                        .and(RULEBOOK.APPROVED_AT.isNotNull())
                        .fetch(row ->
                                checked(RulebookReader.read(row.value1().data()), row.value2()));
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
