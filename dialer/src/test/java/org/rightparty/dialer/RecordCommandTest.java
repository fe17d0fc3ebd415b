package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONTACT_EVENT;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.PHONE;

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
import org.rightparty.dialer.cli.RecordCommand;
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

/// `compliance record` as the shell calls it, over real tables with one account.
final class RecordCommandTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z"));

    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private Path settings = Path.of("");
    private int opened;

    @BeforeEach
    void oneAccountAgentAndOfficer() throws SQLException, IOException {
        Path placed = TestOffice.file(directory, Sample.row());
        TestOffice office = new TestOffice(TestDatabase.asOwner(database), CLOCK);
        new CommandLine(new ImportCommand(_ -> office))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(placed.toString(), "--client", "Bank", "--new-client", "--practice");
        TestFloor floor = new TestFloor(database);
        floor.people(List.of("1001", "1002"), "secret");
        floor.run("UPDATE agent SET login = 'officer1' WHERE login = 'agent2'");
        floor.run(
                """
                UPDATE agent_role SET role = 'OFFICER'
                WHERE agent_id = (SELECT id FROM agent WHERE login = 'officer1')
                """);
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

    private Said record(String csv, String by) throws IOException {
        Path list = Files.writeString(directory.resolve("facts.csv"), csv);
        StringWriter text = new StringWriter();
        int code =
                new CommandLine(new RecordCommand(this::open))
                        .setOut(new PrintWriter(text))
                        .execute(list.toString(), "--by", by, "--config", settings.toString());
        return new Said(code, text.toString());
    }

    private OfficeDoor open(DialerConfig config) {
        opened++;
        return OfficeOfTables.open(config);
    }

    private String counted() {
        return database.transact(tx ->
                tx.fetchCount(LOCATION_EVIDENCE)
                        + " places, "
                        + tx.fetchCount(CONTACT_EVENT)
                        + " contacts, "
                        + tx.fetchCount(CONSENT, CONSENT.KIND.eq("TIME"))
                        + " consents, "
                        + tx.fetchCount(PHONE, PHONE.LINE_KNOWN_AT.isNotNull())
                        + " look-ups");
    }

    @Test
    void what_a_file_says_is_recorded_once_and_its_faults_are_named() throws IOException {
        String csv =
                """
                kind,number,at,place,contact,result,consent,change,hours_from,hours_to,line_type
                PLACE,(614) 555-0101,2026-06-14T12:00:00Z,US-CA,,,,,,,
                CONTACT,(614) 555-0101,2026-06-14T12:00:00Z,,INBOUND_CALL,CONVERSATION,,,,,
                CONSENT,(614) 555-0101,2026-06-14T12:00:00Z,,,,TIME,GIVEN,20:00,22:00,
                LOOK_UP,(614) 555-0101,2026-06-14T12:00:00Z,,,,,,,,LANDLINE
                LOOK_UP,(614) 555-0199,2026-06-14T12:00:00Z,,,,,,,,LANDLINE
                PLACE,(614) 555-0101,2026-06-14T12:00:00Z,US-XX,,,,,,,
                """;
        Said first = record(csv, "officer1");
        assertThat(first.code()).as(first.text()).isEqualTo(1);
        assertThat(first.text())
                .contains("row 7, place \"US-XX\": There is no such state or province.")
                .contains("6 rows: 4 recorded, 0 known already, nobody here for 1, 1 refused");
        assertThat(counted()).isEqualTo("1 places, 1 contacts, 1 consents, 1 look-ups");
        assertThat(record(csv, "officer1").text()).contains("0 recorded, 4 known already");
        assertThat(counted()).isEqualTo("1 places, 1 contacts, 1 consents, 1 look-ups");
    }

    @Test
    void a_file_that_is_none_is_told_before_a_database_is_opened() throws IOException {
        Said said = record("kind,number\nPLACE,(614) 555-0101\n", "officer1");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("needs a column `at`");
        assertThat(opened).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "agent1"})
    void only_an_officer_answers_for_it(String by) throws IOException {
        Said said = record("kind,account,at,place\n", by);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text())
                .contains(
                        "No officer or administrator with the log-in name " + by + " works here.");
    }
}
