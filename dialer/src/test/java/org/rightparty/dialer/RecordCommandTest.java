package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.CONSENT;
import static org.rightparty.schema.generated.Tables.CONTACT_EVENT;
import static org.rightparty.schema.generated.Tables.LOCATION_EVIDENCE;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.dialer.cli.RecordCommand;
import org.rightparty.dialer.cli.Said;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/// `compliance record` as the shell calls it, over real tables with one account.
final class RecordCommandTest {
    @TempDir Path directory;
    private @Nullable OneAccount it;

    @BeforeEach
    void open() throws SQLException, IOException {
        it = new OneAccount(directory);
    }

    @AfterEach
    void close() {
        it().close();
    }

    private OneAccount it() {
        return Objects.requireNonNull(it);
    }

    private Said record(String csv, String by) throws IOException {
        return it().run(RecordCommand::new, csv, by);
    }

    private String counted() {
        return it().database
                .transact(tx ->
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
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .startsWith("rightparty: " + directory.resolve("list.csv") + ": ")
                .contains("needs a column `at`")
                .hasLineCount(1);
        assertThat(it().opened()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "agent1"})
    void only_an_officer_answers_for_it(String by) throws IOException {
        Said said = record("kind,account,at,place\n", by);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .startsWith(
                        "rightparty: no officer or administrator with the log-in name "
                                + by
                                + " works here; ")
                .hasLineCount(1);
    }
}
