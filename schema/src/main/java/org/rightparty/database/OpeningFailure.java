package org.rightparty.database;

import org.flywaydb.core.api.exception.FlywayValidateException;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

/// Why a database could not be opened, for the person who set it up: where it is, what is wrong,
/// and what to do about it.
final class OpeningFailure {
    private static final int PORT = 5432;
    private static final Pattern VERSION =
            Pattern.compile("(?:migration version|not resolved locally:) (\\d+(?:\\.\\d+)*)");

    private OpeningFailure() {}

    /// @param url JDBC address
    /// @param key where the right to log in is written down
    static DatabaseFailure of(String url, String user, String key, Throwable cause) {
        DatabaseFailure plain = DatabaseFailure.from(cause);
        return new DatabaseFailure(
                plain.category(),
                "the database " + where(url) + " " + why(url, user, key, cause),
                cause);
    }

    /// Host, port and name.
    private static String where(String url) {
        URI uri = uri(url);
        String host = uri.getHost() == null ? "localhost" : uri.getHost();
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        return "at " + host + ":" + port;
    }

    private static String name(String url) {
        String path = uri(url).getPath();
        return path == null || path.length() < 2 ? "" : path.substring(1);
    }

    private static URI uri(String url) {
        try {
            return URI.create(url.replaceFirst("^jdbc:", ""));
        } catch (IllegalArgumentException severalHosts) {
            return URI.create("postgresql:");
        }
    }

    /// By SQLSTATE, PostgreSQL documentation appendix A.
    private static String why(String url, String user, String key, Throwable cause) {
        if (cause instanceof FlywayValidateException otherwise) {
            return "was made by another version of Rightparty, newer than this one or changed"
                    + migration(otherwise)
                    + "; start the version that ran on it last, or a newer one, or restore the"
                    + " backup from before";
        }
        Optional<SQLException> told = told(cause);
        String state = told.map(SQLException::getSQLState).orElse("");
        return switch (state) {
            case "28P01", "28000" -> "does not let the user " + user + " in; check " + key;
            case "3D000" ->
                    "has no database "
                            + name(url)
                            + "; make it with CREATE DATABASE, or correct rightparty.database.url";
            case "42501" ->
                    "does not let the user "
                            + user
                            + " make our tables; let this user own the database";
            case "53300" ->
                    "has no connection left; raise its max_connections, or lower"
                            + " rightparty.database.pool-size";
            case "57P03" -> "is starting or stopping; try again in a moment";
            default ->
                    state.startsWith("08")
                            ? "cannot be reached"
                                    + met(cause)
                                    + "; check rightparty.database.url, that the server runs, and"
                                    + " that nothing stands between"
                            : "could not be brought up to date (SQLSTATE "
                                    + (state.isEmpty() ? "unknown" : state)
                                    + "); it must be a PostgreSQL 16 or newer that is ours alone";
        };
    }

    /// Which of our migrations is not as it was run there, where it is known.
    private static String migration(FlywayValidateException otherwise) {
        Matcher named = VERSION.matcher(String.valueOf(otherwise.getMessage()));
        return named.find() ? " (its migration " + named.group(1) + " is not ours)" : "";
    }

    /// What was met on the way there, as far as it is known.
    private static String met(Throwable cause) {
        return switch (root(cause)) {
            case UnknownHostException _ -> ": no machine of that name is known";
            case ConnectException _ -> ": nothing takes connections there";
            case NoRouteToHostException _ -> ": no way leads there";
            case SocketTimeoutException _ -> ": nothing answered in time";
            case SSLException _ -> ": it did not agree on encryption";
            default -> "";
        };
    }

    /// The deepest error of the server's or the driver's.
    private static Optional<SQLException> told(Throwable cause) {
        Optional<SQLException> deepest = Optional.empty();
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                deepest = Optional.of(sql);
            }
        }
        return deepest;
    }

    private static Throwable root(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
