package org.rightparty.dialer;

import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.postgres.LedgerReader;
import org.rightparty.compliance.postgres.PostgresAudit;
import org.rightparty.compliance.postgres.PostgresLooks;
import org.rightparty.compliance.postgres.PostgresRecordings;
import org.rightparty.compliance.postgres.PostgresRetention;
import org.rightparty.compliance.proof.ProofRequest;
import org.rightparty.compliance.proof.ProofWriter;
import org.rightparty.console.postgres.PostgresTasks;
import org.rightparty.console.postgres.PostgresUnmasking;
import org.rightparty.console.web.AuditRoutes;
import org.rightparty.console.web.RetentionRoutes;
import org.rightparty.console.web.Route;
import org.rightparty.console.web.TaskRoutes;
import org.rightparty.console.web.UnmaskRoutes;
import org.rightparty.dialer.postgres.PostgresTables;
import org.rightparty.vocabulary.AgentId;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the compliance officer does about records, by HTTP.
final class AuditOffice {
    private static final Duration PROOFS_KEPT = Duration.ofHours(1);

    private final PostgresTables tables;
    private final LedgerSettings settings;
    private final Path exports;

    AuditOffice(DialerConfig config, PostgresTables tables) {
        this.tables = tables;
        this.settings = config.ledger();
        this.exports = config.directory().resolve("exports");
    }

    List<Route> routes() {
        PostgresLooks looks = tables.looks();
        PostgresRecordings recordings =
                new PostgresRecordings(
                        tables.database(), tables.entries(), LedgerOffice.vault(settings));
        List<Route> routes = new ArrayList<>();
        routes.addAll(
                new RetentionRoutes(
                                new PostgresRetention(tables.database(), tables.entries()),
                                looks::looked,
                                Clocks.WALL)
                        .routes());
        routes.addAll(
                new AuditRoutes(
                                new PostgresAudit(
                                        tables.database(), tables.books(), ZoneId.systemDefault()),
                                recordings::hear,
                                this::proof,
                                exports,
                                looks::looked,
                                Clocks.WALL)
                        .routes());
        routes.addAll(
                new UnmaskRoutes(
                                new PostgresUnmasking(tables.database()),
                                looks::looked,
                                Clocks.WALL)
                        .routes());
        routes.addAll(
                new TaskRoutes(
                                new PostgresTasks(tables.database(), tables.ledger()),
                                looks::looked,
                                Clocks.WALL)
                        .routes());
        return routes;
    }

    /// An export of the ledger as a file, which goes when another is made an hour later.
    private Path proof(Selection selection, AgentId by, Instant now) {
        try {
            Files.createDirectories(exports);
            forgetOld(now);
            Path file = Files.createTempFile(exports, "proof", ".zip");
            ProofWriter.Written written =
                    LedgerReader.read(
                            tables.database(), reader -> write(reader, selection, file, now));
            tell(selection, written, by, now);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ProofWriter.Written write(
            LedgerReader reader, Selection selection, Path file, Instant now) {
        ProofRequest request = new ProofRequest(selection, false, List.of(), List.of());
        try (OutputStream out = Files.newOutputStream(file)) {
            return new ProofWriter(reader, request, now).write(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void forgetOld(Instant now) throws IOException {
        try (Stream<Path> files = Files.list(exports)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(PROOFS_KEPT))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void tell(Selection selection, ProofWriter.Written written, AgentId by, Instant now) {
        AuditEntry entry =
                new AuditEntry(
                        now,
                        "ledger.exported",
                        AuditEntry.Actor.agent(by),
                        selection.subject(),
                        Map.of("selection", selection.describe(), "events", written.events()));
        tables.database()
                .transact(tx -> {
                    tables.entries().append(tx, entry);
                    return entry;
                });
    }
}
