package org.rightparty.compliance.verifier;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.security.auth.x500.X500Principal;

/// A time-stamp token of RFC 3161: an authority's signature (CMS, RFC 5652) over a hash and a time.
final class TimeStampToken {
    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final Map<String, String> DIGESTS =
            Map.of(
                    "2.16.840.1.101.3.4.2.1", "SHA-256",
                    "2.16.840.1.101.3.4.2.2", "SHA-384",
                    "2.16.840.1.101.3.4.2.3", "SHA-512");
    private static final Map<String, String> SIGNATURES =
            Map.of(
                    "1.2.840.113549.1.1.11", "SHA256withRSA",
                    "1.2.840.113549.1.1.12", "SHA384withRSA",
                    "1.2.840.113549.1.1.13", "SHA512withRSA",
                    "1.2.840.10045.4.3.2", "SHA256withECDSA",
                    "1.2.840.10045.4.3.3", "SHA384withECDSA",
                    "1.2.840.10045.4.3.4", "SHA512withECDSA",
                    "1.3.101.112", "Ed25519");
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final DateTimeFormatter GENERALIZED =
            new DateTimeFormatterBuilder()
                    .appendPattern("yyyyMMddHHmmss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendLiteral('Z')
                    .toFormatter();

    private final Der info;
    private final List<X509Certificate> certificates;
    private final Der signer;

    private TimeStampToken(Der info, List<X509Certificate> certificates, Der signer) {
        this.info = info;
        this.certificates = certificates;
        this.signer = signer;
    }

    /// @throws IllegalArgumentException when it is no such token
    static TimeStampToken parse(byte[] token) throws GeneralSecurityException {
        Der content = Der.parse(token).is(Der.SEQUENCE);
        if (!content.child(0).oid().equals(SIGNED_DATA)) {
            throw new IllegalArgumentException("not signed data");
        }
        Der signedData = content.child(1).is(Der.CONTEXT_0).child(0).is(Der.SEQUENCE);
        Der encapsulated = signedData.child(2);
        if (!encapsulated.child(0).oid().equals(TST_INFO)) {
            throw new IllegalArgumentException("not a time-stamp");
        }
        Der info = encapsulated.child(1).child(0).is(Der.OCTETS);
        List<X509Certificate> certificates = new ArrayList<>();
        for (Der part : signedData.children()) {
            if (part.tag() == Der.CONTEXT_0) {
                CertificateFactory factory = CertificateFactory.getInstance("X.509");
                for (Der each : part.children()) {
                    certificates.add(
                            (X509Certificate)
                                    factory.generateCertificate(
                                            new ByteArrayInputStream(each.encoded())));
                }
            }
        }
        Der signers = signedData.child(signedData.children().size() - 1).is(Der.SET);
        if (signers.children().size() != 1) {
            throw new IllegalArgumentException("not one signer");
        }
        return new TimeStampToken(info, certificates, signers.child(0));
    }

    private Der tstInfo() {
        return Der.parse(info.bytes()).is(Der.SEQUENCE);
    }

    /// Whether the authority stamped these bytes.
    boolean covers(byte[] data) throws GeneralSecurityException {
        Der imprint = tstInfo().child(2);
        return Arrays.equals(
                digest(imprint.child(0).child(0).oid(), data),
                imprint.child(1).is(Der.OCTETS).bytes());
    }

    /// The time the authority states.
    Instant time() {
        for (Der part : tstInfo().children()) {
            if (part.tag() == Der.TIME) {
                return time(new String(part.bytes(), StandardCharsets.US_ASCII));
            }
        }
        throw new IllegalArgumentException("no time");
    }

    private static Instant time(String text) {
        try {
            return LocalDateTime.parse(text, GENERALIZED).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("no time: " + text, wrong);
        }
    }

    List<X509Certificate> certificates() {
        return certificates;
    }

    /// The certificate that made the signature, among those of the token and `further` ones; empty
    /// when it is not among them.
    Optional<X509Certificate> signedBy(List<X509Certificate> further) {
        List<X509Certificate> all = new ArrayList<>(certificates);
        all.addAll(further);
        return all.stream().filter(this::isSigner).findFirst();
    }

    private boolean isSigner(X509Certificate certificate) {
        Der id = signer.child(1);
        if (id.tag() == Der.SEQUENCE) {
            return new X500Principal(id.child(0).encoded())
                            .equals(certificate.getIssuerX500Principal())
                    && new BigInteger(id.child(1).is(Der.INTEGER).bytes())
                            .equals(certificate.getSerialNumber());
        }
        byte[] extension = certificate.getExtensionValue("2.5.29.14");
        return extension != null
                && Arrays.equals(Der.parse(Der.parse(extension).bytes()).bytes(), id.bytes());
    }

    /// Whether the signature is the certificate's and covers what the token says (RFC 5652 section
    /// 5.4: the digest stands among the signed attributes).
    boolean signatureHolds(X509Certificate certificate) throws GeneralSecurityException {
        Der attributes = signer.child(3).is(Der.CONTEXT_0);
        String digest = signer.child(2).child(0).oid();
        byte[] stated = attribute(attributes, MESSAGE_DIGEST).is(Der.OCTETS).bytes();
        if (!attribute(attributes, CONTENT_TYPE).oid().equals(TST_INFO)
                || !Arrays.equals(stated, digest(digest, info.bytes()))) {
            return false;
        }
        byte[] signed = attributes.encoded().clone();
        signed[0] = (byte) Der.SET;
        Signature verifier =
                Signature.getInstance(algorithm(signer.child(4).child(0).oid(), digest));
        verifier.initVerify(certificate);
        verifier.update(signed);
        return verifier.verify(signer.child(5).is(Der.OCTETS).bytes());
    }

    private static Der attribute(Der attributes, String oid) {
        return attributes.children().stream()
                .filter(attribute -> attribute.child(0).oid().equals(oid))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an attribute is missing"))
                .child(1)
                .child(0);
    }

    private static String algorithm(String oid, String digest) {
        String known =
                oid.equals(RSA) ? name(digest).replace("-", "") + "withRSA" : SIGNATURES.get(oid);
        if (known == null) {
            throw new IllegalArgumentException("a signature of a kind not known here: " + oid);
        }
        return known;
    }

    private static String name(String digest) {
        String name = DIGESTS.get(digest);
        if (name == null) {
            throw new IllegalArgumentException("a hash of a kind not known here: " + digest);
        }
        return name;
    }

    private static byte[] digest(String oid, byte[] data) throws GeneralSecurityException {
        return MessageDigest.getInstance(name(oid)).digest(data);
    }
}
