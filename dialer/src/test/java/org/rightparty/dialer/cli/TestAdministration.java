package org.rightparty.dialer.cli;

import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.administration.ClientBook;
import org.rightparty.console.administration.StaffBook;
import org.rightparty.console.office.Funnel;
import org.rightparty.console.postgres.PostgresCampaignBook;
import org.rightparty.console.postgres.PostgresClientBook;
import org.rightparty.console.postgres.PostgresStaffBook;
import org.rightparty.database.Database;
import org.rightparty.dialer.postgres.PostgresFunnels;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Staff and campaigns in a database that the test closes itself.
record TestAdministration(Database database, AtomicInteger secrets) implements Administration {
    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    TestAdministration(Database database) {
        this(database, new AtomicInteger());
    }

    @Override
    public StaffBook staff() {
        return new PostgresStaffBook(database, new PostgresLedger()::in);
    }

    @Override
    public CampaignBook campaigns() {
        return new PostgresCampaignBook(database, new PostgresLedger()::in);
    }

    @Override
    public ClientBook clients() {
        return new PostgresClientBook(database, new PostgresLedger()::in);
    }

    @Override
    public Optional<Funnel> whyNot(CampaignId campaign) {
        PostgresFunnels funnels = new PostgresFunnels((tx, zones, jurisdictions, now) -> true);
        return database.transact(tx -> funnels.of(tx, campaign, NOW));
    }

    /// Not Argon2id: the tests of passwords have that.
    @Override
    public String hash(String password) {
        return "hash of " + password;
    }

    @Override
    public String lineSecret() {
        return "line-secret-" + secrets.incrementAndGet();
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public void close() {}
}
