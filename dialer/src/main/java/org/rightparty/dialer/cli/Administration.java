package org.rightparty.dialer.cli;

import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.administration.ClientBook;
import org.rightparty.console.administration.StaffBook;
import org.rightparty.console.office.Funnel;
import org.rightparty.dialer.DialerConfig;
import org.rightparty.vocabulary.CampaignId;

import java.time.Instant;
import java.util.Optional;

/// What the commands for staff and campaigns work on; closing it closes the database.
public interface Administration extends AutoCloseable {
    /// Opens it.
    interface Opening {
        Administration open(DialerConfig config);
    }

    StaffBook staff();

    CampaignBook campaigns();

    ClientBook clients();

    /// How many accounts of a campaign may be dialed now, and why the others not; empty when there
    /// is no such campaign.
    Optional<Funnel> whyNot(CampaignId campaign);

    /// The stored form of a password.
    String hash(String password);

    /// A new SIP password of a line.
    String lineSecret();

    Instant now();

    @Override
    void close();
}
