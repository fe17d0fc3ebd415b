package org.rightparty.dialer.cli;

import org.rightparty.compliance.holds.Holds;
import org.rightparty.console.office.Office;
import org.rightparty.dialer.DialerConfig;

/// The officer's business on an opened database. Closing it closes the database.
public interface OfficeDoor extends AutoCloseable {
    Office office();

    Holds holds();

    @Override
    void close();

    /// Opens it.
    interface Opening {
        OfficeDoor open(DialerConfig config);
    }
}
