package org.rightparty.compliance.proof;

import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.ledger.CanonicalJson;
import org.rightparty.compliance.ledger.Checkpoint;
import org.rightparty.compliance.ledger.Frontier;
import org.rightparty.compliance.ledger.Leaf;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.ledger.SigningKey;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An export of everything, written straight into a ZIP without a database: calls that were
/// permitted and ended, each entry real and hashed into the tree, one signed checkpoint.
public final class LargeExport {
    private static final Instant FROM = Instant.parse("2026-01-05T13:00:00Z");
    private static final long MILLIS_APART = 20;

    private LargeExport() {}

    /// @param bytes of `events.jsonl` before it was compressed
    public record Written(Path file, long bytes) {}

    /// @param entries an even number: each call has two
    public static Written write(Path directory, SigningKey key, int entries) {
        Path file = directory.resolve("large-" + entries + ".zip");
        try (ZipOutputStream zip =
                new ZipOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file)),
                        StandardCharsets.UTF_8)) {
            Frontier tree = new Frontier();
            long bytes = events(zip, tree, entries);
            Checkpoint checkpoint =
                    new Checkpoint(
                            key.verifier().name(),
                            entries,
                            tree.root(),
                            at(entries).plusSeconds(60),
                            0,
                            "00".repeat(32));
            put(zip, "decisions.jsonl", "");
            put(zip, "checkpoints/000000000001.note", key.sign(checkpoint.text()).format());
            put(zip, "consistency.jsonl", "");
            put(zip, "ledger.vkey", key.verifier().format() + "\n");
            put(zip, "manifest.json", manifest(entries));
            for (String name : new String[] {"verify.py", "rightparty-verifier.jar"}) {
                zip.putNextEntry(new ZipEntry(name));
                try (InputStream enclosed =
                        Objects.requireNonNull(
                                ProofWriter.class.getResourceAsStream("/verifier/" + name))) {
                    enclosed.transferTo(zip);
                }
                zip.closeEntry();
            }
            return new Written(file, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long events(ZipOutputStream zip, Frontier tree, int entries) throws IOException {
        zip.putNextEntry(new ZipEntry("events.jsonl"));
        long bytes = 0;
        for (int i = 0; i < entries; i++) {
            Leaf leaf = Leaf.of(entry(i));
            tree.add(leaf.hash());
            byte[] line =
                    ("{\"index\":" + i + ",\"payload\":" + leaf.payload() + "}\n")
                            .getBytes(StandardCharsets.UTF_8);
            zip.write(line);
            bytes += line.length;
        }
        zip.closeEntry();
        return bytes;
    }

    private static Instant at(int number) {
        return FROM.plusMillis(MILLIS_APART * number);
    }

    private static AuditEntry entry(int number) {
        long call = 1L + number / 2;
        boolean begins = number % 2 == 0;
        return new AuditEntry(
                at(number),
                begins ? "dial.permitted" : "call.ended",
                AuditEntry.Actor.PROGRAM,
                Subject.of(new ConsumerId(1 + call % 100_000), new AccountId(1 + call % 100_000))
                        .during(new AttemptId(call)),
                begins
                        ? Map.of(
                                "decision", call,
                                "mode", "PREDICTIVE",
                                "path", "CAMPAIGN",
                                "reason", "OK",
                                "rulebooks_sha256", "cd".repeat(32))
                        : Map.of("outcome", "RING_NO_ANSWER", "counts", true));
    }

    private static String manifest(int entries) {
        return CanonicalJson.of(
                        Map.of(
                                "format",
                                "rightparty-proof/1",
                                "made_at",
                                at(entries).plusSeconds(120).toString(),
                                "selection",
                                new Selection.Everything().describe(),
                                "size",
                                (long) entries,
                                "checkpoint",
                                1L,
                                "first",
                                0L,
                                "end",
                                (long) entries,
                                "events",
                                (long) entries,
                                "personal",
                                0L))
                + "\n";
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
