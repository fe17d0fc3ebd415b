package org.rightparty.compliance.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The key that signs checkpoints, with its public half.
public final class SigningKey {
    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int PARTS = 5;

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey key;

    private SigningKey(VerifierKey verifier, byte[] seed) throws GeneralSecurityException {
        this.verifier = verifier;
        this.seed = seed;
        this.key =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }

    /// A new key for the ledger of that name.
    public static SigningKey make(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new SigningKey(VerifierKey.of(name, (EdECPublicKey) pair.getPublic()), seed);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has Ed25519", missing);
        }
    }

    /// The two lines that `format` wrote.
    ///
    /// @throws IllegalArgumentException when they are not such lines, or do not belong together
    public static SigningKey parse(String lines) {
        List<String> both = lines.lines().toList();
        if (both.size() != 2 || !both.getFirst().startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a signing key");
        }
        String[] parts = both.getFirst().split("\\+", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a signing key");
        }
        byte[] typed = Base64.getDecoder().decode(parts[PARTS - 1]);
        try {
            SigningKey key =
                    new SigningKey(
                            VerifierKey.parse(both.get(1)),
                            Arrays.copyOfRange(typed, 1, typed.length));
            if (!key.verifier.signed(key.sign("a test\n"))) {
                throw new IllegalArgumentException("the two halves do not belong together");
            }
            return key;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("not a signing key", unusable);
        }
    }

    /// Secret and public half, a line each.
    public String format() {
        return PREFIX
                + verifier.name()
                + "+"
                + HexFormat.of().formatHex(verifier.id())
                + "+"
                + VerifierKey.typed(seed)
                + "\n"
                + verifier.format()
                + "\n";
    }

    public VerifierKey verifier() {
        return verifier;
    }

    public SignedNote sign(String text) {
        try {
            SignedNote unsigned = new SignedNote(text, List.of());
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(unsigned.signedBytes());
            return new SignedNote(
                    text,
                    List.of(
                            new SignedNote.Signature(
                                    verifier.name(), verifier.id(), signer.sign())));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("signing failed", broken);
        }
    }

    /// Never the secret.
    @Override
    public String toString() {
        return "SigningKey[" + verifier.format() + "]";
    }
}
