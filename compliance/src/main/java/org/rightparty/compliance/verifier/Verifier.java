package org.rightparty.compliance.verifier;

import org.rightparty.compliance.ledger.VerifierKey;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/// Checks an exported part of the ledger, from the file alone and what the reader brings along.
public final class Verifier {
    private final List<VerifierKey> keys;
    private final List<String> kept;
    private final List<X509Certificate> authorities;
    private final Instant now;

    /// @param keys the ledger's keys as the reader knows them; empty to believe the file's own
    /// @param kept checkpoints the reader received before
    /// @param authorities certificates of time-stamp authorities the reader trusts; empty to
    ///     believe those archived in the file
    public Verifier(
            List<VerifierKey> keys,
            List<String> kept,
            List<X509Certificate> authorities,
            Instant now) {
        this.keys = List.copyOf(keys);
        this.kept = List.copyOf(kept);
        this.authorities = List.copyOf(authorities);
        this.now = now;
    }

    /// @throws IOException when the file cannot be read
    public Report check(Path path) throws IOException {
        Report report = new Report();
        try (ProofFile file = new ProofFile(path)) {
            check(file, report);
        } catch (ZipException damaged) {
            report.broken("the file is damaged: " + damaged.getMessage());
        } catch (Refused refused) {
            report.broken(String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException odd) {
            report.broken("the file is not what an export is: " + odd.getMessage());
        }
        return report;
    }

    private void check(ProofFile file, Report report) throws IOException {
        Scope scope = Scope.of(file.object("manifest.json"));
        History history = History.read(file, kept, trusted(file, report), report);
        if (!report.integrity()) {
            return;
        }
        Optional<History.Signed> newest = history.newest();
        if (newest.isEmpty()) {
            report.broken("no checkpoint is in the file");
            return;
        }
        history.check(file, scope.everything(), report);
        new TimeStamps(authorities, now).check(file, history, report);
        try (Personal personal = new Personal(file);
                Decisions decisions = new Decisions(file)) {
            Tally tally =
                    new Events(
                                    scope,
                                    history,
                                    newest.get().checkpoint(),
                                    personal,
                                    decisions,
                                    report)
                            .check(file);
            if (report.integrity()) {
                scope.check(history, report);
                tally.report(report);
                decisions.report(report);
                report.remark(personal.opened() + " personal facts were opened and fit");
            }
        }
    }

    private List<VerifierKey> trusted(ProofFile file, Report report) throws IOException {
        if (!keys.isEmpty()) {
            keys.forEach(key -> report.holds("checked with the key you gave, " + id(key)));
            return keys;
        }
        List<VerifierKey> own = new ArrayList<>();
        file.text("ledger.vkey").lines().map(VerifierKey::parse).forEach(own::add);
        own.forEach(key ->
                report.remark(
                        "the key "
                                + id(key)
                                + " is the file's own: compare it with the one you"
                                + " were given, or check with --key"));
        return own;
    }

    private static String id(VerifierKey key) {
        return key.name() + "+" + HexFormat.of().formatHex(key.id());
    }
}
