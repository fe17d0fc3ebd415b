package org.rightparty.dialer.placement.postgres;

import org.rightparty.database.Database;
import org.rightparty.database.DatabaseFailure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The right to enter accounts, held by one import at a time, so that two files do not enter the
/// same person or account at the same moment: a person may be in files of two clients. An advisory
/// lock on a connection of its own: it outlives the transactions of the batches and ends with the
/// process.
final class PlacementTurn implements AutoCloseable {
    /// Keeps these locks apart from others of the database.
    private static final int KEY = 0x504C4143;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String WAITING =
            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                    + " AND database = (SELECT oid FROM pg_database"
                    + " WHERE datname = current_database())"
                    + " AND classid = 0 AND objid = "
                    + KEY
                    + " AND objsubid = 1";

    private final Connection connection;

    private PlacementTurn(Connection connection) {
        this.connection = connection;
    }

    /// Waits for the turn.
    ///
    /// @throws DatabaseFailure when the database fails
    static PlacementTurn take(Database database) {
        PlacementTurn turn = new PlacementTurn(database.ownConnection());
        try {
            turn.execute("SET lock_timeout = '1s'");
            turn.lock();
            return turn;
        } catch (SQLException failed) {
            turn.close();
            throw DatabaseFailure.from(failed);
        }
    }

    /// Whether another file waits for its turn.
    boolean isWanted() {
        try (Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery(WAITING)) {
            return waiting.next();
        } catch (SQLException failed) {
            throw DatabaseFailure.from(failed);
        }
    }

    /// Lets the others that wait go on first.
    void pass() {
        try {
            execute("SELECT pg_advisory_unlock(" + KEY + ")");
            lock();
        } catch (SQLException failed) {
            throw DatabaseFailure.from(failed);
        }
    }

    /// The connection answers within two seconds or breaks, so a long wait is many short ones.
    private void lock() throws SQLException {
        boolean locked = false;
        while (!locked) {
            try {
                execute("SELECT pg_advisory_lock(" + KEY + ")");
                locked = true;
            } catch (SQLException failed) {
                if (!LOCK_NOT_AVAILABLE.equals(failed.getSQLState())) {
                    throw failed;
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw DatabaseFailure.from(failed);
        }
    }
}
