package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.cli.ExplainCommand;
import org.rightparty.dialer.cli.Said;
import org.rightparty.dialer.cli.WhyNotCommand;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// `compliance explain` and `why-not` as the shell calls them, over real tables.
final class OfficeCommandsTest {
    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private Path settings = Path.of("");

    @BeforeEach
    void settings() throws SQLException, IOException {
        settings = TestSettings.of(database, directory);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    explain --account 999  | finds and explains accounts by name
                    explain --decision 999 | no such decision; the page Records (#/records) finds
                    why-not --campaign 999 | no campaign 999; ./rightparty campaign list shows
                    why-not --campaign 999 --list DIALABLE | no campaign 999; ./rightparty camp
                    why-not --campaign 1 --list DIALABLE --most 0 | --most is 1 to 1000
                    """)
    void what_is_not_here_is_answered_with_where_to_find_it(String words, String says) {
        Said said =
                Said.of(
                        new CommandLine(command(words)),
                        (words + " --config " + settings).split(" ", 2)[1].split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("rightparty: ").contains(says);
        assertThat(said.err().lines()).hasSize(1);
    }

    private static Object command(String words) {
        return words.startsWith("explain")
                ? new ExplainCommand(OfficeOfTables::open)
                : new WhyNotCommand(OfficeOfTables::open);
    }
}
