package org.rightparty.console.fakes;

import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;

import org.rightparty.compliance.postgres.LicenceDesk;
import org.rightparty.compliance.postgres.MessageDesk;
import org.rightparty.compliance.postgres.MessageTemplates;
import org.rightparty.compliance.postgres.MessagesToLeave;
import org.rightparty.compliance.postgres.OverrideDesk;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.PostgresRulebooks;
import org.rightparty.compliance.postgres.RulebookDesk;
import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.console.desk.ScreenPop;
import org.rightparty.console.web.Samples;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.vocabulary.AgentId;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The shipped rulebooks in a fresh database, in force since long ago, the house's own with another
/// version to draft, and governed messages, licences and overrides, of which there are none yet.
public final class RulebookRoom implements AutoCloseable {
    public static final String HOUSE = "house-policy";
    public static final String IN_FORCE = "2026.6";
    public static final String DRAFT = "2026.9";
    private static final Instant SINCE = Instant.parse("2025-12-01T00:00:00Z");

    private final Database database = TestDatabase.fresh();
    public final RulebookDesk desk;
    public final MessageDesk messages;
    public final MessagesToLeave toLeave;
    public final LicenceDesk licences;
    public final OverrideDesk overrides;
    private final int entries;

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
        InstantSource clock = InstantSource.system();
        licences = new LicenceDesk(database, ledger, clock);
        overrides = new OverrideDesk(database, books, ledger, clock);
        desk =
                new RulebookDesk(
                        database, new RulebookOffice(books, ledger), InstantSource.system());
        entries = entries();
    }

    /// Whether anything was written since it was opened: every change is an entry of the ledger.
    public boolean isWrittenIn() {
        return entries() != entries;
    }

    private int entries() {
        return database.transact(tx -> tx.fetchCount(AUDIT_ENTRY));
    }

    /// The house's book, two hours between calls made four.
    public static String stricter() {
        return PostgresRulebooks.shipped(HOUSE)
                .replace("\"version\": \"" + IN_FORCE, "\"version\": \"" + DRAFT)
                .replace(
                        "\"window\": {\"kind\": \"ROLLING_HOURS\", \"n\": 2}",
                        "\"window\": {\"kind\": \"ROLLING_HOURS\", \"n\": 4}");
    }

    /// Two officers and the sample account, as rows.
    public void fill(AgentId officer, AgentId other) {
        ScreenPop screen = Samples.screen();
        List<String> rows =
                List.of(
                        "INSERT INTO agent (id, login, display_name, password_hash, line,"
                                + " line_secret) OVERRIDING SYSTEM VALUE VALUES"
                                + " (%d, 'officer', 'O. Lindqvist', 'none', '2031', 'none'),"
                                        .formatted(officer.value())
                                + " (%d, 'officer2', 'P. Second', 'none', '2032', 'none')"
                                        .formatted(other.value()),
                        "INSERT INTO client (id, name, legal_name) OVERRIDING SYSTEM VALUE"
                                + " VALUES (1, 'Northbank', 'Northbank, N.A.')",
                        "INSERT INTO portfolio (id, client_id, name) OVERRIDING SYSTEM VALUE"
                                + " VALUES (1, 1, 'cards')",
                        "INSERT INTO consumer (id, given_name, family_name)"
                                + " OVERRIDING SYSTEM VALUE VALUES (%d, 'Maria', 'Delgado')"
                                        .formatted(screen.consumer().value()),
                        "INSERT INTO account (id, portfolio_id, client_id, consumer_id,"
                                + " client_account_number, debt_type, original_creditor,"
                                + " current_creditor, placed_minor, balance_minor,"
                                + " itemization_on, itemization_kind, itemization_minor)"
                                + " OVERRIDING SYSTEM VALUE VALUES (%d, 1, 1, %d, 'A-7781', 'CARD',"
                                        .formatted(
                                                screen.account().value(), screen.consumer().value())
                                + " 'Northbank', 'Northbank', 10000, 10000, '2025-06-01',"
                                + " 'CHARGE_OFF', 10000)");
        database.transact(tx -> {
            rows.forEach(tx::execute);
            return rows;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}
