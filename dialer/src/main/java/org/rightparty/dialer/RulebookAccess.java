package org.rightparty.dialer;

import org.rightparty.compliance.postgres.RulebookDesk;
import org.rightparty.dialer.cli.RulebookOpening;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.vocabulary.AgentId;

import java.util.Optional;

/// Rulebooks and decisions, for a command of its own.
final class RulebookAccess implements RulebookOpening.Opened {
    private final PostgresTables tables;

    private RulebookAccess(PostgresTables tables) {
        this.tables = tables;
    }

    static RulebookOpening.Opened open(DialerConfig config) {
        return new RulebookAccess(Installed.open(config));
    }

    @Override
    public RulebookDesk desk() {
        return tables.rulebookDesk();
    }

    @Override
    public Optional<AgentId> officer(String login) {
        return Officers.officer(tables, login);
    }

    @Override
    public void close() {
        tables.close();
    }
}
