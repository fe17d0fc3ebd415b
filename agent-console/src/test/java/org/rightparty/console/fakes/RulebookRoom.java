package org.rightparty.console.fakes;

import org.rightparty.compliance.postgres.MessageDesk;
import org.rightparty.compliance.postgres.MessageTemplates;
import org.rightparty.compliance.postgres.MessagesToLeave;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.postgres.RulebookDesk;
import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;

import java.time.Instant;
import java.time.InstantSource;

/// The shipped rulebooks in a fresh database, in force since long ago, the house's own with another
/// version to draft, and governed messages, of which there are none yet.
public final class RulebookRoom implements AutoCloseable {
    public static final String HOUSE = "house-policy";
    public static final String IN_FORCE = "2026.5";
    public static final String DRAFT = "2026.9";
    private static final Instant SINCE = Instant.parse("2025-12-01T00:00:00Z");

    private final Database database = TestDatabase.fresh();
    public final RulebookDesk desk;
    public final MessageDesk messages;
    public final MessagesToLeave toLeave;

    public RulebookRoom() {
        PostgresLedger ledger = new PostgresLedger();
        PostgresRulebooks books = new PostgresRulebooks(ledger);
        database.transact(tx -> {
            books.loadShipped(tx, SINCE);
            return SINCE;
        });
        MessageTemplates templates = new MessageTemplates(ledger);
        messages = new MessageDesk(database, templates, InstantSource.system());
        toLeave = new MessagesToLeave(database, templates, InstantSource.system());
        desk =
                new RulebookDesk(
                        database, new RulebookOffice(books, ledger), InstantSource.system());
    }

    /// The house's book, two hours between calls made four.
    public static String stricter() {
        return PostgresRulebooks.shipped(HOUSE)
                .replace("\"version\": \"" + IN_FORCE, "\"version\": \"" + DRAFT)
                .replace(
                        "\"window\": {\"kind\": \"ROLLING_HOURS\", \"n\": 2}",
                        "\"window\": {\"kind\": \"ROLLING_HOURS\", \"n\": 4}");
    }

    @Override
    public void close() {
        database.close();
    }
}
