package org.rightparty.compliance.ledger;

import org.rightparty.compliance.rules.Sha256;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// An entry as the ledger keeps and hashes it: a leaf of the Merkle tree to be.
///
/// The payload holds the whole entry, not its particulars alone, so that no column can be changed
/// unnoticed: `at`, `kind`, `actor`, whom it concerns, and `detail`.
///
/// @param payload canonical JSON
public record Leaf(String payload) {
    private static final byte[] LEAF = {0};

    public static Leaf of(AuditEntry entry) {
        return new Leaf(CanonicalJson.of(content(entry)));
    }

    /// SHA-256 over 0x00 and the payload (RFC 9162 section 2.1.1).
    public byte[] hash() {
        return Sha256.of(LEAF, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> content(AuditEntry entry) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("at", entry.at().truncatedTo(ChronoUnit.MICROS).toString());
        content.put("kind", entry.kind());
        content.put("actor", entry.actor().name());
        entry.subject().consumer().ifPresent(id -> content.put("consumer", id.value()));
        entry.subject().account().ifPresent(id -> content.put("account", id.value()));
        entry.subject().attempt().ifPresent(id -> content.put("attempt", id.value()));
        entry.subject().campaign().ifPresent(id -> content.put("campaign", id.value()));
        content.put("detail", entry.detail());
        return content;
    }
}
