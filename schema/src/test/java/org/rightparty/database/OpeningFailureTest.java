package org.rightparty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

class OpeningFailureTest {
    private static final String KEY = "rightparty.database.user";

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    state | says
                    08001 | cannot be reached: nothing takes connections there; check right
                    28P01 | does not let the user floor in; check rightparty.database.user
                    28000 | does not let the user floor in; check rightparty.database.user
                    3D000 | has no database calls; make it with CREATE DATABASE
                    42501 | does not let the user floor make our tables; let this user own
                    53300 | has no connection left; raise its max_connections
                    57P03 | is starting or stopping; try again in a moment
                    42P01 | could not be brought up to date (SQLSTATE 42P01
                    """)
    void says_where_the_database_is_what_is_wrong_and_what_to_do(String state, String says) {
        Throwable cause =
                new RuntimeException(new SQLException("s", state, new ConnectException()));
        assertThat(
                        OpeningFailure.of(
                                "jdbc:postgresql://db.internal:5433/calls", "floor", KEY, cause))
                .hasMessageStartingWith("the database at db.internal:5433 ")
                .hasMessageContaining(says);
    }

    @Test
    void a_server_that_is_not_there_is_said_with_host_and_port() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/calls";
        assertThatThrownBy(
                        () -> Database.open(new DatabaseConfig.External(url, "floor", "hush", 4)))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("127.0.0.1:" + port + " cannot be reached: nothing takes")
                .hasMessageNotContaining("hush")
                .hasMessageNotContaining("Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SET checksum = checksum + 1                  | (its migration 003 is
                    SET version = '003.1', description = 'theirs' | 003.1 is
                    """)
    void a_database_that_another_version_made_is_told_as_that(String change, String says)
            throws SQLException {
        isRefused("UPDATE flyway_schema_history " + change + " WHERE version = '003'", says);
    }

    @Test
    void a_database_that_a_newer_version_brought_further_is_not_worked_on() throws SQLException {
        isRefused(
                """
                INSERT INTO flyway_schema_history
                SELECT 9999, '999', 'later', type, 'V999__later.sql', 1,
                    installed_by, installed_on, execution_time, success
                FROM flyway_schema_history WHERE version = '003'
                """,
                "(its migration 999 is not ours)");
    }

    private static void isRefused(String change, String says) throws SQLException {
        try (Database database = TestDatabase.fresh();
                Connection owner = TestDatabase.owner(database);
                Statement statement = owner.createStatement()) {
            statement.execute(change);
            DatabaseConfig config =
                    new DatabaseConfig.External(
                            owner.getMetaData().getURL(), "postgres", "postgres", 4);
            assertThatThrownBy(() -> Database.open(config))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("was made by another version of Rightparty")
                    .hasMessageContaining(says)
                    .hasMessageContaining("; start the version that ran on it last")
                    .hasMessageNotContaining("SQLSTATE")
                    .hasMessageNotContaining("Exception");
        }
    }

    @Test
    void says_the_usual_port_when_none_is_named() {
        assertThat(
                        OpeningFailure.of(
                                "jdbc:postgresql://db/calls", "floor", KEY, new RuntimeException()))
                .hasMessageStartingWith("the database at db:5432 ");
    }
}
