package org.rightparty.compliance.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.rightparty.compliance.postgres.RulebookOffice.Edition;
import org.rightparty.database.Database;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What the officer does with rulebooks and decisions, by command or on her page: each call is one
/// transaction.
public final class RulebookDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final RulebookOffice office;
    private final InstantSource clock;

    public RulebookDesk(Database database, RulebookOffice office, InstantSource clock) {
        this.database = database;
        this.office = office;
        this.clock = clock;
    }

    public List<Edition> list() {
        return database.transact(tx -> office.list(tx, clock.instant()));
    }

    /// The text of a version; of the one in force when none is named. Indented, its keys in order.
    ///
    /// @throws RulebookOffice.Refused when there is none
    public String content(String name, Optional<String> version) {
        return database.transact(tx ->
                pretty(
                        office.content(
                                tx,
                                name,
                                version.orElseGet(
                                        () -> office.versionInForce(tx, name, clock.instant())))));
    }

    private static String pretty(String content) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(content));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a kept rulebook is not JSON", broken);
        }
    }

    /// @throws RulebookFault when it is not a rulebook
    /// @throws RulebookOffice.Refused when the version was approved already
    public Edition draft(String content, String author) {
        return database.transact(tx -> office.draft(tx, content, author, clock.instant()));
    }

    /// What `to` changes against `from`, or against the version in force; all that it says when
    /// none is.
    ///
    /// @throws RulebookOffice.Refused when there is no such version
    public List<RulebookDiff.Change> diff(String name, Optional<String> from, String to) {
        return database.transact(tx -> {
            Optional<String> before = from.or(() -> office.findInForce(tx, name, clock.instant()));
            return RulebookDiff.of(
                    before.map(version -> office.content(tx, name, version)).orElse("{}"),
                    office.content(tx, name, to));
        });
    }

    /// The texts of the books in force, this version in the place of its namesake.
    ///
    /// @throws RulebookOffice.Refused when there is no such version
    public List<String> contentsWith(String name, String version) {
        return database.transact(tx -> office.contentsWith(tx, name, version, clock.instant()));
    }

    /// @param shown the hash of what was shown; empty when nothing was
    /// @throws RulebookOffice.Refused when it is no draft, or another than was shown
    public RulebookTrial tryOut(String name, String version, Optional<String> shown) {
        return database.transact(tx -> office.tryOut(tx, name, version, shown, clock.instant()));
    }

    /// @param shown the hash of what was shown; empty when nothing was
    /// @throws RulebookOffice.Refused when it is no draft, was not tried, is another than was
    ///     shown, or the approver wrote it
    public Edition approve(String name, String version, Optional<String> shown, String approver) {
        return database.transact(
                tx -> office.approve(tx, name, version, shown, approver, clock.instant()));
    }

    /// In force from `from` on, at once when that is empty.
    ///
    /// @throws RulebookOffice.Refused when it is not approved, or `from` is past
    public Edition activate(String name, String version, Optional<Instant> from, String by) {
        Instant now = clock.instant();
        return database.transact(
                tx -> office.activate(tx, name, version, from.orElse(now), by, now));
    }

    /// @throws RulebookOffice.Refused when no version was in force before
    public Edition rollBack(String name, String by) {
        return database.transact(tx -> office.rollBack(tx, name, by, clock.instant()));
    }

    /// Decides again what was decided from `from` until now.
    public PostgresReplay.Report replay(Instant from) {
        return database.transact(tx -> PostgresReplay.run(tx, from, clock.instant()));
    }
}
