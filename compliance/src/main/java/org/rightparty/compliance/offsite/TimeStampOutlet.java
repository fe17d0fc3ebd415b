package org.rightparty.compliance.offsite;

import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.rightparty.compliance.rules.Sha256;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// A time-stamp authority (RFC 3161 over HTTP): it signs that it saw a checkpoint's hash at its own
/// time. It learns nothing but the hash.
public final class TimeStampOutlet implements Outlet {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int NONCE_BITS = 64;
    private static final int OK = 200;

    private final URI authority;
    private final Duration every;
    private final RandomGenerator nonces;
    private final Stamped stamped;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /// @param nonces so that an old answer is not taken for a new one
    public TimeStampOutlet(URI authority, Duration every, RandomGenerator nonces, Stamped stamped) {
        this.authority = authority;
        this.every = every;
        this.nonces = nonces;
        this.stamped = stamped;
    }

    /// Where tokens go.
    @FunctionalInterface
    public interface Stamped {
        /// @param token with the authority's certificates (CMS, DER)
        void keep(long checkpoint, URI authority, Instant at, byte[] token);
    }

    @Override
    public String name() {
        return "time-stamp";
    }

    @Override
    public Duration every() {
        return every;
    }

    @Override
    public void send(Copy checkpoint) {
        byte[] hash = Sha256.of(checkpoint.note().getBytes(StandardCharsets.UTF_8));
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        byte[] nonce = new byte[NONCE_BITS / Byte.SIZE];
        nonces.nextBytes(nonce);
        try {
            TimeStampRequest request =
                    generator.generate(TSPAlgorithms.SHA256, hash, new BigInteger(1, nonce));
            TimeStampToken token = token(request);
            stamped.keep(
                    checkpoint.id(),
                    authority,
                    token.getTimeStampInfo().getGenTime().toInstant(),
                    token.toCMSSignedData().getEncoded("DER"));
        } catch (TSPException wrong) {
            throw new OutletFailure("the authority's answer does not fit the question", wrong);
        } catch (IOException failed) {
            throw new OutletFailure("the authority does not answer", failed);
        }
    }

    private TimeStampToken token(TimeStampRequest request) throws IOException, TSPException {
        TimeStampResponse response = new TimeStampResponse(post(request.getEncoded()));
        response.validate(request);
        TimeStampToken token = response.getTimeStampToken();
        if (token == null) {
            throw new OutletFailure("the authority gave no token: " + response.getStatus());
        }
        return token;
    }

    private byte[] post(byte[] query) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(authority)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/timestamp-query")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new OutletFailure("the authority refused: " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
