package org.rightparty.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// Says within two seconds whether the database answers, over a connection of its own: turns at the
/// pool may be long, and a statement on a server that is frozen has no end.
public final class Pulse implements AutoCloseable {
    private final Database database;
    private Optional<Connection> held = Optional.empty();

    public Pulse(Database database) {
        this.database = database;
    }

    /// Returns when the database has answered. Blocks; call it on virtual threads only.
    ///
    /// @throws DatabaseFailure when it does not answer
    public synchronized void feel() {
        Connection connection = held.orElseGet(database::ownConnection);
        held = Optional.of(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException gone) {
            close();
            throw DatabaseFailure.from(gone);
        }
    }

    @Override
    public synchronized void close() {
        Optional<Connection> connection = held;
        held = Optional.empty();
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException gone) {
            throw DatabaseFailure.from(gone);
        }
    }
}
