package org.rightparty.database;

import java.nio.file.Path;

/// Which database to use.
public sealed interface DatabaseConfig {

    /// Connections in the pool; also how many transactions may run at once.
    int poolSize();

    /// A PostgreSQL that we start ourselves and whose files we keep.
    ///
    /// @param directory where its files live; made when missing
    record Embedded(Path directory, int poolSize) implements DatabaseConfig {}

    /// A PostgreSQL that is there already.
    ///
    /// @param url JDBC address, `jdbc:postgresql://host:5432/rightparty`
    record External(String url, String user, String password, int poolSize)
            implements DatabaseConfig {
        @Override
        public String toString() {
            return "External[url=" + url + ", user=" + user + "]";
        }
    }
}
