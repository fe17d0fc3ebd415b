package org.rightparty.compliance.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What stands in an entry for a personal fact: HMAC-SHA-256 (RFC 2104) of the value under a salt
/// of its own.
///
/// Whoever has salt and value can show that the entry was about them; without them nothing can be
/// guessed from it. Salts and values are kept apart and can be erased; the entry and its hash stay
/// as they are.
public final class Commitment {
    public static final int SALT_BYTES = 32;

    private Commitment() {}

    /// Lower-case hex.
    public static String to(byte[] salt, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
