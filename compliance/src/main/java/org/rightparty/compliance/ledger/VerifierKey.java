package org.rightparty.compliance.ledger;

import org.rightparty.compliance.rules.Sha256;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public half of the key that signs checkpoints: Ed25519 (RFC 8032) in the form of C2SP
/// signed-note, `name+key id in hex+base64 of 0x01 and the key`.
///
/// @param name of the ledger, without spaces and plus signs
/// @param key the 32 bytes of RFC 8032 section 5.1.5
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record VerifierKey(String name, byte[] key) {
    static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final int KEY_ID_BYTES = 4;
    private static final int SIGN_BIT = 0x80;

    public VerifierKey {
        if (name.isBlank() || name.matches(".*[\\s+].*") || key.length != KEY_BYTES) {
            throw new IllegalArgumentException("not a key for checkpoints: " + name);
        }
    }

    static VerifierKey of(String name, EdECPublicKey key) {
        byte[] littleEndian = new byte[KEY_BYTES];
        byte[] y = key.getPoint().getY().toByteArray();
        for (int i = 0; i < Math.min(y.length, KEY_BYTES); i++) {
            littleEndian[i] = y[y.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            littleEndian[KEY_BYTES - 1] |= (byte) SIGN_BIT;
        }
        return new VerifierKey(name, littleEndian);
    }

    /// @throws IllegalArgumentException when the text is no such key
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a key: it has no name, id and key");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != KEY_BYTES + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("not a key: it is not an Ed25519 key");
        }
        VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("not a key: its id does not fit it");
        }
        return key;
    }

    public byte[] id() {
        return Arrays.copyOf(
                Sha256.of(
                        (name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {ED25519}, key),
                KEY_ID_BYTES);
    }

    public String format() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + typed(key);
    }

    static String typed(byte[] key) {
        byte[] typed = new byte[key.length + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return Base64.getEncoder().encodeToString(typed);
    }

    /// Whether a signature under the note is by this key and right.
    public boolean signed(SignedNote note) {
        return note.signatures().stream()
                .filter(s -> s.name().equals(name) && Arrays.equals(s.keyId(), id()))
                .findFirst()
                .filter(s -> verifies(note.signedBytes(), s.signature()))
                .isPresent();
    }

    private boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey());
            verifier.update(text);
            return verifier.verify(signature);
        } catch (SignatureException | InvalidKeyException | InvalidKeySpecException wrong) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has Ed25519", missing);
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] bigEndian = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            bigEndian[i] = key[KEY_BYTES - 1 - i];
        }
        boolean odd = (bigEndian[0] & SIGN_BIT) != 0;
        bigEndian[0] &= (byte) ~SIGN_BIT;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(
                                NamedParameterSpec.ED25519,
                                new EdECPoint(odd, new BigInteger(1, bigEndian))));
    }
}
