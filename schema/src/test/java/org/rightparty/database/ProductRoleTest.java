package org.rightparty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/// What the product's role may not do to the ledger, with an external database and an embedded one.
class ProductRoleTest {
    private static final List<String> FORBIDDEN =
            List.of(
                    "UPDATE audit_entry SET kind = 'x.y'",
                    "DELETE FROM audit_entry",
                    "TRUNCATE audit_entry",
                    "UPDATE ledger_leaf SET seq = seq + 1",
                    "DELETE FROM ledger_leaf",
                    "TRUNCATE ledger_leaf",
                    "DELETE FROM ledger_tile",
                    "DELETE FROM ledger_checkpoint",
                    "UPDATE ledger_checkpoint SET note = ''",
                    "DELETE FROM ledger_timestamp",
                    "DELETE FROM gate_decision",
                    "TRUNCATE attempt",
                    "UPDATE attempt_end SET outcome = 'X'",
                    "INSERT INTO ledger_unsealed SELECT 1, now(), sha256('')",
                    "UPDATE ledger_unsealed SET leaf_hash = sha256('')",
                    "UPDATE audit_personal SET value = ''",
                    "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
                    "DROP TABLE audit_entry",
                    "SET session_replication_role = replica",
                    "SELECT setval('audit_entry_numbers', 1)",
                    "SELECT grant_to_product()");

    private static Database external;
    private static Database embedded;
    @TempDir private static Path directory;

    @BeforeAll
    static void open() {
        external = TestDatabase.fresh();
        embedded = Database.open(new DatabaseConfig.Embedded(directory.resolve("db"), 4));
    }

    @AfterAll
    static void close() {
        external.close();
        embedded.close();
    }

    @Test
    void the_product_cannot_change_what_is_append_only() {
        for (Database database : List.of(external, embedded)) {
            for (String sql : FORBIDDEN) {
                assertThatThrownBy(() -> execute(database.dataSource().getConnection(), sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
                assertThatThrownBy(() -> execute(database.ownConnection(), sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void no_partition_is_open_to_the_product() {
        for (Database database : List.of(external, embedded)) {
            new Partitions(database).makeAhead(Instant.parse("2033-06-15T00:00:00Z"));
            List<String> open =
                    database.transact(tx ->
                            tx.fetch(
                                            """
                                            SELECT relname FROM pg_class
                                            WHERE relispartition AND relkind = 'r'
                                                AND has_table_privilege(oid,
                                                    'INSERT, UPDATE, DELETE, TRUNCATE')
                                            """)
                                    .getValues(0, String.class));
            assertThat(open).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESET ROLE", "DISCARD ALL", "RESET ALL"})
    void the_role_outlives_a_reset(String sql) throws SQLException {
        for (Database database : List.of(external, embedded)) {
            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
                assertThatThrownBy(() -> statement.execute("DELETE FROM audit_entry"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    /// The owner is held by the triggers, until she disables them; then the seals tell.
    @Test
    void not_even_the_owner_changes_it_by_accident() throws SQLException {
        try (Connection owner = TestDatabase.owner(external)) {
            assertThatThrownBy(() -> execute(owner, "TRUNCATE audit_entry"))
                    .hasMessageContaining("append-only");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
