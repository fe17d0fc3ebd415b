package org.rightparty.dialer;

import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// Settings by which a command opens the database of a test.
public final class TestSettings {
    private TestSettings() {}

    /// @param directory where they are written, and where the command's own files will lie
    public static Path of(Database database, Path directory) throws SQLException, IOException {
        try (Connection owner = TestDatabase.owner(database)) {
            return Files.writeString(
                    directory.resolve("settings.conf"),
                    """
                    rightparty {
                      directory = "%s"
                      database { url = "%s", user = postgres, password = postgres, pool-size = 4 }
                    }
                    """
                            .formatted(directory, owner.getMetaData().getURL()));
        }
    }
}
