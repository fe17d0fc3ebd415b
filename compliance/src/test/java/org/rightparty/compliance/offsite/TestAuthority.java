package org.rightparty.compliance.offsite;

import com.sun.net.httpserver.HttpServer;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// A time-stamp authority of our own: a root, a certificate for time-stamps, and HTTP.
public final class TestAuthority implements AutoCloseable {
    private static final String SIGNATURE = "SHA256withECDSA";

    private final HttpServer server;
    private final KeyPair rootKey = keys();
    private final KeyPair key = keys();
    private final Instant made;
    private final X509Certificate root;
    private final X509Certificate certificate;
    private volatile Instant time;
    private volatile boolean down;
    private int serial;

    /// @param made when the certificates begin to be valid
    /// @param life how long the authority's own certificate is
    public TestAuthority(Instant made, Duration life) throws Exception {
        this.made = made;
        this.time = made.plusSeconds(1);
        this.root = certificate("CN=Test Root", rootKey, rootKey, Duration.ofDays(9_000), true);
        this.certificate = certificate("CN=Test Time-Stamps", key, rootKey, life, false);
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] query = exchange.getRequestBody().readAllBytes();
                        byte[] answer = down ? new byte[0] : answer(query);
                        exchange.getResponseHeaders()
                                .set("Content-Type", "application/timestamp-reply");
                        exchange.sendResponseHeaders(down ? 503 : 200, down ? -1 : answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
        server.start();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private X509Certificate certificate(
            String name, KeyPair subject, KeyPair issuer, Duration life, boolean authority)
            throws Exception {
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        new X500Name("CN=Test Root"),
                        BigInteger.valueOf(++serial),
                        Date.from(made),
                        Date.from(made.plus(life)),
                        new X500Name(name),
                        subject.getPublic());
        if (authority) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } else {
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    true,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder(SIGNATURE).build(issuer.getPrivate())));
    }

    private byte[] answer(byte[] query) {
        try {
            TimeStampTokenGenerator tokens =
                    new TimeStampTokenGenerator(
                            new JcaSimpleSignerInfoGeneratorBuilder()
                                    .build(SIGNATURE, key.getPrivate(), certificate),
                            new JcaDigestCalculatorProviderBuilder()
                                    .build()
                                    .get(
                                            new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                                    org.bouncycastle.asn1.nist.NISTObjectIdentifiers
                                                            .id_sha256)),
                            new ASN1ObjectIdentifier("1.2.3.4"));
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            TimeStampResponse response =
                    new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                            .generate(
                                    new TimeStampRequest(query),
                                    BigInteger.valueOf(++serial),
                                    Date.from(time));
            return response.getEncoded();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public X509Certificate root() {
        return root;
    }

    /// The time it will state from now on.
    public void time(Instant now) {
        time = now;
    }

    public void down(boolean now) {
        down = now;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
