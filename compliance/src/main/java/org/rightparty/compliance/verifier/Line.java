package org.rightparty.compliance.verifier;

import org.rightparty.compliance.ledger.CanonicalJson;
import org.rightparty.compliance.ledger.JsonText;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// One line of `events.jsonl`: an entry, its place, and how it leads to the root.
///
/// @param payload exactly what was hashed
/// @param proof the inclusion proof; empty in an export of everything
record Line(long index, String payload, Map<String, Object> entry, List<byte[]> proof) {

    /// @throws Refused when it is not in the one form in which it was hashed
    static Line parse(long number, String line) {
        String where = "line " + number + " of events.jsonl";
        try {
            Map<String, Object> all = JsonText.object(line);
            if (!CanonicalJson.of(all).equals(line)) {
                throw new Refused(where + " is not in canonical form (RFC 8785): it was changed");
            }
            Map<String, Object> entry = map(all, "payload");
            return new Line(
                    number(all, "index"), CanonicalJson.of(entry), entry, hashes(all, "proof"));
        } catch (IllegalArgumentException unreadable) {
            throw new Refused(where + " cannot be read: " + unreadable.getMessage());
        }
    }

    String kind() {
        return text(entry, "kind");
    }

    Instant at() {
        try {
            return Instant.parse(text(entry, "at"));
        } catch (DateTimeException wrong) {
            throw new Refused("entry " + index + " has no readable time");
        }
    }

    Map<String, Object> detail() {
        return map(entry, "detail");
    }

    static long number(Map<String, Object> map, String key) {
        if (map.get(key) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("no number '" + key + "'");
    }

    static String text(Map<String, Object> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text '" + key + "'");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> map, String key) {
        if (map.get(key) instanceof Map<?, ?> inner) {
            return (Map<String, Object>) inner;
        }
        throw new IllegalArgumentException("no object '" + key + "'");
    }

    static List<byte[]> hashes(Map<String, Object> map, String key) {
        List<byte[]> hashes = new ArrayList<>();
        if (map.get(key) instanceof List<?> list) {
            for (Object each : list) {
                hashes.add(HexFormat.of().parseHex(String.valueOf(each)));
            }
        }
        return hashes;
    }
}
