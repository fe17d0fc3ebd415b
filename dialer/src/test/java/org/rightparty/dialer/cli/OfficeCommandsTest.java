package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.facts.Facts;
import org.rightparty.compliance.holds.Holds;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.postgres.LicenceDesk;
import org.rightparty.compliance.postgres.OverrideDesk;
import org.rightparty.console.office.Office;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.vocabulary.AgentId;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/// `compliance explain` and `why-not` as the shell calls them, over real tables.
final class OfficeCommandsTest {
    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private Path settings = Path.of("");

    @BeforeEach
    void settings() throws SQLException, IOException {
        try (Connection owner = TestDatabase.owner(database)) {
            settings =
                    Files.writeString(
                            directory.resolve("settings.conf"),
                            """
                            rightparty.database {
                              url = "%s", user = postgres, password = postgres
                            }
                            """
                                    .formatted(owner.getMetaData().getURL()));
        }
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
                    """)
    void what_is_not_here_is_answered_with_where_to_find_it(String words, String says) {
        StringWriter text = new StringWriter();
        int code =
                new CommandLine(command(words))
                        .setOut(new PrintWriter(text))
                        .execute((words + " --config " + settings).split(" ", 2)[1].split(" "));
        assertThat(code).isEqualTo(2);
        assertThat(text.toString()).contains(says);
        assertThat(text.toString().lines()).hasSize(1);
    }

    private static Object command(String words) {
        return words.startsWith("explain")
                ? new ExplainCommand(config -> new Door(tables(config.database())))
                : new WhyNotCommand(config -> new Door(tables(config.database())));
    }

    private static PostgresTables tables(DatabaseConfig config) {
        return PostgresTables.open(config, InstantSource.fixed(TestAdministration.NOW));
    }

    private record Door(PostgresTables tables) implements OfficeDoor {
        @Override
        public Office office() {
            return tables.office();
        }

        @Override
        public Holds holds() {
            return tables.holds();
        }

        @Override
        public LicenceDesk licences() {
            return tables.licences();
        }

        @Override
        public OverrideDesk overrides() {
            return tables.overrides();
        }

        @Override
        public Optional<AgentId> officer(String login) {
            return Optional.of(new AgentId(login.equals("olivia") ? 1 : 2));
        }

        @Override
        public Facts facts() {
            return tables.facts();
        }

        @Override
        public Optional<AgentId> member(String login) {
            return Optional.empty();
        }

        @Override
        public void enter(AuditEntry entry) {
            tables.database()
                    .transact(tx -> {
                        tables.entries().append(tx, entry);
                        return entry;
                    });
        }

        @Override
        public void close() {
            tables.close();
        }
    }
}
