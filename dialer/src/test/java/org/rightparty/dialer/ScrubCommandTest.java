package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.HOLD;
import static org.rightparty.schema.generated.Tables.PREFERENCE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.cli.ImportCommand;
import org.rightparty.dialer.cli.OfficeDoor;
import org.rightparty.dialer.cli.ScrubCommand;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.postgres.TestOffice;
import org.rightparty.dialer.robot.TestFloor;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// `compliance scrub` as the shell calls it, over real tables with one account.
final class ScrubCommandTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z"));

    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private Path settings = Path.of("");
    private int opened;

    @BeforeEach
    void oneAccountAndOneAgent() throws SQLException, IOException {
        Path placed = TestOffice.file(directory, Sample.row());
        TestOffice office = new TestOffice(TestDatabase.asOwner(database), CLOCK);
        new CommandLine(new ImportCommand(_ -> office))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(placed.toString(), "--client", "Bank", "--new-client", "--practice");
        new TestFloor(database).people(List.of("1001"), "secret");
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

    private record Said(int code, String text) {}

    private Said scrub(String csv, String by) throws IOException {
        Path list = Files.writeString(directory.resolve("list.csv"), csv);
        StringWriter text = new StringWriter();
        int code =
                new CommandLine(new ScrubCommand(this::open))
                        .setOut(new PrintWriter(text))
                        .execute(list.toString(), "--by", by, "--config", settings.toString());
        return new Said(code, text.toString());
    }

    private OfficeDoor open(DialerConfig config) {
        opened++;
        return OfficeOfTables.open(config);
    }

    private int holds() {
        return database.transact(tx -> tx.fetchCount(HOLD));
    }

    @Test
    void holds_stand_for_whom_the_list_names_and_the_tally_says_so() throws IOException {
        Said said = scrub("number,bar\n(614) 555-0101,CEASE\n(614) 555-0199,CEASE\n", "agent1");
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("2 rows: 1 holds stand, nobody here for 1, 0 refused");
        assertThat(holds()).isEqualTo(1);
    }

    @Test
    void the_same_list_twice_changes_nothing() throws IOException {
        String list =
                """
                number,bar,until,from,to,place
                (614) 555-0101,ATTORNEY,2027-01-31T05:00:00Z,,,
                (614) 555-0101,INCONVENIENT_TIME,,21:00,08:00,
                (614) 555-0101,INCONVENIENT_PLACE,,,,WORK
                """;
        Said once = scrub(list, "agent1");
        assertThat(once.text()).contains("3 rows: 3 holds stand", "0 refused");
        assertThat(scrub(list, "agent1")).isEqualTo(once);
        assertThat(holds()).isEqualTo(1);
        int wishes = database.transact(tx -> tx.fetchCount(PREFERENCE));
        assertThat(wishes).isEqualTo(2);
    }

    @Test
    void a_row_that_is_refused_is_told_and_the_others_stand() throws IOException {
        Said said = scrub("number,bar\nnone,CEASE\n(614) 555-0101,CEASE\n", "agent1");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("row 2: ", "1 refused");
        assertThat(holds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number,bar\n(614) 555-0101,CEASE\n\"(614) 555-0101,CEASE\n",
                "number,why\n(614) 555-0101,CEASE\n",
                "number\n(614) 555-0101\n"
            })
    void a_list_that_is_none_is_told_before_a_database_is_opened(String csv) throws IOException {
        Said said = scrub(csv, "agent1");
        assertThat(said.code()).isEqualTo(2);
        assertThat(opened).isZero();
        assertThat(holds()).isZero();
    }

    @Test
    void nobody_answers_for_it_under_a_name_that_is_not_here() throws IOException {
        Said said = scrub("number,bar\n(614) 555-0101,CEASE\n", "nobody");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("Nobody with the log-in name nobody works here.");
        assertThat(holds()).isZero();
    }
}
