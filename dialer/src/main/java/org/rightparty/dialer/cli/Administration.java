package org.rightparty.dialer.cli;

import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.administration.StaffBook;
import org.rightparty.dialer.DialerConfig;

import java.time.Instant;

/// What the commands for staff and campaigns work on; closing it closes the database.
public interface Administration extends AutoCloseable {
    /// Opens it.
    interface Opening {
        Administration open(DialerConfig config);
    }

    StaffBook staff();

    CampaignBook campaigns();

    /// The stored form of a password.
    String hash(String password);

    /// A new SIP password of a line.
    String lineSecret();

    Instant now();

    @Override
    void close();
}
