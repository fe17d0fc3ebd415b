package org.rightparty.compliance.verifier;

import org.rightparty.compliance.ledger.VerifierKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The stand-alone verifier's command: `java -jar rightparty-verifier.jar FILE [--key KEY] [--kept
/// FILE]… [--authority FILE]…`.
public final class VerifierMain {
    private static final int UNUSABLE = 2;
    private static final String USAGE =
            """
            usage: java -jar rightparty-verifier.jar FILE.zip [OPTION]...
              --key KEY         the ledger's key as you were given it, or a file that holds it
              --kept FILE       a checkpoint you received earlier; may be given several times
              --authority FILE  certificate (PEM) of a time-stamp authority that you trust
            exit code: 0 both verdicts are good, 1 integrity refused, 2 unusable input,
              3 integrity proven but completeness not
            """;

    private VerifierMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        List<VerifierKey> keys = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<X509Certificate> authorities = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        try {
            for (int i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--key" -> keys.add(key(arguments.get(++i)));
                    case "--kept" -> kept.add(Files.readString(Path.of(arguments.get(++i))));
                    case "--authority" ->
                            authorities.addAll(
                                    TimeStamps.certificates(
                                            Files.readAllBytes(Path.of(arguments.get(++i)))));
                    default -> files.add(Path.of(arguments.get(i)));
                }
            }
            if (files.size() != 1) {
                System.err.print(USAGE);
                return UNUSABLE;
            }
            Report report =
                    new Verifier(keys, kept, authorities, InstantSource.system().instant())
                            .check(files.get(0));
            report.lines().forEach(System.out::println);
            if (report.undecided() > 0) {
                System.out.println(
                        "not done here: deciding each decision again by the enclosed rulebooks;"
                                + " ./rightparty ledger verify FILE does it");
            }
            return report.exitCode();
        } catch (NoSuchFileException missing) {
            System.err.println("unusable: there is no file " + missing.getFile());
            return UNUSABLE;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unusable) {
            System.err.println("unusable: " + unusable.getMessage());
            System.err.print(USAGE);
            return UNUSABLE;
        }
    }

    /// Certificates one after the other, PEM or DER.
    public static List<X509Certificate> certificates(byte[] bytes) {
        return TimeStamps.certificates(bytes);
    }

    /// A certificate as DER.
    public static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException unusable) {
            throw new IllegalArgumentException("a certificate without encoding", unusable);
        }
    }

    /// A key as text, or the first line of a file that holds one.
    public static VerifierKey key(String given) throws IOException {
        Path file = Path.of(given);
        return VerifierKey.parse(
                Files.isRegularFile(file)
                        ? Files.readString(file, StandardCharsets.UTF_8)
                                .lines()
                                .findFirst()
                                .orElse("")
                        : given);
    }
}
