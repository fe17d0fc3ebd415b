package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.postgres.PostgresZones;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.TestSettings;
import org.rightparty.dialer.demo.postgres.DemoPortfolio;
import org.rightparty.dialer.demo.postgres.ShippedZones;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What a newcomer finds who exports the demonstration's ledger: a history that was entered on one
/// day, as it is told.
final class DemoLedgerTest {
    private static final Instant LOADED = Instant.parse("2026-03-02T15:00:00Z");
    private static final Database DATABASE = TestDatabase.fresh();
    @TempDir private static Path directory;
    private static Path config = Path.of("");

    @BeforeAll
    static void load() throws SQLException, IOException {
        DATABASE.transact(tx -> {
            new PostgresZones().load(tx);
            return tx;
        });
        new DemoPortfolio(DATABASE, ShippedZones.read(), _ -> "a hash", new SplittableRandom(1))
                .loadIfEmpty(42, LOADED);
        config = TestSettings.of(DATABASE, directory);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Said run(String... arguments) {
        return Said.of(new CommandLine(new LedgerCommand()), arguments);
    }

    private static Said export(String name, String... more) {
        String file = directory.resolve(name).toString();
        List<String> arguments =
                new ArrayList<>(List.of("export", file, "--config", config.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private static Said verify(String name) {
        return run("verify", directory.resolve(name).toString());
    }

    @Test
    void a_quarter_before_the_demonstration_holds_nothing_and_says_so() {
        Said said =
                export("q.zip", "--from", "2025-01-01T00:00:00Z", "--to", "2025-04-01T00:00:00Z");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .startsWith("wrote 0 of ")
                .contains("No entry lies in the period; the ledger's first checkpoint is of 20");
        Said verified = verify("q.zip");
        assertThat(verified.code()).isEqualTo(3);
        assertThat(verified.text())
                .contains("INTEGRITY: PROVEN", "COMPLETENESS: NOT PROVEN")
                .contains("after the period: nothing was sealed while it lasted");
    }

    @Test
    void a_week_of_the_invented_history_holds_that_week() {
        Said said =
                export("w.zip", "--from", "2026-02-01T00:00:00Z", "--to", "2026-02-08T00:00:00Z");
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .doesNotStartWith("wrote 0 of ")
                .contains("of them lie in the period");
        Said verified = verify("w.zip");
        assertThat(verified.text())
                .contains("INTEGRITY: PROVEN", "COMPLETENESS: NOT PROVEN")
                .doesNotContain("REFUSED");
    }

    @Test
    void replaying_it_names_the_invented_history_in_one_line() {
        assertThat(export("all.zip").code()).isZero();
        assertThat(verify("all.zip").code()).isZero();
        Said replayed = run("replay", directory.resolve("all.zip").toString());
        assertThat(replayed.code()).as(replayed.text()).isZero();
        assertThat(replayed.text().lines().toList())
                .hasSize(2)
                .anyMatch(line -> line.contains("are the demonstration's invented history"))
                .anyMatch(line -> line.startsWith("0 decisions decided again: 0 the same"));
    }

    @Test
    void replaying_a_week_of_it_says_what_the_file_lacks_and_what_to_do() {
        String week = directory.resolve("replayed.zip").toString();
        export("replayed.zip", "--from", "2026-02-01T00:00:00Z", "--to", "2026-02-08T00:00:00Z");
        Said replayed = run("replay", week);
        assertThat(replayed.code()).isEqualTo(1);
        assertThat(replayed.text())
                .contains("the entry of a demonstration, whose history it says it is")
                .containsOnlyOnce("export a period that goes on to that day, or the whole ledger.");
        String longer = directory.resolve("longer.zip").toString();
        export("longer.zip", "--from", "2026-02-01T00:00:00Z", "--to", "2026-03-03T00:00:00Z");
        assertThat(run("replay", longer).code()).isZero();
    }
}
