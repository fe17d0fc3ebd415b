package org.rightparty.dialer;

import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.postgres.LicenceDesk;
import org.rightparty.compliance.postgres.OverrideDesk;
import org.rightparty.console.administration.StaffBook;
import org.rightparty.console.office.Office;
import org.rightparty.dialer.cli.OfficeDoor;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.vocabulary.AgentId;
import org.rightparty.vocabulary.Role;

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
        return active(login)
                .filter(member ->
                        member.roles().contains(Role.OFFICER)
                                || member.roles().contains(Role.ADMIN))
                .map(member -> member.id());
    }

    @Override
    public Facts facts() {
        return tables.facts();
    }

    @Override
    public Optional<AgentId> member(String login) {
        return active(login).map(member -> member.id());
    }

    private Optional<StaffBook.Member> active(String login) {
        return new AdministrationOffice(tables)
                .staff().all().stream()
                        .filter(member -> member.active() && member.login().equals(login))
                        .findFirst();
    }

    @Override
    public void close() {
        tables.close();
    }
}
