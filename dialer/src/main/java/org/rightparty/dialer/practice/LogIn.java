package org.rightparty.dialer.practice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The two ways a client may prove that it knows the secret: the secret itself, or the MD5 of a
/// challenge and the secret. MD5 is what the interface's protocol asks for; it guards nothing here.
record LogIn(String user, String secret) {

    boolean accepts(AmiMessage action, String challenge) {
        String given = action.get("AuthType").equalsIgnoreCase("MD5") ? action.get("Key") : "";
        boolean known =
                given.isEmpty()
                        ? same(secret, action.get("Secret"))
                        : !challenge.isEmpty() && same(md5(challenge + secret), given);
        return known && user.equals(action.get("Username"));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
