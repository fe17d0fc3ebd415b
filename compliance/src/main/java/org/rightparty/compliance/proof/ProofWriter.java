package org.rightparty.compliance.proof;

import org.rightparty.compliance.ledger.CanonicalJson;
import org.rightparty.compliance.ledger.Checkpoint;
import org.rightparty.compliance.ledger.JsonText;
import org.rightparty.compliance.ledger.MerkleTree;
import org.rightparty.compliance.ledger.Selection;
import org.rightparty.compliance.ledger.SignedNote;
import org.rightparty.compliance.postgres.LedgerReader;
import org.rightparty.compliance.postgres.LedgerReader.Extract;
import org.rightparty.compliance.postgres.LedgerReader.Kept;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes an export of the ledger that proves itself: a ZIP, piece by piece, in constant memory.
/// `SPEC.md` in it describes every file.
public final class ProofWriter {
    private static final String FORMAT = "rightparty-proof/1";

    /// Clocks of several machines differ a little.
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private static final List<String> ENCLOSED =
            List.of("SPEC.md", "verify.py", "rightparty-verifier.jar");

    private final LedgerReader ledger;
    private final ProofRequest request;
    private final Instant now;

    public ProofWriter(LedgerReader ledger, ProofRequest request, Instant now) {
        this.ledger = ledger;
        this.request = request;
        this.now = now;
    }

    /// What was written.
    ///
    /// @param selected those of the entries that were asked for; of a period the others were sealed
    ///     beside them, or end its calls; of a person or a campaign one tells of a demonstration
    /// @param size entries of the ledger at the export's newest checkpoint
    /// @param begun when the ledger's first checkpoint was signed
    public record Written(long events, long selected, long personal, long size, Instant begun) {}

