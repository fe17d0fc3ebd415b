package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.VerifierKey;
import org.rightparty.compliance.proof.ProofReplay;
import org.rightparty.compliance.verifier.Report;
import org.rightparty.compliance.verifier.Verifier;
import org.rightparty.compliance.verifier.VerifierMain;
import org.rightparty.dialer.Clocks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `ledger verify FILE`: whether an export is what was sealed, is all of it, and was decided by its
/// rulebooks.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks an export and prints two verdicts: integrity and completeness.",
            "A file of proven integrity has its decisions decided again by the enclosed rulebooks,"
                    + " as 'replay' does, and whether they agree is a third line.",
            "Exit code: 0 all are good, 1 integrity refused, 3 completeness not proven, or a"
                    + " decision's inputs or rulebooks are not in the file, 4 a decision was not"
                    + " what the enclosed rulebooks say."
        })
final class LedgerVerifyCommand implements Callable<Integer> {
    private static final int NOT_PROVEN = 3;
    private static final int DECIDED_OTHERWISE = 4;

    @Parameters(paramLabel = "FILE", description = "The export.")
    private @Nullable Path file;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The ledger's key as you were given it, or a file that holds it.")
    private List<String> keys = List.of();

    @Option(
            names = "--kept",
            paramLabel = "FILE",
            description = "A checkpoint you received earlier. May be given several times.")
    private List<Path> kept = List.of();

    @Option(
            names = "--authority",
            paramLabel = "FILE",
            description = "Certificates (PEM) of time-stamp authorities that you trust.")
    private List<Path> authorities = List.of();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path export = Objects.requireNonNull(file);
        PrintWriter out = CommandOutput.of(spec);
        Report report = verifier().check(export);
        report.lines().forEach(out::println);
        int decisions = report.integrity() ? decisions(ProofReplay.run(export), out) : 0;
        out.flush();
        return Math.max(report.exitCode(), decisions);
    }

    private Verifier verifier() throws IOException {
        List<VerifierKey> trusted = new ArrayList<>();
        for (String key : keys) {
            trusted.add(VerifierMain.key(key));
        }
        List<String> notes = new ArrayList<>();
        for (Path each : kept) {
            notes.add(Files.readString(each));
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (Path each : authorities) {
            certificates.addAll(VerifierMain.certificates(Files.readAllBytes(each)));
        }
        return new Verifier(trusted, notes, certificates, Clocks.WALL.instant());
    }

    /// What cannot be decided again, because inputs were erased or something was left out of the
    /// file, proves nothing.
    private static int decisions(ProofReplay.Report replayed, PrintWriter out) {
        if (replayed.different() > 0) {
            LedgerReplayCommand.print(replayed, out);
            out.printf(
                    "DECISIONS: REFUSED. The enclosed rulebooks decide %d of %d otherwise.%n",
                    replayed.different(), replayed.decisions());
            return DECIDED_OTHERWISE;
        }
        if (replayed.invented() > 0) {
            out.println(ReplayCommand.invented(replayed.invented()));
        }
        if (replayed.decisions() == replayed.invented()) {
            return 0;
        }
        long left = replayed.decisions() - replayed.same() - replayed.invented();
        out.printf(
                "DECISIONS: %s. Decided again by the enclosed rulebooks, %d give the same"
                        + " verdict%s.%n",
                left == 0 ? "PROVEN" : "NOT PROVEN",
                replayed.same(),
                left == 0 ? "" : "; %d cannot be, 'ledger replay' says why".formatted(left));
        return left == 0 ? 0 : NOT_PROVEN;
    }
}
