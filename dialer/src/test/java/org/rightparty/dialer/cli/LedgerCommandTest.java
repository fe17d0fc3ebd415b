package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.AUDIT_ENTRY;
import static org.rightparty.schema.generated.Tables.TASK;

import org.jooq.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.TestSettings;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The ledger's commands as the shell calls them.
final class LedgerCommandTest {
    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private Path config = Path.of("");

    @BeforeEach
    void settings() throws SQLException, IOException {
        config = TestSettings.of(database, directory);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path zip() {
        return directory.resolve("proof.zip");
    }

    private Said run(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command));
        if (!command.equals("verify")) {
            arguments.addAll(List.of("--config", config.toString()));
        }
        arguments.addAll(List.of(more));
        return Said.of(new CommandLine(new LedgerCommand()), arguments.toArray(String[]::new));
    }

    private int count(Condition which) {
        return database.transact(tx -> tx.fetchCount(AUDIT_ENTRY, which));
    }

    @Test
    void what_is_exported_is_verified_with_the_key_it_prints() throws IOException {
        Said exported = run("export", zip().toString());
        assertThat(exported.code()).as(exported.text()).isZero();
        assertThat(exported.text()).startsWith("wrote ").contains(" to " + zip());
        String key = run("key").text().strip();
        assertThat(key).startsWith("rightparty-");
        Said verified = run("verify", zip().toString(), "--key", key);
        assertThat(verified.text()).contains("INTEGRITY: PROVEN", "COMPLETENESS: PROVEN");
        assertThat(verified.code()).isZero();
        Path file = Files.writeString(directory.resolve("key.txt"), key + "\n");
        assertThat(run("verify", zip().toString(), "--key", file.toString()).code()).isZero();
        assertThat(count(AUDIT_ENTRY.KIND.eq("ledger.exported"))).isEqualTo(1);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(directory.resolve("ledger.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_that_is_there_is_overwritten_only_when_that_is_asked_for() throws IOException {
        Files.writeString(zip(), "an older export");
        Said refused = run("export", zip().toString());
        assertThat(refused)
                .isEqualTo(
                        new Said(
                                2,
                                "",
                                "rightparty: "
                                        + zip()
                                        + " is there already; name another file, or give"
                                        + " --force\n"));
        assertThat(zip()).hasContent("an older export");
        assertThat(count(AUDIT_ENTRY.KIND.eq("ledger.exported"))).isZero();
        assertThat(run("export", zip().toString(), "--force").text()).startsWith("wrote ");
        assertThat(run("verify", zip().toString()).text()).contains("INTEGRITY: PROVEN");
    }

    @Test
    void refuses_another_key_and_a_damaged_file() throws IOException {
        run("export", zip().toString());
        String key = run("key").text().strip();
        Files.move(directory.resolve("ledger.key"), directory.resolve("old.key"));
        String other = run("key").text().strip();
        assertThat(other).isNotEqualTo(key);
        Said refused = run("verify", zip().toString(), "--key", other);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.text()).contains("INTEGRITY: REFUSED");
        Files.writeString(zip(), "no ZIP");
        assertThat(run("verify", zip().toString()).text()).contains("the file is damaged");
    }

    @Test
    void a_selection_proves_integrity_and_says_that_it_cannot_show_completeness() {
        database.transact(tx ->
                tx.execute(
                        "INSERT INTO consumer (id, family_name)"
                                + " OVERRIDING SYSTEM VALUE VALUES (7, 'Example')"));
        Said exported = run("export", zip().toString(), "--consumer", "7", "--personal");
        assertThat(exported.code()).as(exported.text()).isEqualTo(1);
        assertThat(exported.text())
                .contains("wrote 0 of ", "no entry of the ledger is about consumer 7; check");
        Said verified = run("verify", zip().toString());
        assertThat(verified.code()).isEqualTo(3);
        assertThat(verified.text()).contains("INTEGRITY: PROVEN", "COMPLETENESS: NOT PROVEN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --consumer | 4711 | there is no consumer 4711; the page Records (#/records)
                    --campaign | 9    | there is no campaign 9; ./rightparty campaign show NAME
                    """)
    void of_a_number_that_nobody_has_nothing_is_exported(String whose, String id, String says) {
        Said refused = run("export", zip().toString(), whose, id);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).startsWith("rightparty: " + says).hasLineCount(1);
        assertThat(zip()).doesNotExist();
        assertThat(count(AUDIT_ENTRY.KIND.eq("ledger.exported"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export",
                "export F --from 2026-01-01T00:00:00Z",
                "export F --consumer 1 --campaign 2",
                "export F --consumer one",
                "reconcile --from yesterday",
                "verify",
                "seal"
            })
    void says_how_it_is_used(String arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = new CommandLine(new LedgerCommand());
        line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
        assertThat(line.execute(arguments.split(" "))).isEqualTo(2);
        assertThat(said.toString()).contains("Usage:");
    }

    @Test
    void each_difference_becomes_an_entry_and_a_task_once() throws IOException {
        assertThat(run("reconcile").text()).contains("0 differences, 0 of them new, 0 records");
        Path carrier = directory.resolve("carrier.csv");
        Files.writeString(
                carrier,
                "number,started_at,answered\n+12125550142,2026-04-07T12:00:00Z,true\n",
                StandardCharsets.UTF_8);
        String[] period = {
            "--carrier", carrier.toString(),
            "--from", "2026-04-07T00:00:00Z",
            "--to", "2026-04-08T00:00:00Z"
        };
        Said first = run("reconcile", period);
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.text())
                .contains("1 differences, 1 of them new, 1 records")
                .doesNotContain("2125550142");
        assertThat(run("reconcile", period).text()).contains("1 differences, 0 of them new");
        assertThat(count(AUDIT_ENTRY.KIND.eq("reconcile.difference"))).isEqualTo(1);
        assertThat(count(AUDIT_ENTRY.KIND.eq("reconcile.finished"))).isEqualTo(3);
        int tasks = database.transact(tx -> tx.fetchCount(TASK, TASK.KIND.eq("RECONCILE")));
        assertThat(tasks).isEqualTo(1);
    }
}
