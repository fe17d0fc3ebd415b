package org.rightparty.compliance.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Checks the time-stamps of a file: that each is over its checkpoint, signed by an authority whose
/// certificate was valid then, and not far from what the checkpoint says of itself.
final class TimeStamps {
    private static final String FOLDER = "timestamps/";
    private static final String ARCHIVE = FOLDER + "authorities.pem";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final List<X509Certificate> given;
    private final Instant now;

    TimeStamps(List<X509Certificate> given, Instant now) {
        this.given = given;
        this.now = now;
    }

    /// Certificates one after the other, PEM or DER.
    static List<X509Certificate> certificates(byte[] bytes) {
        try {
            List<X509Certificate> certificates = new ArrayList<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .forEach(each -> certificates.add((X509Certificate) each));
            return certificates;
        } catch (CertificateException unreadable) {
            throw new IllegalArgumentException("certificates cannot be read", unreadable);
        }
    }

    void check(ProofFile file, History history, Report report) throws IOException {
        List<X509Certificate> trusted =
                given.isEmpty() && file.has(ARCHIVE) ? certificates(file.bytes(ARCHIVE)) : given;
        int held = 0;
        for (String name : file.names(FOLDER)) {
            if (name.endsWith(".tst")) {
                long number = Long.parseLong(name.substring(FOLDER.length()).split("\\D")[0]);
                held += check(file.bytes(name), number, history, trusted, report);
            }
        }
        if (held > 0 && given.isEmpty()) {
            report.remark(
                    "the authority's certificate is the file's own: compare it, or check with"
                            + " --authority");
        } else if (held == 0) {
            report.remark("no time-stamp of an outside authority is in the file");
        }
    }

    /// @return 1 when it holds
    private int check(
            byte[] token,
            long number,
            History history,
            List<X509Certificate> trusted,
            Report report) {
        String title = "the time-stamp of checkpoint " + number;
        try {
            History.Signed checkpoint =
                    history.checkpoints().stream()
                            .filter(c -> c.number().filter(n -> n == number).isPresent())
                            .findFirst()
                            .orElseThrow(() -> new Refused(title + " has no checkpoint"));
            TimeStampToken stamp = TimeStampToken.parse(token);
            if (!stamp.covers(checkpoint.note().getBytes(StandardCharsets.UTF_8))) {
                throw new Refused(title + " is of another checkpoint");
            }
            X509Certificate signer = signer(stamp, trusted, title);
            path(stamp, signer, trusted, title);
            dates(checkpoint, stamp.time(), title);
            report.holds(title + ": " + stamp.time() + " by " + signer.getSubjectX500Principal());
            if (signer.getNotAfter().toInstant().isBefore(now)) {
                report.remark(
                        "the authority's certificate has expired since; it was valid at "
                                + stamp.time());
            }
            return 1;
        } catch (Refused refused) {
            report.broken(String.valueOf(refused.getMessage()));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            report.broken(title + " cannot be checked: " + unreadable.getMessage());
        }
        return 0;
    }

    private static X509Certificate signer(
            TimeStampToken stamp, List<X509Certificate> trusted, String title)
            throws GeneralSecurityException {
        Optional<X509Certificate> signer = stamp.signedBy(trusted);
        if (signer.isEmpty()) {
            throw new Refused(
                    title + " cannot be checked: its authority's certificate is not archived");
        }
        if (!stamp.signatureHolds(signer.get())) {
            throw new Refused(title + " is not signed by its authority: it was changed");
        }
        List<String> uses = signer.get().getExtendedKeyUsage();
        if (uses == null || !uses.contains(TIME_STAMPING)) {
            throw new Refused(title + " is signed by a key that is not for time-stamps");
        }
        return signer.get();
    }

    /// From the signer to an authority the reader trusts, at the time of the stamp.
    private static void path(
            TimeStampToken stamp,
            X509Certificate signer,
            List<X509Certificate> trusted,
            String title)
            throws GeneralSecurityException {
        if (trusted.isEmpty()) {
            throw new Refused(
                    title + " cannot be checked: its authority's certificate is not archived");
        }
        if (trusted.contains(signer)) {
            valid(signer, stamp.time(), title);
            return;
        }
        List<X509Certificate> path = new ArrayList<>(List.of(signer));
        X509Certificate last = signer;
        for (int i = 0; i < stamp.certificates().size(); i++) {
            X509Certificate child = last;
            Optional<X509Certificate> issuer =
                    stamp.certificates().stream()
                            .filter(c -> !path.contains(c) && !trusted.contains(c))
                            .filter(c ->
                                    c.getSubjectX500Principal()
                                            .equals(child.getIssuerX500Principal()))
                            .findFirst();
            if (issuer.isPresent()) {
                last = issuer.get();
                path.add(last);
            }
        }
        PKIXParameters parameters =
                new PKIXParameters(
                        trusted.stream()
                                .map(c -> new TrustAnchor(c, null))
                                .collect(Collectors.toSet()));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(stamp.time()));
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(path),
                            parameters);
        } catch (CertPathValidatorException untrusted) {
            throw new Refused(
                    title + " does not lead to a trusted authority: " + untrusted.getMessage());
        }
    }

    private static void valid(X509Certificate signer, Instant at, String title) {
        if (at.isBefore(signer.getNotBefore().toInstant())
                || at.isAfter(signer.getNotAfter().toInstant())) {
            throw new Refused(title + " was made when its authority's certificate was not valid");
        }
    }

    /// A checkpoint exists before it is stamped, and says so.
    private static void dates(History.Signed checkpoint, Instant stamped, String title) {
        Instant at = checkpoint.checkpoint().at();
        if (at.isAfter(stamped.plus(CLOCKS))) {
            throw new Refused(
                    title + " is of " + stamped + ", before the checkpoint's own date " + at);
        }
    }
}
