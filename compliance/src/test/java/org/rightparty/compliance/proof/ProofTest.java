package org.rightparty.compliance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.compliance.proof.SealedLedger.NOON;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.verifier.Report;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.CampaignId;
import org.rightparty.vocabulary.ConsumerId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is exported proves itself, to three verifiers.
final class ProofTest {
    private static final long HEAP_MEBIBYTES = 24;

    private static SealedLedger it;
    private static String keptNote;
    @TempDir private static Path directory;

    @BeforeAll
    static void fill() {
        it = new SealedLedger();
        it.calls(40, NOON.minusSeconds(86_400L * 40));
        keptNote = it.newestNote();
        it.calls(300, NOON.minusSeconds(80_000));
        it.calls(40, NOON.minusSeconds(40_000));
        it.seal(NOON);
    }

    @AfterAll
    static void close() {
        it.close();
    }

    private static ProofRequest request(Selection selection) {
        return new ProofRequest(selection, true, List.of(keptNote), List.of());
    }

    /// The three verifiers agree.
    private static Report checked(Path file, int exitCode) throws IOException {
        Path kept = Files.writeString(directory.resolve("kept.note"), keptNote);
        List<String> options =
                List.of("--key", it.key.verifier().format(), "--kept", kept.toString());
        Report report = it.verify(file, List.of(keptNote));
        assertThat(report.exitCode()).as(String.join("\n", report.lines())).isEqualTo(exitCode);
        Outsider jar = Outsider.jar(file, options);
        assertThat(jar.exitCode()).as(jar.output()).isEqualTo(exitCode);
        Outsider python = Outsider.python(file, options);
        assertThat(python.exitCode()).as(python.output()).isEqualTo(exitCode);
        assertThat(python.output()).contains("INTEGRITY: PROVEN");
        return report;
    }

    @Test
    void an_export_of_everything_proves_integrity_and_completeness() throws IOException {
        Report report = checked(it.export(directory, request(new Selection.Everything())), 0);
        assertThat(report.lines())
                .anyMatch(line -> line.contains("380 calls permitted, 380 ended"))
                .anyMatch(line -> line.contains("380 personal facts were opened"))
                .anyMatch(line -> line.contains("380 decisions carry the inputs"))
                .contains("INTEGRITY: PROVEN. Every entry in the file is what was sealed.")
                .contains(
                        "COMPLETENESS: PROVEN. Every entry that the export covers is in the file.");
    }

    @Test
    void an_export_of_a_period_proves_that_nothing_of_it_is_missing() throws IOException {
        Selection period =
                new Selection.Period(NOON.minusSeconds(80_000), NOON.minusSeconds(60_000));
        Path file = it.export(directory, request(period));
        checked(file, 0);
        assertThat(new Forgery(file).text("events.jsonl").lines().count())
                .isGreaterThanOrEqualTo(600)
                .isLessThan(700);
    }

    @Test
    void a_period_that_is_not_over_says_so() throws IOException {
        Selection period =
                new Selection.Period(NOON.minusSeconds(80_000), NOON.plusSeconds(60_000));
        Report report = checked(it.export(directory, request(period)), 3);
        assertThat(report.gaps()).allMatch(gap -> gap.contains("after the newest checkpoint"));
    }

    @Test
    void a_selection_proves_each_entry_and_admits_what_it_cannot_show() throws IOException {
        for (Selection selection :
                List.of(
                        new Selection.OfConsumer(new ConsumerId(3)),
                        new Selection.OfCampaign(new CampaignId(2)))) {
            Report report = checked(it.export(directory, request(selection)), 3);
            assertThat(report.integrity()).isTrue();
            assertThat(report.gaps()).allMatch(gap -> gap.contains("cannot show by itself"));
        }
        Path one = it.export(directory, request(new Selection.OfConsumer(new ConsumerId(3))));
        assertThat(new Forgery(one).text("events.jsonl").lines())
                .hasSize(2 * 380 / 5)
                .allMatch(line -> line.contains("\"consumer\":3"));
    }

    @Test
    void erasing_a_person_leaves_the_tree_as_it_was() throws IOException {
        try (SealedLedger other = new SealedLedger()) {
            other.calls(20, NOON);
            int erased =
                    other.database.transact(tx ->
                            other.ledger.erase(
                                    tx, new ConsumerId(2), AuditEntry.Actor.PROGRAM, NOON));
            assertThat(erased).isEqualTo(4);
            other.seal(NOON.plusSeconds(300));
            Path file = other.export(directory, new Selection.Everything());
            Report report = other.verify(file);
            assertThat(report.exitCode()).as(String.join("\n", report.lines())).isZero();
            Forgery opened = new Forgery(file);
            assertThat(opened.text("personal.jsonl")).doesNotContain("+12125550102");
            assertThat(opened.text("events.jsonl"))
                    .doesNotContain("+1212555")
                    .contains("personal.erased");
        }
    }

    @Test
    void a_permitted_call_that_never_ended_is_missing_to_both_verifiers() throws IOException {
        try (SealedLedger other = new SealedLedger()) {
            AuditEntry.Subject lost = AuditEntry.Subject.NONE.during(new AttemptId(999));
            Instant before = NOON.minusSeconds(20_000);
            other.append(
                    SealedLedger.entry(before, "dial.permitted", lost, Map.of("reason", "OK")));
            other.calls(5, NOON);
            Path file = other.export(directory, new Selection.Everything());
            Report report = other.verify(file);
            assertThat(report.integrity()).isTrue();
            assertThat(report.gaps()).containsExactly("1 permitted calls have no end");
            String key = other.key.verifier().format();
            Outsider python = Outsider.python(file, List.of("--key", key));
            assertThat(python.exitCode()).as(python.output()).isEqualTo(3);
            assertThat(python.output()).contains("1 permitted calls have no end");
        }
    }

    @Test
    void the_verifier_reads_an_export_several_times_its_memory() {
        LargeExport.Written large = LargeExport.write(directory, it.key, 300_000);
        assertThat(large.bytes()).isGreaterThan((3 * HEAP_MEBIBYTES) << 20);
        Outsider jar =
                Outsider.jar(
                        large.file(),
                        List.of("--key", it.key.verifier().format()),
                        HEAP_MEBIBYTES + "m");
        assertThat(jar.exitCode()).as(jar.output()).isZero();
        assertThat(jar.output()).contains("300000");
    }

    @Test
    void the_verifier_says_how_it_is_used() throws IOException {
        Path file = it.export(directory, new Selection.Everything());
        assertThat(Outsider.jar(file, List.of("--key")).exitCode()).isEqualTo(2);
        assertThat(Outsider.jar(file, List.of("another.zip")).output()).contains("usage: java");
    }
}
