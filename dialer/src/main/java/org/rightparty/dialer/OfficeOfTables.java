package org.rightparty.dialer;

import org.rightparty.compliance.holds.Holds;
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
    public Optional<AgentId> member(String login) {
        return new AdministrationOffice(tables)
                .staff().all().stream()
                        .filter(member -> member.active() && member.login().equals(login))
                        .map(member -> member.id())
                        .findFirst();
    }

    @Override
    public void close() {
        tables.close();
    }
}
