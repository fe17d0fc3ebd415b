package org.rightparty.compliance.ledger;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// An entry as the ledger keeps and hashes it: a leaf of the Merkle tree to be.
///
/// The payload holds the whole entry, not its particulars alone, so that no column can be changed
/// unnoticed: `at`, `kind`, `actor`, whom it concerns, `detail`, and in `personal` a commitment to
/// each personal fact.
///
/// @param payload canonical JSON
public record Leaf(String payload) {
    /// An entry without personal facts.
    public static Leaf of(AuditEntry entry) {
        return of(entry, Map.of());
    }

    /// @param salts one for each personal fact of the entry
    public static Leaf of(AuditEntry entry, Map<String, byte[]> salts) {
        return new Leaf(CanonicalJson.of(content(entry, salts)));
    }

    /// SHA-256 over 0x00 and the payload (RFC 9162 section 2.1.1).
    public byte[] hash() {
        return MerkleTree.leafHash(payload.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> content(AuditEntry entry, Map<String, byte[]> salts) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("at", entry.at().truncatedTo(ChronoUnit.MICROS).toString());
        content.put("kind", entry.kind());
        content.put("actor", entry.actor().name());
        entry.subject().consumer().ifPresent(id -> content.put("consumer", id.value()));
        entry.subject().account().ifPresent(id -> content.put("account", id.value()));
        entry.subject().attempt().ifPresent(id -> content.put("attempt", id.value()));
        entry.subject().campaign().ifPresent(id -> content.put("campaign", id.value()));
        content.put("detail", entry.detail());
        if (!entry.personal().isEmpty()) {
            content.put("personal", commitments(entry.personal(), salts));
        }
        return content;
    }

    private static Map<String, String> commitments(
            Map<String, String> facts, Map<String, byte[]> salts) {
        Map<String, String> commitments = new TreeMap<>();
        facts.forEach((field, value) -> {
            byte[] salt = salts.get(field);
            if (salt == null) {
                throw new IllegalArgumentException("no salt for " + field);
            }
            commitments.put(field, Commitment.to(salt, value));
        });
        return commitments;
    }
}
