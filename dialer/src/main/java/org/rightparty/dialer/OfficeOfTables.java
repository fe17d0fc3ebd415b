package org.rightparty.dialer;

import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.postgres.LicenceDesk;
import org.rightparty.compliance.postgres.OverrideDesk;
import org.rightparty.console.office.Office;
import org.rightparty.dialer.cli.OfficeDoor;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.vocabulary.AgentId;

import java.util.Optional;

/// The officer's business, for a command of its own.
record OfficeOfTables(PostgresTables tables) implements OfficeDoor {
    static OfficeDoor open(DialerConfig config) {
        return new OfficeOfTables(Installed.open(config));
    }

    @Override
    public Office office() {
        return tables.office();
    }

    @Override
    public Holds holds() {
        return tables.holds();
    }

    @Override
    public LicenceDesk licences() {
        return tables.licences();
    }

    @Override
    public OverrideDesk overrides() {
        return tables.overrides();
    }

    @Override
    public Optional<AgentId> officer(String login) {
        return Officers.officer(tables, login);
    }

    @Override
    public Facts facts() {
        return tables.facts();
    }

    @Override
    public void enter(AuditEntry entry) {
        tables.database()
                .transact(tx -> {
                    tables.entries().append(tx, entry);
                    return entry;
                });
    }

    @Override
    public void close() {
        tables.close();
    }
}
