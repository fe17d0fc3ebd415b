package org.rightparty.dialer.cli;

import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.postgres.LicenceDesk;
import org.rightparty.compliance.postgres.OverrideDesk;
import org.rightparty.console.office.Office;
import org.rightparty.dialer.DialerConfig;
import org.rightparty.vocabulary.AgentId;

import java.util.Optional;

/// The officer's business on an opened database. Closing it closes the database.
public interface OfficeDoor extends AutoCloseable {
    Office office();

    Holds holds();

    /// Our leave to collect, by place.
    LicenceDesk licences();

    /// Rules set aside by two people.
    OverrideDesk overrides();

    /// The officer or administrator who works here under this log-in name.
    Optional<AgentId> officer(String login);

    /// What is known of consumers from outside our own calls.
    Facts facts();

    /// Enters it in the ledger, in a transaction of its own.
    void enter(AuditEntry entry);

    @Override
    void close();

    /// Opens it.
    interface Opening {
        OfficeDoor open(DialerConfig config);
    }
}
