package org.rightparty.compliance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.compliance.proof.SealedLedger.NOON;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.verifier.Report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Exports of a period, from a ledger that was kept while it lasted and from one into which a
/// history was entered afterwards.
final class PeriodTest {
    private static final Duration DAY = Duration.ofDays(1);

    /// The history is entered then, as it is told, and calls go on after it.
    private static final Instant ENTERED = NOON;

    private static SealedLedger history;
    private static SealedLedger live;
    @TempDir private static Path directory;

    @BeforeAll
    static void fill() {
        history = new SealedLedger();
        Instant begin = ENTERED.minus(DAY.multipliedBy(40));
        for (int hour = 0; hour < 40 * 24; hour += 2) {
            history.call(1 + hour % 5, begin.plus(Duration.ofHours(hour)));
        }
        history.seal(ENTERED);
        history.calls(30, ENTERED.plusSeconds(100));
        history.calls(30, ENTERED.plusSeconds(10_000));

        live = new SealedLedger();
        live.calls(20, NOON);
        live.permit(3, NOON.plusSeconds(590));
        live.seal(NOON.plusSeconds(605));
        live.end(NOON.plusSeconds(625));
        live.calls(20, NOON.plusSeconds(20_000));
    }

    @AfterAll
    static void close() {
        history.close();
        live.close();
    }

    private static Path export(SealedLedger ledger, Instant from, Instant to) {
        return ledger.export(directory, new Selection.Period(from, to));
    }

    /// The three verifiers agree.
    private static Report checked(SealedLedger ledger, Path file, int exitCode) {
        List<String> options = List.of("--key", ledger.key.verifier().format());
        Report report = ledger.verify(file);
        assertThat(report.exitCode()).as(String.join("\n", report.lines())).isEqualTo(exitCode);
        Outsider jar = Outsider.jar(file, options);
        assertThat(jar.exitCode()).as(jar.output()).isEqualTo(exitCode);
        Outsider python = Outsider.python(file, options);
        assertThat(python.exitCode()).as(python.output()).isEqualTo(exitCode);
        return report;
    }

    private static long lines(Path file) {
        return new Forgery(file).text("events.jsonl").lines().count();
    }

    @Test
    void a_period_before_the_ledger_began_holds_nothing_and_says_why() {
        Instant to = ENTERED.minus(DAY.multipliedBy(100));
        Path file = export(history, to.minus(DAY.multipliedBy(90)), to);
        assertThat(lines(file)).isZero();
        Report report = checked(history, file, 3);
        assertThat(report.gaps())
                .singleElement()
                .matches(gap -> gap.contains("nothing was sealed while it lasted"));
        assertThat(report.lines()).anyMatch(line -> line.contains("0 of the entries lie in"));
    }

    @Test
    void a_history_entered_afterwards_is_found_by_when_it_happened() {
        Instant from = ENTERED.minus(DAY.multipliedBy(20));
        Path file = export(history, from, from.plus(DAY.multipliedBy(10)));
        assertThat(new Forgery(file).text("events.jsonl").lines().toList())
                .hasSize(2 * 10 * 12)
                .allMatch(line -> {
                    Instant at = Instant.parse(line.replaceAll(".*\"at\":\"([^\"]+)\".*", "$1"));
                    return !at.isBefore(from) && at.isBefore(from.plus(DAY.multipliedBy(10)));
                });
        Report report = checked(history, file, 3);
        assertThat(report.integrity()).isTrue();
        assertThat(report.lines())
                .anyMatch(line -> line.contains("120 calls permitted, 120 ended"))
                .anyMatch(line -> line.contains("240 of them were sealed after it"));
    }

    @Test
    void a_call_that_the_end_of_a_history_s_period_cuts_has_its_end_with_it() {
        Instant from = ENTERED.minus(DAY.multipliedBy(20));
        Path file = export(history, from, from.plus(Duration.ofHours(2)).plusSeconds(10));
        Report report = checked(history, file, 3);
        assertThat(lines(file)).isEqualTo(4);
        assertThat(report.lines())
                .anyMatch(line -> line.contains("2 calls permitted, 2 ended"))
                .anyMatch(line -> line.contains("3 of the entries lie in the period; 1 were"));
    }

    @Test
    void a_call_that_the_end_of_a_period_cuts_has_its_end_with_it() {
        Path file = export(live, NOON, NOON.plusSeconds(600));
        Report report = checked(live, file, 0);
        assertThat(report.lines())
                .anyMatch(line -> line.contains("21 calls permitted, 21 ended"))
                .noneMatch(line -> line.contains("under way"));
    }

    @Test
    void a_cut_call_whose_end_was_taken_away_is_named() {
        Path file =
                new Forgery(export(live, NOON, NOON.plusSeconds(600)))
                        .events(lines -> lines.subList(0, lines.size() - 1))
                        .write(directory);
        Report report = checked(live, file, 0);
        assertThat(report.lines())
                .anyMatch(line -> line.contains("1 calls were still under way at the end"));
    }

    @Test
    void a_deletion_from_a_period_is_refused() {
        Path file =
                new Forgery(export(live, NOON, NOON.plusSeconds(600)))
                        .events(lines -> {
                            lines.remove(7);
                            return lines;
                        })
                        .write(directory);
        Report report = checked(live, file, 3);
        assertThat(report.gaps()).contains("the file lacks entry 7");
    }

    @Test
    void an_entry_that_is_not_of_the_period_is_refused() {
        String stranger =
                new Forgery(export(live, NOON, NOON.plusSeconds(30_000)))
                        .text("events.jsonl")
                        .lines()
                        .toList()
                        .getLast();
        Path file =
                new Forgery(export(live, NOON, NOON.plusSeconds(600)))
                        .events(lines -> {
                            lines.add(stranger);
                            return lines;
                        })
                        .write(directory);
        Report report = checked(live, file, 1);
        assertThat(report.breaches().getFirst()).contains("is beyond what the export covers");
    }

    @Test
    void an_end_that_claims_to_be_nothing_is_found_out_by_an_older_checkpoint() {
        Path file =
                new Forgery(export(live, NOON, NOON.plusSeconds(600)))
                        .change("manifest.json", t -> t.replaceFirst("\"end\":\\d+", "\"end\":0"))
                        .put("events.jsonl", "")
                        .put("decisions.jsonl", "")
                        .put("personal.jsonl", "")
                        .write(directory);
        Report report = checked(live, file, 3);
        assertThat(report.gaps())
                .contains("no checkpoint shows that the period ends with its last entry");
    }

    @Test
    void the_enclosed_verifier_runs_on_java_17() throws IOException {
        Path jar = directory.resolve("verifier-alone.jar");
        java.nio.file.Files.write(
                jar,
                new Forgery(export(live, NOON, NOON.plusSeconds(600)))
                        .bytes("rightparty-verifier.jar"));
        Forgery classes = new Forgery(jar);
        List<String> names =
                classes.names("org/").stream().filter(name -> name.endsWith(".class")).toList();
        assertThat(names).hasSizeGreaterThan(15);
        assertThat(names).allMatch(name -> classes.bytes(name)[7] <= 61);
    }

    @Test
    void the_script_says_in_a_line_that_there_is_no_such_file() {
        Path file = export(live, NOON, NOON.plusSeconds(600));
        Outsider python = Outsider.python(file, List.of("--kept", "nobody.note"));
        assertThat(python.exitCode()).isEqualTo(2);
        assertThat(python.output().strip())
                .isEqualTo("unusable: nobody.note: No such file or directory");
    }
}
