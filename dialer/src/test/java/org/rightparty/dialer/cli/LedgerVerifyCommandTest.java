package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.postgres.Office;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.TestSettings;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;

/// What `ledger verify` says of the decisions in an export.
final class LedgerVerifyCommandTest {
    private static final Instant NIGHT = Instant.parse("2026-04-07T05:00:00Z");
    private final Database database = TestDatabase.fresh();
    private final Office office = new Office(database);
    @TempDir Path directory;

    @BeforeEach
    void decide() {
        office.reserve(office.request(office.debtor()), NIGHT);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Path export() throws SQLException, IOException {
        String config = TestSettings.of(database, directory).toString();
        Path file = directory.resolve("proof.zip");
        run("export", file.toString(), "--config", config);
        return file;
    }

    private Said verifyExport() throws SQLException, IOException {
        return run("verify", export().toString());
    }

    private static Said run(String... arguments) {
        return Said.of(new CommandLine(new LedgerCommand()), arguments);
    }

    @Test
    void decisions_are_decided_again_by_the_enclosed_rulebooks() throws SQLException, IOException {
        Said verified = verifyExport();
        assertThat(verified.text())
                .contains("INTEGRITY: PROVEN")
                .endsWith(
                        "DECISIONS: PROVEN. Decided again by the enclosed rulebooks, 1 give the"
                                + " same verdict.\n");
        assertThat(verified.code()).isZero();
    }

    @Test
    void what_was_left_out_of_the_file_proves_no_decision() throws SQLException, IOException {
        Path file = export();
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("/decisions.jsonl"), "");
        }
        Said verified = run("verify", file.toString());
        assertThat(verified.text()).contains("DECISIONS: NOT PROVEN", "1 cannot be");
        assertThat(verified.code()).isEqualTo(3);
    }

    /// What was sealed is whole, and yet not what the rules say: somebody decided by others.
    @Test
    void a_verdict_that_the_rulebooks_do_not_give_is_refused() throws SQLException, IOException {
        try (Database owner = TestDatabase.asOwner(database)) {
            owner.transact(tx -> {
                tx.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only");
                tx.execute(
                        """
                        UPDATE audit_entry SET payload = regexp_replace(payload,
                            '("next_allowed_at":)"[^"]*"', '\\1"2026-04-07T05:00:01Z"')
                        WHERE kind = 'dial.refused'\
                        """);
                tx.execute(
                        "UPDATE audit_entry SET leaf_hash ="
                                + " sha256('\\x00'::bytea || convert_to(payload, 'UTF8'))");
                return tx.execute(
                        "UPDATE ledger_unsealed u SET leaf_hash = e.leaf_hash FROM audit_entry e"
                                + " WHERE e.id = u.entry_id");
            });
        }
        Said verified = verifyExport();
        assertThat(verified.text())
                .contains(
                        "INTEGRITY: PROVEN",
                        "next allowed 2026-04-07T05:00:01Z; now refused by US-FED-HRS")
                .endsWith("DECISIONS: REFUSED. The enclosed rulebooks decide 1 of 1 otherwise.\n");
        assertThat(verified.code()).isEqualTo(4);
    }
}
