package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.INSTALLATION;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Actor;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.ledger.SigningKey;
import org.rightparty.compliance.proof.Outsider;
import org.rightparty.compliance.proof.ProofReplay;
import org.rightparty.compliance.proof.ProofRequest;
import org.rightparty.compliance.proof.ProofWriter;
import org.rightparty.compliance.verifier.Verifier;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.Outcome;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// An export decides its decisions again without a database.
final class ProofReplayTest {
    private static final Instant NOW = Instant.parse("2026-04-07T16:00:00Z");
    private static final SigningKey KEY = SigningKey.make("rightparty-test");

    private final Office office = new Office();
    @TempDir Path directory;

    @BeforeEach
    void callDayAndNight() {
        List<Office.Debtor> debtors = office.debtors(3);
        for (int hour = 0; hour < 24 * 4; hour += 5) {
            Instant at = NOW.plus(Duration.ofHours(hour));
            for (Office.Debtor debtor : debtors) {
                if (office.reserve(office.request(debtor), at)
                        instanceof Reservation.Granted granted) {
                    office.end(granted.attempt(), Outcome.RING_NO_ANSWER, at.plusSeconds(20));
                }
            }
        }
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Path export() {
        return export(office);
    }

    /// Everything, sealed.
    private Path export(Office office) {
        return export(office, new Selection.Everything());
    }

    private Path export(Office office, Selection selection) {
        new Sealer(office.database, office.ledger, KEY, (_, _) -> "00".repeat(32))
                .seal(NOW.plus(Duration.ofDays(5)));
        Path file = directory.resolve("proof.zip");
        ProofRequest request = new ProofRequest(selection, false, List.of(), List.of());
        try (OutputStream out = Files.newOutputStream(file)) {
            LedgerReader.read(
                    office.database,
                    reader -> {
                        try {
                            return new ProofWriter(reader, request, NOW).write(out);
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }

    /// The same file with one part changed.
    private Path changed(Path file, String name, UnaryOperator<String> change) throws IOException {
        Path other = directory.resolve("changed.zip");
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(file));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(other))) {
            for (ZipEntry each = from.getNextEntry(); each != null; each = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(each.getName()));
                byte[] bytes = from.readAllBytes();
                String text = new String(bytes, StandardCharsets.UTF_8);
                to.write(
                        each.getName().startsWith(name)
                                ? change.apply(text).getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return other;
    }

    private Path without(Path file, String name) throws IOException {
        Path other = directory.resolve("less.zip");
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(file));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(other))) {
            for (ZipEntry each = from.getNextEntry(); each != null; each = from.getNextEntry()) {
                if (!each.getName().startsWith(name)) {
                    to.putNextEntry(new ZipEntry(each.getName()));
                    from.transferTo(to);
                }
            }
        }
        return other;
    }

    @Test
    void gives_every_decision_of_the_file_again() throws IOException {
        Path file = export();
        ProofReplay.Report report = ProofReplay.run(file);
        assertThat(report.shown()).isEmpty();
        assertThat(report.decisions()).isEqualTo(3 * 20);
        assertThat(report.same()).isEqualTo(report.decisions());
        assertThat(report.clean()).isTrue();
        var checked = new Verifier(List.of(KEY.verifier()), List.of(), List.of(), NOW).check(file);
        assertThat(checked.lines())
                .anyMatch(line -> line.contains("60 decisions carry the inputs"))
                .anyMatch(line -> line.contains("60 decisions carry the hash of the enclosed"));
        assertThat(Outsider.python(file, List.of()).output()).contains("60 with their rulebooks");
        assertThat(checked.integrity()).isTrue();
    }

    /// The demonstration enters its past, then what tells of it; no gate has decided anything by
    /// then. Whatever else says that it was invented is not taken for it.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    ledger                     | invented | not decidable
                    INVENTED LOADED GATED      | 1        | 0
                    INVENTED INVENTED LOADED   | 2        | 0
                    INVENTED GATED             | 0        | 1
                    INVENTED                   | 0        | 1
                    LOADED INVENTED            | 0        | 1
                    INVENTED LOADED INVENTED   | 1        | 1
                    GATED INVENTED LOADED      | 0        | 1
                    NAMES_BOOKS LOADED         | 0        | 1
                    HASHES_BOOKS LOADED        | 0        | 1
                    LOADED GATED               | 0        | 0
                    """)
    void takes_for_invented_what_says_so_before_a_demonstration_was_loaded_and_a_gate_decided(
            String ledger, long invented, long undecidable) throws IOException {
        try (Office other = new Office()) {
            for (String step : ledger.split(" ")) {
                happens(Step.valueOf(step), other);
            }
            ProofReplay.Report report = ProofReplay.run(export(other));
            assertThat(report.invented()).isEqualTo(invented);
            assertThat(report.withoutBooks()).isEqualTo(undecidable);
            assertThat(report.clean()).isEqualTo(undecidable == 0);
        }
    }

    private enum Step {
        /// The gate allows or refuses a call.
        GATED,
        LOADED,
        INVENTED,
        NAMES_BOOKS,
        HASHES_BOOKS
    }

    private static void happens(Step step, Office office) {
        switch (step) {
            case GATED -> office.reserve(office.request(office.debtor()), NOW);
            case LOADED -> {
                office.transact(tx ->
                        tx.update(INSTALLATION).set(INSTALLATION.DEMO_LOADED_AT, NOW).execute());
                tell(
                        new AuditEntry(
                                NOW, Replay.DEMO_LOADED, Actor.PROGRAM, Subject.NONE, Map.of()),
                        office);
            }
            case INVENTED -> tell(permitted(Replay.INVENTED, Replay.NO_RULEBOOKS), office);
            case NAMES_BOOKS -> tell(permitted("us-federal 2026.1", Replay.NO_RULEBOOKS), office);
            case HASHES_BOOKS -> tell(permitted(Replay.INVENTED, "ab".repeat(32)), office);
        }
    }

    private static AuditEntry permitted(String rulebooks, String sha256) {
        return permitted(rulebooks, sha256, Subject.NONE);
    }

    private static AuditEntry permitted(String rulebooks, String sha256, Subject subject) {
        return new AuditEntry(
                NOW,
                "dial.permitted",
                Actor.PROGRAM,
                subject,
                Map.of(
                        "facts_sha256",
                        "cd".repeat(32),
                        "rulebooks",
                        rulebooks,
                        "rulebooks_sha256",
                        sha256,
                        "tzdb",
                        ""));
    }

    private static void tell(AuditEntry entry, Office office) {
        office.transact(tx -> {
            office.ledger.append(tx, entry);
            return tx;
        });
    }

    @Test
    void a_persons_file_tells_of_the_demonstration_that_invented_her_history() throws IOException {
        try (Office other = new Office()) {
            Office.Debtor debtor = other.debtor();
            Subject hers =
                    Subject.of(debtor.consumer(), debtor.account()).during(new AttemptId(1_000));
            tell(permitted(Replay.INVENTED, Replay.NO_RULEBOOKS, hers), other);
            happens(Step.LOADED, other);
            other.reserve(other.request(debtor), NOW);
            Path file = export(other, new Selection.OfConsumer(debtor.consumer()));
            ProofReplay.Report report = ProofReplay.run(file);
            assertThat(report.invented()).isEqualTo(1);
            assertThat(report.same()).isEqualTo(1);
            assertThat(report.clean()).isTrue();
            assertThat(Outsider.python(file, List.of()).output()).contains("INTEGRITY: PROVEN");
        }
    }

    @Test
    void says_of_what_was_invented_that_it_lacks_its_demonstration() throws IOException {
        try (Office other = new Office()) {
            happens(Step.INVENTED, other);
            assertThat(ProofReplay.run(export(other)).shown())
                    .extracting(ProofReplay.Difference::lacking)
                    .containsExactly(
                            List.of(ProofReplay.Lacking.INPUTS, ProofReplay.Lacking.DEMONSTRATION));
        }
    }

    @Test
    void takes_no_inputs_but_those_that_were_sealed() throws IOException {
        Path file =
                changed(
                        export(),
                        "decisions.jsonl",
                        text ->
                                text.replaceFirst(
                                        "\"usable\":\"UNVERIFIED\"", "\"usable\":\"WRONG\""));
        ProofReplay.Report report = ProofReplay.run(file);
        assertThat(report.withoutInputs()).isEqualTo(1);
        assertThat(report.clean()).isFalse();
        assertThat(new Verifier(List.of(), List.of(), List.of(), NOW).check(file).breaches())
                .anyMatch(why -> why.contains("the inputs of a decision are not those"));
    }

    @Test
    void takes_no_rulebooks_but_those_that_were_applied() throws IOException {
        Path file =
                changed(
                        export(),
                        "rulebooks/us-federal",
                        text -> text.replaceFirst("\"STATUTE\"", "\"PRESUMPTION\""));
        ProofReplay.Report report = ProofReplay.run(file);
        assertThat(report.withoutBooks()).isEqualTo(report.decisions());
        assertThat(report.shown())
                .hasSize(20)
                .allMatch(each -> each.lacking().equals(List.of(ProofReplay.Lacking.RULEBOOKS)));
        assertThat(new Verifier(List.of(), List.of(), List.of(), NOW).check(file).breaches())
                .anyMatch(why -> why.contains("an enclosed rulebook is not the one"));
        Outsider python = Outsider.python(file, List.of());
        assertThat(python.exitCode()).isEqualTo(1);
        assertThat(python.output()).contains("INTEGRITY: REFUSED. an enclosed rulebook is not");
    }

    /// Packing adds entries for directories.
    @Test
    void proves_what_was_unpacked_and_packed_again() throws IOException {
        Path again = directory.resolve("again.zip");
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(export()));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(again))) {
            to.putNextEntry(new ZipEntry("checkpoints/"));
            for (ZipEntry each = from.getNextEntry(); each != null; each = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(each.getName()));
                from.transferTo(to);
            }
        }
        assertThat(Outsider.python(again, List.of()).output()).contains("INTEGRITY: PROVEN");
        assertThat(new Verifier(List.of(), List.of(), List.of(), NOW).check(again).integrity())
                .isTrue();
    }

    @Test
    void tells_of_a_rulebook_that_was_taken_out() throws IOException {
        Path file = without(export(), "rulebooks/us-federal");
        assertThat(new Verifier(List.of(), List.of(), List.of(), NOW).check(file).lines())
                .anyMatch(line -> line.contains("60 decisions name rulebooks that are not"));
        assertThat(Outsider.python(file, List.of()).output())
                .contains("60 decisions name rulebooks that are not enclosed");
    }
}
