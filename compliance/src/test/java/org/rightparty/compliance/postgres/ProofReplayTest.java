package org.rightparty.compliance.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.gate.Replay;
import org.rightparty.compliance.gate.Reservation;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.ledger.SigningKey;
import org.rightparty.compliance.proof.ProofReplay;
import org.rightparty.compliance.proof.ProofRequest;
import org.rightparty.compliance.proof.ProofWriter;
import org.rightparty.compliance.verifier.Verifier;
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
        new Sealer(office.database, office.ledger, KEY, (_, _) -> "00".repeat(32))
                .seal(NOW.plus(Duration.ofDays(5)));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Path export() {
        Path file = directory.resolve("proof.zip");
        ProofRequest request =
                new ProofRequest(new Selection.Everything(), false, List.of(), List.of());
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
                .anyMatch(line -> line.contains("60 decisions carry the inputs"));
        assertThat(checked.integrity()).isTrue();
    }

    /// As the demonstration enters its past.
    @Test
    void names_an_invented_history_and_does_not_decide_it_again() throws IOException {
        Path file = changed(export(), "events.jsonl", text -> renamed(unhashed(text)));
        ProofReplay.Report report = ProofReplay.run(file);
        assertThat(report.invented()).isEqualTo(1);
        assertThat(report.withoutBooks()).isZero();
        assertThat(report.shown()).isEmpty();
        assertThat(report.clean()).isTrue();
    }

    @Test
    void takes_nothing_for_invented_that_names_rulebooks() throws IOException {
        Path file = changed(export(), "events.jsonl", ProofReplayTest::unhashed);
        ProofReplay.Report report = ProofReplay.run(file);
        assertThat(report.invented()).isZero();
        assertThat(report.withoutBooks()).isEqualTo(1);
        assertThat(report.clean()).isFalse();
    }

    @Test
    void takes_nothing_for_invented_that_has_a_hash_of_rulebooks() throws IOException {
        Path file = changed(export(), "events.jsonl", ProofReplayTest::renamed);
        ProofReplay.Report report = ProofReplay.run(file);
        assertThat(report.invented()).isZero();
        assertThat(report.clean()).isFalse();
    }

    private static String renamed(String text) {
        return text.replaceFirst(
                "\"rulebooks\":\"[^\"]*\"", "\"rulebooks\":\"" + Replay.INVENTED + "\"");
    }

    private static String unhashed(String text) {
        return text.replaceFirst(
                "\"rulebooks_sha256\":\"[0-9a-f]{64}\"",
                "\"rulebooks_sha256\":\"" + Replay.NO_RULEBOOKS + "\"");
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
    }
}
