package org.rightparty.dialer;

import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.cli.ImportCommand;
import org.rightparty.dialer.cli.OfficeDoor;
import org.rightparty.dialer.cli.Said;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.postgres.TestOffice;
import org.rightparty.dialer.robot.TestFloor;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// Real tables with one account, `agent1` and `officer1`, and commands that take a list, as the
/// shell runs them.
final class OneAccount implements AutoCloseable {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z"));

    final Database database = TestDatabase.fresh();
    private final Path directory;
    private final Path settings;
    private int opened;

    OneAccount(Path directory) throws SQLException, IOException {
        this.directory = directory;
        this.settings = TestSettings.of(database, directory);
        Path placed = TestOffice.file(directory, Sample.row());
        TestOffice office = new TestOffice(TestDatabase.asOwner(database), CLOCK);
        new CommandLine(new ImportCommand(_ -> office))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(placed.toString(), "--client", "Bank", "--new-client", "--practice");
        new TestFloor(database).people(List.of("1001"), "secret");
    }

    Said run(Function<OfficeDoor.Opening, Object> command, String csv, String by)
            throws IOException {
        Path list = Files.writeString(directory.resolve("list.csv"), csv);
        return Said.of(
                new CommandLine(command.apply(this::open)),
                list.toString(),
                "--by",
                by,
                "--config",
                settings.toString());
    }

    private OfficeDoor open(DialerConfig config) {
        opened++;
        return OfficeOfTables.open(config);
    }

    /// How often a command opened the database.
    int opened() {
        return opened;
    }

    @Override
    public void close() {
        database.close();
    }
}
