package org.rightparty.database;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/// The database could not do its part. The category says what the caller can do about it.
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What went wrong, as far as a caller cares.
    public enum Category {
        /// No connection: stop dialing, try again later.
        UNREACHABLE,
        /// Another transaction was in the way: the same work may be tried again at once.
        CONFLICT,
        /// A rule of the schema refused the work: a bug, or a fact that changed meanwhile.
        REFUSED,
        /// Another process has taken the right to lead: what only the leader may do is not done.
        FENCED,
        /// Anything else.
        OTHER
    }

    private final Category category;

    public DatabaseFailure(Category category, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.category = category;
    }

    public Category category() {
        return category;
    }

    /// Says what a fault of the driver or of jOOQ means.
    public static DatabaseFailure from(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                Category category = category(sql.getSQLState());
                return new DatabaseFailure(
                        category, "database: SQLSTATE " + sql.getSQLState(), cause);
            }
        }
        return new DatabaseFailure(
                Category.OTHER, "database: " + cause.getClass().getName(), cause);
    }

    /// SQLSTATE classes, PostgreSQL documentation appendix A.
    private static Category category(String state) {
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
            return Category.UNREACHABLE;
        } else if (state.startsWith("40") || state.equals("55P03")) {
            return Category.CONFLICT;
        } else if (state.startsWith("22") || state.startsWith("23") || state.startsWith("42")) {
            return Category.REFUSED;
        } else {
            return Category.OTHER;
        }
    }
}
