package org.rightparty.compliance.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A text and the signatures under it (C2SP signed-note): text, an empty line, and for each
/// signature a line of an em dash, the key's name, and base64 of key id and signature.
///
/// @param text ends with a line feed; exactly what is signed
public record SignedNote(String text, List<Signature> signatures) {
    private static final String DASH = "\u2014 ";
    private static final int KEY_ID_BYTES = 4;
    private static final int SIGNATURES_MAX = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /// @param keyId first four bytes of SHA-256 over name, line feed, 0x01 and public key
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Signature(String name, byte[] keyId, byte[] signature) {
        String line() {
            byte[] both = Arrays.copyOf(keyId, keyId.length + signature.length);
            System.arraycopy(signature, 0, both, keyId.length, signature.length);
            return DASH + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
        }
    }

    public byte[] signedBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The whole note.
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /// @throws IllegalArgumentException when it is no note
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 1 || !note.endsWith("\n")) {
            throw new IllegalArgumentException(
                    "not a signed note: no empty line before signatures");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(end + 2).lines().toList()) {
            signatures.add(signature(line));
        }
        if (signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
            throw new IllegalArgumentException("not a signed note: no signature");
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    private static Signature signature(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !line.startsWith(DASH)) {
            throw new IllegalArgumentException("not a signed note: bad signature line");
        }
        byte[] both = Base64.getDecoder().decode(parts[2]);
        if (both.length <= KEY_ID_BYTES) {
            throw new IllegalArgumentException("not a signed note: signature too short");
        }
        return new Signature(
                parts[1],
                Arrays.copyOf(both, KEY_ID_BYTES),
                Arrays.copyOfRange(both, KEY_ID_BYTES, both.length));
    }
}