    /// @throws IllegalStateException when nothing was sealed yet
    public Written write(OutputStream out) throws IOException {
        Kept newest =
                ledger.newest()
                        .orElseThrow(() -> new IllegalStateException("nothing was sealed yet"));
        List<Kept> checkpoints = checkpoints(newest);
        Extract extract = extract(newest);
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(out), StandardCharsets.UTF_8)) {
            Counted events = events(zip, extract);
            decisions(zip, extract);
            long personal = request.personal() ? personal(zip, extract) : 0;
            history(zip, checkpoints, newest.size());
            text(zip, "ledger.vkey", String.join("\n", ledger.keys()) + "\n");
            timeStamps(zip, checkpoints);
            for (LedgerReader.Book book : ledger.rulebooks()) {
                text(
                        zip,
                        "rulebooks/" + book.name() + "-" + book.version() + ".json",
                        book.content());
            }
            for (String name : ENCLOSED) {
                enclose(zip, name);
            }
            text(zip, "manifest.json", manifest(newest, extract, events.all, personal));
            return new Written(
                    events.all,
                    events.selected,
                    personal,
                    newest.size(),
                    checkpoints.getFirst().at());
        }
    }

    private Extract extract(Kept newest) {
        return switch (request.selection()) {
            case Selection.Period period -> {
                Extract cut =
                        new Extract(
                                period,
                                ledger.lastBy(from(period)).map(Kept::size).orElse(0L),
                                end(period, newest),
                                newest.size(),
                                Set.of(),
                                Optional.empty());
                yield new Extract(
                        period,
                        cut.first(),
                        cut.end(),
                        cut.size(),
                        ledger.underWay(cut),
                        Optional.empty());
            }
            case Selection.Everything _, Selection.OfConsumer _, Selection.OfCampaign _ ->
                    new Extract(
                            request.selection(),
                            0,
                            newest.size(),
                            newest.size(),
                            Set.of(),
                            ledger.demonstration(newest));
        };
    }

    /// An entry may be dated a little after the checkpoint that covers it.
    private static Instant from(Selection.Period period) {
        return period.from().minus(CLOCKS);
    }

    /// A ledger whose first checkpoint came after the period sealed nothing in it.
    private long end(Selection.Period period, Kept newest) {
        return ledger.lastBy(period.to()).isEmpty()
                ? 0
                : ledger.firstFrom(period.to()).map(Kept::size).orElse(newest.size());
    }

    private List<Kept> checkpoints(Kept newest) {
        TreeMap<Long, Kept> chosen = new TreeMap<>();
        ledger.landmarks().forEach(kept -> chosen.put(kept.id(), kept));
        ledger.oldest().ifPresent(kept -> chosen.put(kept.id(), kept));
        chosen.put(newest.id(), newest);
        if (request.selection() instanceof Selection.Period period) {
            ledger.lastBy(from(period)).ifPresent(kept -> chosen.put(kept.id(), kept));
            ledger.firstFrom(period.to()).ifPresent(kept -> chosen.put(kept.id(), kept));
        }
        return chosen.values().stream().filter(kept -> kept.size() <= newest.size()).toList();
    }

    /// How many entries were written.
    private static final class Counted {
        private long all;
        private long selected;
    }

    private boolean isSelected(LedgerReader.Event event, Extract extract) {
        return switch (request.selection()) {
            case Selection.Everything _ -> true;
            case Selection.OfConsumer _, Selection.OfCampaign _ ->
                    !extract.demonstration().equals(Optional.of(event.index()));
            case Selection.Period period ->
                    !event.at().isBefore(period.from()) && event.at().isBefore(period.to());
        };
    }

    private Counted events(ZipOutputStream zip, Extract extract) throws IOException {
        boolean proofs = !(request.selection() instanceof Selection.Everything);
        MerkleTree.Nodes nodes = ledger.nodes();
        Counted count = new Counted();
        zip.putNextEntry(new ZipEntry("events.jsonl"));
        ledger.events(
                extract,
                event -> {
                    StringBuilder line =
                            new StringBuilder("{\"index\":")
                                    .append(event.index())
                                    .append(",\"payload\":")
                                    .append(event.payload());
                    if (proofs) {
                        appendProof(
                                line,
                                MerkleTree.inclusionProof(nodes, event.index(), extract.size()));
                    }
                    write(zip, line.append("}\n").toString());
                    count.all++;
                    count.selected += isSelected(event, extract) ? 1 : 0;
                });
        zip.closeEntry();
        return count;
    }

    private static void appendProof(StringBuilder line, List<byte[]> proof) {
        line.append(",\"proof\":[");
        String comma = "";
        for (byte[] hash : proof) {
            line.append(comma).append('"').append(HexFormat.of().formatHex(hash)).append('"');
            comma = ",";
        }
        line.append(']');
    }

    /// What each decision looked at, so that it can be decided again.
    private void decisions(ZipOutputStream zip, Extract extract) throws IOException {
        zip.putNextEntry(new ZipEntry("decisions.jsonl"));
        ledger.decisions(
                extract,
                decision -> {
                    Map<String, Object> line =
                            Map.of(
                                    "index", decision.index(),
                                    "facts", JsonText.object(decision.facts()));
                    write(zip, CanonicalJson.of(line) + "\n");
                });
        zip.closeEntry();
    }

    private long personal(ZipOutputStream zip, Extract extract) throws IOException {
        long[] count = {0};
        zip.putNextEntry(new ZipEntry("personal.jsonl"));
        ledger.personal(
                extract,
                fact -> {
                    Map<String, Object> line =
                            Map.of(
                                    "index", fact.index(),
                                    "field", fact.field(),
                                    "salt", HexFormat.of().formatHex(fact.salt()),
                                    "value", fact.value());
                    write(zip, CanonicalJson.of(line) + "\n");
                    count[0]++;
                });
        zip.closeEntry();
        return count[0];
    }

    /// Checkpoints, and what shows that each is the beginning of the next; those the reader kept
    /// are among the steps.
    private void history(ZipOutputStream zip, List<Kept> checkpoints, long size)
            throws IOException {
        List<Long> sizes = new ArrayList<>();
        for (Kept kept : checkpoints) {
            text(zip, "checkpoints/%012d.note".formatted(kept.id()), kept.note());
            sizes.add(kept.size());
        }
        for (String note : request.kept()) {
            sizes.add(Checkpoint.parse(SignedNote.parse(note).text()).size());
        }
        List<Long> steps =
                sizes.stream().filter(s -> s > 0 && s <= size).distinct().sorted().toList();
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i < steps.size(); i++) {
            long from = steps.get(i - 1);
            long to = steps.get(i);
            Map<String, Object> step =
                    Map.of(
                            "from", from,
                            "to", to,
                            "proof",
                                    MerkleTree.consistencyProof(ledger.nodes(), from, to).stream()
                                            .map(HexFormat.of()::formatHex)
                                            .toList());
            lines.append(CanonicalJson.of(step)).append('\n');
        }
        text(zip, "consistency.jsonl", lines.toString());
    }

    private void timeStamps(ZipOutputStream zip, List<Kept> checkpoints) throws IOException {
        List<Long> chosen = checkpoints.stream().map(Kept::id).toList();
        int number = 0;
        for (LedgerReader.TimeStamp stamp : ledger.timeStamps()) {
            if (chosen.contains(stamp.checkpoint())) {
                String name = "timestamps/%012d-%d.tst".formatted(stamp.checkpoint(), number++);
                zip.putNextEntry(new ZipEntry(name));
                zip.write(stamp.token());
                zip.closeEntry();
            }
        }
        if (!request.authorities().isEmpty()) {
            StringBuilder pem = new StringBuilder();
            Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
            for (byte[] certificate : request.authorities()) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(encoder.encodeToString(certificate))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            text(zip, "timestamps/authorities.pem", pem.toString());
        }
    }

    private String manifest(Kept newest, Extract extract, long events, long personal) {
        return CanonicalJson.of(
                        Map.of(
                                "format", FORMAT,
                                "made_at", now.toString(),
                                "selection", request.selection().describe(),
                                "size", newest.size(),
                                "checkpoint", newest.id(),
                                "first", extract.first(),
                                "end", extract.end(),
                                "events", events,
                                "personal", personal))
                + "\n";
    }

    private static void enclose(ZipOutputStream zip, String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(
                        ProofWriter.class.getResourceAsStream("/verifier/" + name), name)) {
            zip.putNextEntry(new ZipEntry(name));
            stream.transferTo(zip);
            zip.closeEntry();
        }
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void write(ZipOutputStream zip, String line) {
        try {
            zip.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
