package org.rightparty.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseFailure;
import org.rightparty.database.Partitions;
import org.rightparty.database.TestDatabase;

import java.time.Instant;
import java.util.List;

/// The migrated tables as a whole.
class MigrationsTest {
    private static final String TABLES =
            """
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace
                AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            """;

    /// A trigger before each row's change (1, 2) for both update (16) and delete (8).
    private static final String GUARDED =
            """
            EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgenabled = 'O'
                AND t.tgfoid = 'refuse_change()'::regprocedure AND t.tgtype & 27 = 27)
            """;

    private static Database database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void every_table_and_column_says_what_it_is() {
        List<String> silent =
                column(
                        """
                        SELECT c.relname || coalesce('.' || a.attname, '')
                        FROM pg_class c
                        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
                        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                            AND NOT a.attisdropped
                        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                            AND c.relname <> 'flyway_schema_history'
                            AND (col_description(c.oid, a.attnum) IS NULL
                                OR obj_description(c.oid, 'pg_class') IS NULL)
                        """);

        assertThat(silent).isEmpty();
    }

    /// By their comments, so that a table that is to be append-only and lacks its guard is found.
    @Test
    void append_only_tables_refuse_changes() {
        List<String> meant = column(TABLES + "AND obj_description(c.oid) ILIKE '%append-only%'");
        List<String> guarded = column(TABLES + "AND " + GUARDED);

        assertThat(meant)
                .contains("attempt", "audit_entry", "balance_entry", "disposition", "note")
                .isSubsetOf(guarded);
        for (String table : guarded) {
            for (String change : List.of("UPDATE", "DELETE", "TRUNCATE")) {
                assertThat(may(table, change)).as(table).containsExactly("false");
            }
            String any = settable(table);
            refused("UPDATE %1$s SET %2$s = %2$s".formatted(table, any));
            refused("DELETE FROM " + table);
        }
    }

    private static List<String> may(String table, String change) {
        return column("SELECT has_table_privilege('%s', '%s')::text".formatted(table, change));
    }

    /// A column whose change is not refused for a reason of its own.
    private static String settable(String table) {
        return column(
                        """
                        SELECT quote_ident(attname) FROM pg_attribute
                        WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped
                            AND attidentity = '' AND attgenerated = ''
                        """
                                .formatted(table))
                .getFirst();
    }

    /// For lack of the privilege.
    private static void refused(String sql) {
        assertThatThrownBy(() -> database.transact(tx -> tx.execute(sql)))
                .as(sql)
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("42501");
    }

    @Test
    void partitions_are_made_once_and_ahead() {
        Instant nextDecade = Instant.parse("2035-06-15T00:00:00Z");
        Partitions partitions = new Partitions(database);

        assertThat(partitions.makeAhead(nextDecade)).isPositive();
        assertThat(partitions.makeAhead(nextDecade)).isZero();
        assertThat(column("SELECT 'x' WHERE to_regclass('attempt_y2035m12') IS NOT NULL"))
                .hasSize(1);
    }

    @Test
    void a_row_without_a_partition_is_an_error_and_not_a_loss() {
        assertThatThrownBy(() ->
                        database.transact(tx ->
                                tx.execute(
                                        """
                                        INSERT INTO audit_entry
                                            (at, kind, actor, payload, leaf_hash)
                                        VALUES ('1999-01-01', 'x.y', 'program', '{}', sha256(''))
                                        """)))
                .isInstanceOf(DatabaseFailure.class)
                .extracting(failure -> ((DatabaseFailure) failure).category())
                .isEqualTo(DatabaseFailure.Category.REFUSED);
    }

    private static List<String> column(String sql) {
        return database.transact(tx -> tx.fetch(sql).getValues(0, String.class));
    }
}
