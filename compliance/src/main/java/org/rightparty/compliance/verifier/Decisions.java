package org.rightparty.compliance.verifier;

import org.rightparty.compliance.ledger.CanonicalJson;
import org.rightparty.compliance.ledger.JsonText;
import org.rightparty.compliance.rules.Sha256;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Holds what each decision looked at, and the rulebooks, against the hashes that its entry
/// carries, beside the entries: both are in the order of the ledger.
final class Decisions implements Closeable {
    private final ProofFile.Lines lines;
    private final Books books;
    private Optional<Map<String, Object>> next = Optional.empty();
    private long fitting;
    private long without;

    Decisions(ProofFile file) throws IOException {
        this.lines = file.lines("decisions.jsonl");
        this.books = new Books(file);
        advance();
    }

    private void advance() throws IOException {
        next = lines.next().map(JsonText::object);
    }

    void check(Line line) {
        if (line.kind().startsWith("dial.")) {
            books.check(line);
        }
        if (!line.kind().startsWith("dial.") || !line.detail().containsKey("facts_sha256")) {
            return;
        }
        if (next.isEmpty() || Line.number(next.get(), "index") != line.index()) {
            without++;
            return;
        }
        Map<String, Object> facts = Line.map(next.get(), "facts");
        try {
            advance();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        byte[] text = CanonicalJson.of(facts).getBytes(StandardCharsets.UTF_8);
        if (!Sha256.hex(text).equals(Line.text(line.detail(), "facts_sha256"))) {
            throw new Refused(
                    "the inputs of a decision are not those of which entry "
                            + line.index()
                            + " carries the hash");
        }
        fitting++;
    }

    /// Whether inputs are left that belong to no entry of the file.
    boolean hasMore() {
        return next.isPresent();
    }

    void report(Report report) {
        books.report(report);
        if (fitting > 0) {
            report.holds(fitting + " decisions carry the inputs that their entries name");
        }
        if (without > 0) {
            report.remark(without + " decisions are without their inputs, erased or not exported");
        }
        report.leaves(fitting);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
