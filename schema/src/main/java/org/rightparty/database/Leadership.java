package org.rightparty.database;

import static org.rightparty.schema.generated.Tables.INSTALLATION;

import org.jooq.DSLContext;

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

    /// The number of our latest term; 0 before the first.
    private volatile long term;

    public Leadership(Database database) {
        this.database = database;
    }

    /// Whether this process may lead.
    public enum Standing {
        /// Another process holds the lock.
        FOLLOWING,
        /// We hold it, and nobody else has since we last did.
        LEADING,
        /// We have just taken it, and another may have led before: what it left is to be adopted.
        LEADING_ANEW
    }

    /// Holds the lock, taking it when it is free.
    ///
    /// @return false while another process holds it
    /// @throws DatabaseFailure when the database cannot say
    public boolean hold() {
        return stand() != Standing.FOLLOWING;
    }

    /// As [#hold], and says whether the lock was ours all the time. A lock that went with its
    /// connection and was taken again before anybody else did is.
    ///
    /// @throws DatabaseFailure when the database cannot say
    public synchronized Standing stand() {
        try {
            if (held.isPresent() && held.get().isValid(VALID_SECONDS_MAX)) {
                return Standing.LEADING;
            }
            close();
            Connection connection = database.ownConnection();
            if (take(connection)) {
                held = Optional.of(connection);
                return begin(connection);
            }
            connection.close();
            return Standing.FOLLOWING;
        } catch (SQLException failed) {
            throw DatabaseFailure.from(failed);
        }
    }

    private Standing begin(Connection connection) throws SQLException {
        long before = term;
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "UPDATE installation SET term = term + 1 RETURNING term")) {
            row.next();
            term = row.getLong(1);
        }
        return term == before + 1 && before > 0 ? Standing.LEADING : Standing.LEADING_ANEW;
    }

    /// Keeps the term as it is until `tx` ends, so that what only the leader may do commits in our
    /// term or not at all: another process that takes the right waits for `tx`, and finds what it
    /// left.
    ///
    /// @throws DatabaseFailure of the category FENCED when we never led, or another has since
    public void fence(DSLContext tx) {
        long latest =
                tx.select(INSTALLATION.TERM).from(INSTALLATION).forShare().fetchSingle().value1();
        if (term == 0 || term != latest) {
            throw new DatabaseFailure(
                    DatabaseFailure.Category.FENCED,
                    "our term was %d, the latest is %d".formatted(term, latest),
                    null);
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
