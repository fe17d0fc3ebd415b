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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private static final Path CHECKSUMS = Path.of("src/test/golden/migrations.txt");

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

    /// A database that has one already never sees its change, and does not start any more.
    @Test
    void migrations_stay_as_they_were_written() throws IOException {
        List<String> written = Files.readAllLines(CHECKSUMS);
        List<String> applied = checksums();
        if ("write".equals(System.getProperty("golden"))) {
            written = withNew(written, applied);
            Files.write(CHECKSUMS, written);
        }

        assertThat(applied)
                .as(
                        """
                        Put what changed into a new migration. A new one is entered here by \
                        running this test with -Dgolden=write, which leaves the others as they are.\
                        """)
                .containsExactlyElementsOf(written);
    }

    private static List<String> checksums() {
        try (Database owner = TestDatabase.asOwner(database)) {
            return column(
                    owner,
                    """
                    SELECT version || ' ' || checksum FROM flyway_schema_history
                    WHERE version IS NOT NULL ORDER BY version
                    """);
        }
    }

    private static List<String> withNew(List<String> written, List<String> applied) {
        Set<String> versions =
                new HashSet<>(written.stream().map(MigrationsTest::version).toList());
        List<String> all = new ArrayList<>(written);
        applied.stream().filter(line -> versions.add(version(line))).forEach(all::add);
        return all;
    }

    private static String version(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    /// What a file said may be erased in its time, and not be mended.
    @Test
    void rejected_rows_are_never_changed() {
        long run = 163;
        try (Database owner = TestDatabase.asOwner(database)) {
            owner.transact(tx -> {
                tx.execute("SET LOCAL session_replication_role = replica");
                return tx.execute(
                        """
                        INSERT INTO import_reject
                            (import_run_id, row_number, field, value, reason, mend)
                        VALUES (%d, 2, 'zip', '4300', 'too short', 'five digits')
                        """
                                .formatted(run));
            });
        }
        String mine = " WHERE import_run_id = " + run;

        assertThatThrownBy(() ->
                        database.transact(tx ->
                                tx.execute("UPDATE import_reject SET value = '43004'" + mine)))
                .isInstanceOf(DatabaseFailure.class);
        assertThat(column("SELECT value FROM import_reject" + mine)).containsExactly("4300");
        int erased = database.transact(tx -> tx.execute("DELETE FROM import_reject" + mine));
        assertThat(erased).isOne();
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
        return column(database, sql);
    }

    private static List<String> column(Database asked, String sql) {
        return asked.transact(tx -> tx.fetch(sql).getValues(0, String.class));
    }
}
