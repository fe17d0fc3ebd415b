package org.rightparty.compliance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.TASK;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.compliance.ledger.AuditEntry.Subject;
import org.rightparty.compliance.ledger.MerkleTree;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.ledger.SigningKey;
import org.rightparty.compliance.postgres.LedgerReader;
import org.rightparty.compliance.postgres.PostgresLedger;
import org.rightparty.compliance.postgres.Sealer;
import org.rightparty.compliance.proof.ProofRequest;
import org.rightparty.compliance.proof.ProofWriter;
import org.rightparty.database.Database;
import org.rightparty.database.DatabaseConfig;
import org.rightparty.database.Partitions;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.AttemptId;
import org.rightparty.vocabulary.ConsumerId;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// `./rightparty bench Ledger`: an embedded PostgreSQL with durability on, as in production.
@Tag("bench")
class LedgerBench {
    private static final int EVENTS = 1_000_000;
    private static final int TRANSACTIONS = 5_000;
    private static final int WARM_UP = 500;
    private static final int BATCH = 1_000;
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    @TempDir Path directory;
    private final PostgresLedger ledger = new PostgresLedger();

    @Test
    void what_sealing_and_proving_cost() throws Exception {
        DatabaseConfig config = new DatabaseConfig.Embedded(directory.resolve("db"), 4);
        try (Database database = Database.open(config)) {
            new Partitions(database).makeAhead(NOON);
            System.out.println("| what | figure |\n|---|---|");
            append(database);
            Sealer sealer =
                    new Sealer(database, ledger, SigningKey.make("bench"), (tx, now) -> "00");
            sealer.seal(NOON);
            long written = time(() -> write(database));
            row("%,d events written, %d a statement", "%.1f s", EVENTS, BATCH, written / 1e9);
            long sealed = time(() -> sealer.seal(NOON.plusSeconds(600)));
            row(
                    "%,d events sealed",
                    "%.1f s, %,.0f a second", EVENTS, sealed / 1e9, EVENTS / (sealed / 1e9));
            prove(database);
        }
    }

    private void append(Database database) {
        long[] alone = new long[TRANSACTIONS];
        long[] with = new long[TRANSACTIONS];
        long[] entry = new long[TRANSACTIONS];
        for (int i = -WARM_UP; i < TRANSACTIONS; i++) {
            int at = Math.floorMod(i, TRANSACTIONS);
            alone[at] = time(() -> database.transact(LedgerBench::business));
            with[at] =
                    time(() ->
                            database.transact(tx -> {
                                business(tx);
                                entry[at] = time(() -> ledger.append(tx, permitted(at)));
                                return tx;
                            }));
        }
        row("business write alone, p50 / p99", "%.2f / %.2f ms", ms(alone, 50), ms(alone, 99));
        row(
                "business write with its entry, p50 / p99",
                "%.2f / %.2f ms",
                ms(with, 50),
                ms(with, 99));
        row("the entry itself, p50 / p99", "%.2f / %.2f ms", ms(entry, 50), ms(entry, 99));
    }

    private static int business(DSLContext tx) {
        return tx.insertInto(TASK)
                .set(TASK.KIND, "OTHER")
                .set(TASK.TITLE, "something to do")
                .set(TASK.DUE_AT, NOON)
                .set(TASK.CREATED_AT, NOON)
                .execute();
    }

    /// An entry as the gate writes it, without the number's commitment.
    private static AuditEntry permitted(int number) {
        return new AuditEntry(
                NOON.plusMillis(number),
                "dial.permitted",
                AuditEntry.Actor.PROGRAM,
                Subject.of(new ConsumerId(1 + number), new AccountId(1 + number))
                        .during(new AttemptId(1 + number)),
                Map.of(
                        "decision",
                        number,
                        "mode",
                        "PREDICTIVE",
                        "path",
                        "CAMPAIGN",
                        "reason",
                        "OK",
                        "facts_sha256",
                        "ab".repeat(32),
                        "rulebooks_sha256",
                        "cd".repeat(32)));
    }

    private void write(Database database) {
        for (int from = 0; from < EVENTS; from += BATCH) {
            int first = from;
            database.transact(tx -> {
                ledger.append(
                        tx,
                        IntStream.range(first, first + BATCH).mapToObj(LedgerBench::some).toList());
                return tx;
            });
        }
    }

    private static AuditEntry some(int number) {
        return new AuditEntry(
                NOON,
                "dial.refused",
                AuditEntry.Actor.PROGRAM,
                Subject.of(new ConsumerId(1 + number % 100_000), new AccountId(1 + number)),
                Map.of("decision", number, "reason", "OUTSIDE_HOURS", "facts", "ab".repeat(32)));
    }

    private void prove(Database database) throws Exception {
        Path file = directory.resolve("everything.zip");
        long exported = time(() -> export(database, new Selection.Everything(), file));
        row("everything exported", "%.1f s, %,d MB", exported / 1e9, Files.size(file) >> 20);
        Path one = directory.resolve("one.zip");
        long oneTook =
                time(() -> export(database, new Selection.OfConsumer(new ConsumerId(7)), one));
        row(
                "one consumer of 100,000 exported",
                "%.2f s, %,d KB",
                oneTook / 1e9,
                Files.size(one) >> 10);
        int proof =
                LedgerReader.read(
                        database,
                        reader ->
                                MerkleTree.inclusionProof(
                                                reader.nodes(),
                                                EVENTS / 2,
                                                reader.newest().orElseThrow().size())
                                        .size());
        row("inclusion proof", "%d hashes, %d bytes", proof, proof * MerkleTree.HASH_BYTES);
        row("heap of this process, peak", "%,d MB", peakHeap() >> 20);
        long verified = time(() -> verify(file));
        row("everything verified by the jar with 64 MB of heap", "%.1f s", verified / 1e9);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static void export(Database database, Selection selection, Path file) {
        ProofRequest request = new ProofRequest(selection, false, List.of(), List.of());
        try (OutputStream out = Files.newOutputStream(file)) {
            LedgerReader.read(
                    database,
                    reader -> {
                        try {
                            return new ProofWriter(reader, request, NOON).write(out);
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void verify(Path file) {
        try {
            Path jar = directory.resolve("verifier.jar");
            try (var stream =
                    LedgerBench.class.getResourceAsStream("/verifier/rightparty-verifier.jar")) {
                Files.write(jar, java.util.Objects.requireNonNull(stream).readAllBytes());
            }
            String java = ProcessHandle.current().info().command().orElse("java");
            Process process =
                    new ProcessBuilder(java, "-Xmx64m", "-jar", jar.toString(), file.toString())
                            .redirectErrorStream(true)
                            .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static long time(Runnable work) {
        long from = System.nanoTime();
        work.run();
        return System.nanoTime() - from;
    }

    private static double ms(long[] nanos, int percentile) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * percentile / 100] / 1e6;
    }

    private static void row(String what, String figure, Object... values) {
        long inWhat = what.chars().filter(c -> c == '%').count();
        Object[] first = Arrays.copyOf(values, (int) inWhat);
        Object[] rest = Arrays.copyOfRange(values, (int) inWhat, values.length);
        System.out.println("| " + what.formatted(first) + " | " + figure.formatted(rest) + " |");
    }
}
