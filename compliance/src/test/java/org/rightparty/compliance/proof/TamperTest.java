package org.rightparty.compliance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.compliance.proof.SealedLedger.NOON;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rightparty.compliance.ledger.Checkpoint;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.ledger.SignedNote;
import org.rightparty.compliance.verifier.Report;
import org.rightparty.compliance.verifier.Verifier;
import org.rightparty.vocabulary.ConsumerId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Every way of tampering, each refused with its own words, by our verifier and by the script.
final class TamperTest {
    private static final String CANONICAL = "is not in canonical form: it was changed";
    private static final String MISSING = "entries are missing or out of order";
    private static final String UNREAD = "the file cannot be read: ";
    private static SealedLedger it;
    private static Path everything;
    private static Path one;
    @TempDir private static Path directory;

    @BeforeAll
    static void fill() {
        it = new SealedLedger();
        it.calls(40, NOON.minusSeconds(86_400L * 40));
        it.calls(40, NOON.minusSeconds(40_000));
        everything = it.export(directory, new Selection.Everything());
        one = it.export(directory, new Selection.OfConsumer(new ConsumerId(3)));
    }

    @AfterAll
    static void close() {
        it.close();
    }

    /// @param words of our verifier's refusal
    /// @param script the words of the script's
    record Tampering(String name, String words, String script, UnaryOperator<List<String>> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Tampering> tamperings() {
        return Stream.of(changes(), moves(), deletions(), additions()).flatMap(s -> s);
    }

    private static Stream<Tampering> changes() {
        return Stream.of(
                edit(
                        "a byte is flipped",
                        "were changed",
                        "the entries do not give a checkpoint's root",
                        l -> l.replace("\"OK\"", "\"OJ\"")),
                edit("keys are in another order", "canonical", CANONICAL, TamperTest::otherOrder),
                edit(
                        "unicode is escaped",
                        "canonical",
                        CANONICAL,
                        l -> l.replace("OK", "O\\u004b")),
                edit(
                        "a number is written otherwise",
                        "cannot be read",
                        "a value that the ledger does not keep",
                        l -> l.replaceFirst("\"attempt\":(\\d+)", "\"attempt\":$1e0")),
                edit(
                        "a space is added",
                        "canonical",
                        CANONICAL,
                        l -> l.replace(",\"kind\"", ", \"kind\"")));
    }

    private static Stream<Tampering> moves() {
        return Stream.of(
                new Tampering(
                        "two are swapped",
                        "order was changed",
                        MISSING,
                        lines -> {
                            Collections.swap(lines, 5, 6);
                            return lines;
                        }),
                new Tampering(
                        "two are swapped and renumbered",
                        "were changed, moved",
                        "a personal fact does not fit entry 6",
                        lines -> {
                            String five = lines.get(5);
                            lines.set(5, lines.get(6).replace("{\"index\":6,", "{\"index\":5,"));
                            lines.set(6, five.replace("{\"index\":5,", "{\"index\":6,"));
                            return lines;
                        }));
    }

    private static Stream<Tampering> deletions() {
        return Stream.of(
                new Tampering(
                        "the first is deleted", "lacks entry 0, deleted", MISSING, without(0)),
                new Tampering(
                        "one in the middle is deleted",
                        "lacks entry 50, deleted",
                        MISSING,
                        without(50)),
                new Tampering(
                        "the last is deleted",
                        "lacks entry 160, deleted",
                        MISSING,
                        lines -> {
                            lines.removeLast();
                            return lines;
                        }),
                new Tampering(
                        "one is deleted and all renumbered",
                        "were changed, moved",
                        "a personal fact does not fit entry 6",
                        lines -> {
                            lines.remove(5);
                            return renumbered(lines);
                        }));
    }

    private static Stream<Tampering> additions() {
        return Stream.of(
                new Tampering(
                        "one is there twice",
                        "there twice",
                        "entry 5 is out of order, twice",
                        lines -> {
                            lines.add(5, lines.get(5));
                            return lines;
                        }),
                new Tampering(
                        "one is inserted",
                        "were changed, moved or inserted",
                        "a personal fact does not fit entry 6",
                        lines -> {
                            lines.add(6, lines.get(5));
                            return renumbered(lines);
                        }));
    }

    private static Tampering edit(
            String name, String words, String script, UnaryOperator<String> change) {
        return new Tampering(
                name,
                words,
                script,
                lines -> {
                    lines.set(6, change.apply(lines.get(6)));
                    lines.set(7, change.apply(lines.get(7)));
                    return lines;
                });
    }

    private static String otherOrder(String line) {
        return line.replaceFirst("(\"account\":\\d+),(\"actor\":\"\\w+\")", "$2,$1");
    }

    private static UnaryOperator<List<String>> without(int index) {
        return lines -> {
            lines.remove(index);
            return lines;
        };
    }

    private static List<String> renumbered(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            lines.set(i, lines.get(i).replaceFirst("\\{\"index\":\\d+", "{\"index\":" + i));
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void refuses_when(Tampering tampering) {
        refused(
                new Forgery(everything).events(tampering.change()),
                tampering.words(),
                tampering.script());
    }

    /// One line of a selection is proven alone: changed in any way, it leads nowhere.
    @Test
    void refuses_a_changed_entry_a_moved_one_and_a_hostile_proof_of_a_selection() {
        String leads = "does not lead to the root";
        String proof = "a proof is too ";
        refusedLine(l -> l.replace("\"OK\"", "\"OJ\"").replace("NO_ANSWER", "BUSY"), leads, leads);
        refusedLine(l -> l.replaceFirst("\"index\":(\\d+)", "\"index\":1"), leads, leads);
        refusedLine(
                l -> l.replaceFirst("\"proof\":\\[\"\\w+\",", "\"proof\":["),
                leads,
                proof + "short");
        refusedLine(
                l -> l.replaceFirst("\"proof\":\\[", "\"proof\":[\"" + "00".repeat(32) + "\","),
                leads,
                proof + "long");
        refusedLine(
                l -> l.replaceFirst("\"proof\":\\[.*]", "\"proof\":[]"), leads, proof + "short");
        refusedLine(l -> l.replaceFirst("\"proof\":\\[\"\\w\\w", "\"proof\":[\""), leads, leads);
        refusedLine(
                l -> l.replaceFirst("\"proof\":\\[\"\\w", "\"proof\":[\"x"),
                "cannot be read",
                UNREAD);
    }

    private static void refusedLine(UnaryOperator<String> change, String words, String script) {
        refused(
                new Forgery(one)
                        .events(lines -> {
                            lines.set(0, change.apply(lines.get(0)));
                            return lines;
                        }),
                words,
                script);
    }

    private static void refused(Forgery forgery, String words, String script) {
        Path file = forgery.write(directory);
        Report report = it.verify(file);
        assertThat(report.integrity()).as(String.join("\n", report.lines())).isFalse();
        assertThat(report.breaches().getFirst()).contains(words);
        Outsider python = Outsider.python(file, List.of("--key", it.key.verifier().format()));
        assertThat(python.exitCode()).as(python.output()).isEqualTo(1);
        assertThat(python.output()).contains("INTEGRITY: REFUSED. ").contains(script);
    }

    /// Everything written anew and signed with a key of the forger's own: the file agrees with
    /// itself, and not with the key the reader knows.
    @Test
    void refuses_a_history_signed_with_another_key() throws IOException {
        try (SealedLedger forger = new SealedLedger()) {
            forger.calls(10, NOON);
            Path file = forger.export(directory, new Selection.Everything());
            assertThat(forger.verify(file).integrity()).isTrue();
            String words = "not signed by the ledger's key";
            refused(new Forgery(file), words, words);
            Report trusting = new Verifier(List.of(), List.of(), List.of(), NOON).check(file);
            assertThat(trusting.integrity()).isTrue();
            assertThat(trusting.lines()).anyMatch(line -> line.contains("is the file's own"));
        }
    }

    @Test
    void refuses_a_checkpoint_of_the_right_key_with_an_old_date() {
        Forgery forged = new Forgery(everything);
        String newest = forged.names("checkpoints/").getLast();
        Checkpoint real = checkpoint(forged.text(newest));
        refused(
                forged.put(newest, signed(real, NOON.minusSeconds(86_400L * 50))),
                "it was back-dated",
                "dated before a smaller one: it was back-dated");
        refused(
                forged.put(newest, signed(real, NOON.minusSeconds(86_400L * 39))),
                "that it covers: it was back-dated",
                "that it covers: back-dated");
    }

    @Test
    void refuses_a_ledger_cut_off_at_an_old_checkpoint() throws IOException {
        try (SealedLedger cut = new SealedLedger()) {
            cut.calls(10, NOON);
            Path old = cut.export(directory, new Selection.Everything());
            cut.calls(10, NOON.plusSeconds(600));
            String kept = cut.newestNote();
            Report report = cut.verify(old, List.of(kept));
            assertThat(report.breaches()).anyMatch(why -> why.contains("was cut off"));
            Path note = Files.writeString(directory.resolve("cut.note"), kept);
            Outsider python = Outsider.python(old, List.of("--kept", note.toString()));
            assertThat(python.output()).contains("was cut off");
        }
    }

    @Test
    void refuses_two_histories_of_one_size() {
        Forgery forged = new Forgery(everything);
        Checkpoint real = checkpoint(forged.text(forged.names("checkpoints/").getLast()));
        byte[] otherRoot = real.root().clone();
        otherRoot[0] ^= 1;
        Checkpoint other = forged(real, otherRoot, real.at());
        refused(
                forged.put("checkpoints/000000000999.note", it.key.sign(other.text()).format()),
                "two histories were told",
                "two checkpoints of 161 entries have different roots");
        Report kept = it.verify(everything, List.of(it.key.sign(other.text()).format()));
        assertThat(kept.breaches()).anyMatch(why -> why.contains("two histories were told"));
    }

    @Test
    void refuses_a_past_that_is_not_the_beginning_of_the_present() {
        Forgery forged = new Forgery(one);
        String first = forged.names("checkpoints/").getFirst();
        Checkpoint real = checkpoint(forged.text(first));
        byte[] otherRoot = real.root().clone();
        otherRoot[0] ^= 1;
        Checkpoint other = forged(real, otherRoot, real.at());
        refused(
                forged.put(first, it.key.sign(other.text()).format()),
                "the past was rewritten",
                "is not the beginning of the next: rewritten");
        refused(
                new Forgery(one).put("consistency.jsonl", ""),
                "nothing shows that",
                "nothing shows that");
    }

    @Test
    void refuses_a_personal_fact_that_is_not_the_one_committed_to() {
        refused(
                new Forgery(everything)
                        .change("personal.jsonl", t -> t.replaceFirst("\\+12125550", "+12125551")),
                "is not the one to which entry",
                "a personal fact does not fit entry 0");
        refused(
                new Forgery(one)
                        .change("personal.jsonl", t -> t + stray(t.lines().toList().getLast())),
                "of entries that are not in the file",
                "personal facts of entries that are not in the file");
    }

    @Test
    void refuses_inputs_of_a_decision_that_are_not_those_it_was_made_from() {
        refused(
                new Forgery(everything)
                        .change("decisions.jsonl", t -> t.replaceFirst("\":25", "\":26")),
                "are not those of which entry 0 carries the hash",
                "are not those of which entry 0 carries the hash");
        refused(
                new Forgery(one)
                        .change("decisions.jsonl", t -> t + stray(t.lines().toList().getLast())),
                "decisions.jsonl has inputs of entries that are not in the file",
                "inputs of decisions that are not in the file");
    }

    private static String stray(String fact) {
        return fact.replaceFirst("\"index\":\\d+", "\"index\":99999") + "\n";
    }

    @Test
    void refuses_what_is_no_export() throws IOException {
        refused(new Forgery(everything).remove("manifest.json"), "lacks manifest.json", UNREAD);
        refused(new Forgery(everything).put("manifest.json", "{"), "cannot be read", UNREAD);
        refused(
                new Forgery(everything)
                        .change("manifest.json", t -> t.replace("proof/1", "proof/9")),
                "not this file's format",
                "another format");
        Path broken = Files.write(directory.resolve("broken.zip"), new byte[] {1, 2, 3});
        assertThat(it.verify(broken).breaches().getFirst()).contains("damaged");
    }

    @Test
    void misses_what_a_smaller_claim_leaves_out() {
        Path file =
                new Forgery(everything)
                        .change("manifest.json", t -> t.replaceFirst("\"end\":\\d+", "\"end\":20"))
                        .events(lines -> lines.subList(0, 20))
                        .write(directory);
        Report report = it.verify(file);
        assertThat(report.complete()).isFalse();
    }

    private static Checkpoint checkpoint(String note) {
        return Checkpoint.parse(SignedNote.parse(note).text());
    }

    private static String signed(Checkpoint real, Instant at) {
        return it.key.sign(forged(real, real.root(), at).text()).format();
    }

    private static Checkpoint forged(Checkpoint real, byte[] root, Instant at) {
        return new Checkpoint(real.origin(), real.size(), root, at, 0, real.rulebooks());
    }
}
