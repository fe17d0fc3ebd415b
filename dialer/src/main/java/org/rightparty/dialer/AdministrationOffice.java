package org.rightparty.dialer;

import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.administration.ClientBook;
import org.rightparty.console.administration.StaffBook;
import org.rightparty.console.office.Funnel;
import org.rightparty.console.postgres.PostgresCampaignBook;
import org.rightparty.console.postgres.PostgresClientBook;
import org.rightparty.console.postgres.PostgresStaffBook;
import org.rightparty.console.web.AdministrationRoutes;
import org.rightparty.console.web.Passwords;
import org.rightparty.dialer.cli.Administration;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.Role;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/// Where staff and campaigns are kept, by command and by HTTP.
final class AdministrationOffice implements Administration {
    private final PostgresTables tables;
    private final StaffBook staff;
    private final CampaignBook campaigns;
    private final SecureRandom random = new SecureRandom();

    AdministrationOffice(PostgresTables tables) {
        this.tables = tables;
        this.staff = new PostgresStaffBook(tables.database(), tables.ledger());
        this.campaigns = new PostgresCampaignBook(tables.database(), tables.ledger());
    }

    /// For a command of its own.
    static AdministrationOffice open(DialerConfig config) {
        return new AdministrationOffice(Installed.open(config));
    }

    AdministrationRoutes routes() {
        return new AdministrationRoutes(staff, campaigns, Clocks.WALL, random);
    }

    /// Whether anybody may enter staff and campaigns on a page.
    boolean hasAdministrator() {
        return staff.all().stream()
                .anyMatch(member -> member.active() && member.roles().contains(Role.ADMIN));
    }

    @Override
    public StaffBook staff() {
        return staff;
    }

    @Override
    public CampaignBook campaigns() {
        return campaigns;
    }

    @Override
    public ClientBook clients() {
        return new PostgresClientBook(tables.database(), tables.ledger());
    }

    @Override
    public Optional<Funnel> whyNot(CampaignId campaign) {
        return tables.office().whyNot(campaign);
    }

    @Override
    public String hash(String password) {
        return new Passwords(random).hash(password);
    }

    @Override
    public String lineSecret() {
        return new Passwords(random).lineSecret();
    }

    @Override
    public Instant now() {
        return Clocks.WALL.instant();
    }

    @Override
    public void close() {
        tables.close();
    }
}
