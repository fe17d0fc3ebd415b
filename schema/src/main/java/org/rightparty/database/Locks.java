package org.rightparty.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/// Whom the server of a data directory lets in: `pg_hba.conf`. Directories that an earlier version
/// made let in everybody on the machine; they are locked while their server runs.
final class Locks {
    private static final Pattern OPEN = Pattern.compile("(local|host)\\s.*\\strust\\s*");
    private static final String LOCKED =
            """
            # Written by Rightparty: nobody gets in without a password.
            local all all              scram-sha-256
            host  all all 127.0.0.1/32 scram-sha-256
            host  all all ::1/128      scram-sha-256
            """;

    private Locks() {}

    /// Gives the superuser the password and asks everybody for theirs, unless that is so already.
    static void lock(Path directory, String url, ServerPassword password) throws IOException {
        Path rules = rules(directory);
        if (isOpen(rules)) {
            try (Connection connection =
                            DriverManager.getConnection(url, "postgres", password.text());
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER ROLE postgres PASSWORD '" + password.text() + "'");
                Files.writeString(rules, LOCKED);
                statement.execute("SELECT pg_reload_conf()");
            } catch (SQLException failed) {
                throw new IOException("its password cannot be set", failed);
            }
        }
    }

    static Path rules(Path directory) {
        return directory.resolve("pg_hba.conf");
    }

    /// Whether there is a server in the directory that asks for a password.
    static boolean isLocked(Path directory) throws IOException {
        return Files.exists(rules(directory)) && !isOpen(rules(directory));
    }

    private static boolean isOpen(Path rules) throws IOException {
        return Files.readAllLines(rules).stream().anyMatch(rule -> OPEN.matcher(rule).matches());
    }
}
