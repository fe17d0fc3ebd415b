package org.rightparty.compliance.verifier;

import org.rightparty.compliance.ledger.CanonicalJson;
import org.rightparty.compliance.rules.Sha256;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Holds the enclosed rulebooks against the hash that each decision carries: over the title of each
/// book that was applied, a space and the SHA-256 of its canonical form, a line a book.
final class Books {
    private final ProofFile file;
    private final Map<String, Optional<String>> hashes = new HashMap<>();
    private long fitting;
    private long without;

    Books(ProofFile file) {
        this.file = file;
    }

    void check(Line line) {
        Map<String, Object> detail = line.detail();
        if (!detail.containsKey("rulebooks") || !detail.containsKey("rulebooks_sha256")) {
            return;
        }
        Optional<String> hash = hashes.computeIfAbsent(Line.text(detail, "rulebooks"), this::hash);
        if (hash.isEmpty()) {
            without++;
        } else if (hash.get().equals(Line.text(detail, "rulebooks_sha256"))) {
            fitting++;
        } else {
            throw new Refused(
                    "an enclosed rulebook is not the one of which entry "
                            + line.index()
                            + " carries the hash");
        }
    }

    /// Of the books of these titles; empty when one is not enclosed.
    private Optional<String> hash(String titles) {
        StringBuilder text = new StringBuilder();
        for (String title : titles.split(", ", -1)) {
            String name = "rulebooks/" + title.replace(' ', '-') + ".json";
            if (!file.has(name)) {
                return Optional.empty();
            }
            try {
                text.append(title).append(' ').append(hash(file.object(name))).append('\n');
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return Optional.of(Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String hash(Map<String, Object> json) {
        return Sha256.hex(CanonicalJson.of(json).getBytes(StandardCharsets.UTF_8));
    }

    void report(Report report) {
        if (fitting > 0) {
            report.holds(fitting + " decisions carry the hash of the enclosed rulebooks");
        }
        if (without > 0) {
            report.remark(
                    without
                            + " decisions name rulebooks that are not enclosed: history entered"
                            + " later, or books taken out");
        }
    }
}
