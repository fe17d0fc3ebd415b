package org.rightparty.dialer.cli;

import org.rightparty.compliance.postgres.RulebookDesk;
import org.rightparty.dialer.DialerConfig;

/// Opens what commands about rulebooks and decisions need.
@FunctionalInterface
public interface RulebookOpening {
    Opened open(DialerConfig config);

    /// Closing it closes the database.
    interface Opened extends AutoCloseable {
        RulebookDesk desk();

        @Override
        void close();
    }
}
