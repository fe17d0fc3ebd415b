package org.rightparty.dialer;

import org.rightparty.database.DatabaseConfig;
import org.rightparty.dialer.cli.NotDone;
import org.rightparty.dialer.postgres.PostgresTables;

/// Opens an installation that is there: a mistyped directory is not made a new one.
public final class Installed {
    private Installed() {}

    /// @throws NotDone when no database was made there
    public static PostgresTables open(DialerConfig config) {
        if (config.database() instanceof DatabaseConfig.Embedded embedded && !embedded.isMade()) {
            throw new NotDone(
                    "there is no database in " + config.directory(),
                    "correct --data or --config, or begin one there with ./rightparty run");
        }
        return PostgresTables.open(config.database(), config.collector(), Clocks.WALL);
    }
}
