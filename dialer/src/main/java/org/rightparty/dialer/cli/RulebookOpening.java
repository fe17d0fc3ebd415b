package org.rightparty.dialer.cli;

import org.rightparty.compliance.postgres.RulebookDesk;
import org.rightparty.dialer.DialerConfig;
import org.rightparty.vocabulary.AgentId;

import java.util.Optional;

/// Opens what commands about rulebooks and decisions need.
@FunctionalInterface
public interface RulebookOpening {
    Opened open(DialerConfig config);

    /// Closing it closes the database.
    interface Opened extends AutoCloseable {
        RulebookDesk desk();

        /// The officer or administrator of this log-in name; empty when none works here.
        Optional<AgentId> officer(String login);

        @Override
        void close();
    }
}
