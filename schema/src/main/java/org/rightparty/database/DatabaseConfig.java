package org.rightparty.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which database to use.
public sealed interface DatabaseConfig {

    /// Connections in the pool; also how many transactions may run at once.
    int poolSize();

    /// A PostgreSQL that we start ourselves and whose files we keep.
    ///
    /// @param directory where its files live; made when missing
    record Embedded(Path directory, int poolSize) implements DatabaseConfig {
        /// Whether a database was made here: one that is opened where there is none is made.
        public boolean isMade() {
            return Files.exists(directory.resolve("PG_VERSION"));
        }
    }

    /// A PostgreSQL that is there already.
    ///
    /// @param url JDBC address, `jdbc:postgresql://host:5432/rightparty`
    /// @param owner who migrates the tables, when that is another than who works with them
    record External(String url, String user, String password, int poolSize, Optional<LogIn> owner)
            implements DatabaseConfig {
        /// One log-in for both.
        public External(String url, String user, String password, int poolSize) {
            this(url, user, password, poolSize, Optional.empty());
        }

        @Override
        public String toString() {
            return "External[url=" + url + ", user=" + user + "]";
        }
    }

    /// Name and password of a role of the database.
    record LogIn(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
