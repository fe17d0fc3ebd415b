package org.rightparty.compliance.verifier;

import org.rightparty.compliance.ledger.Commitment;
import org.rightparty.compliance.ledger.JsonText;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// Opens the commitments for which the file has salts and values, beside the entries: both are in
/// the order of the ledger.
final class Personal implements Closeable {
    private final ProofFile.Lines lines;
    private Optional<Map<String, Object>> next = Optional.empty();
    private long opened;

    Personal(ProofFile file) throws IOException {
        this.lines = file.lines("personal.jsonl");
        advance();
    }

    private void advance() throws IOException {
        next = lines.next().map(JsonText::object);
    }

    void check(Line line) {
        try {
            while (next.isPresent() && Line.number(next.get(), "index") == line.index()) {
                Map<String, Object> fact = next.get();
                advance();
                open(line, fact);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void open(Line line, Map<String, Object> fact) {
        String field = Line.text(fact, "field");
        String commitment =
                Commitment.to(
                        HexFormat.of().parseHex(Line.text(fact, "salt")), Line.text(fact, "value"));
        Map<String, Object> commitments =
                line.entry().containsKey("personal")
                        ? Line.map(line.entry(), "personal")
                        : Map.of();
        if (!commitment.equals(commitments.get(field))) {
            throw new Refused(
                    "the personal fact '"
                            + field
                            + "' is not the one to which entry "
                            + line.index()
                            + " commits");
        }
        opened++;
    }

    /// Whether facts are left that belong to no entry of the file.
    boolean hasMore() {
        return next.isPresent();
    }

    long opened() {
        return opened;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
