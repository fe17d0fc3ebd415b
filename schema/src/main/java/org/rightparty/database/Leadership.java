package org.rightparty.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// The right to run the campaigns of a database: one process at a time holds PostgreSQL's advisory
/// lock, and loses it with its connection.
public final class Leadership implements AutoCloseable {
    /// "rightpty" in ASCII: a key that nobody else uses by chance.
    private static final long KEY = 0x7269676874707479L;

    private static final int VALID_SECONDS_MAX = 2;

    private final Database database;
    private Optional<Connection> held = Optional.empty();

    public Leadership(Database database) {
        this.database = database;
    }

    /// Holds the lock, taking it when it is free.
    ///
    /// @return false while another process holds it
    /// @throws DatabaseFailure when the database cannot say
    public synchronized boolean hold() {
        try {
            if (held.isPresent() && held.get().isValid(VALID_SECONDS_MAX)) {
                return true;
            }
            close();
            Connection connection = database.ownConnection();
            if (take(connection)) {
                held = Optional.of(connection);
                return true;
            }
            connection.close();
            return false;
        } catch (SQLException failed) {
            throw DatabaseFailure.from(failed);
        }
    }

    private static boolean take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT pg_try_advisory_lock(" + KEY + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (held.isPresent()) {
                held.get().close();
            }
        } catch (SQLException gone) {
            throw DatabaseFailure.from(gone);
        } finally {
            held = Optional.empty();
        }
    }
}
