package org.rightparty.compliance.verifier;

import org.rightparty.compliance.ledger.Checkpoint;
import org.rightparty.compliance.ledger.MerkleTree;
import org.rightparty.compliance.ledger.SignedNote;
import org.rightparty.compliance.ledger.VerifierKey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The checkpoints of a file, and those the reader kept: whether they are signed and tell one
/// history.
///
/// @param checkpoints in the order of their sizes
/// @param kept those of them which the reader brought along
record History(List<Signed> checkpoints, List<Signed> kept) {

    /// @param number in the file, empty for one the reader kept
    record Signed(Optional<Long> number, String note, Checkpoint checkpoint) {
        long size() {
            return checkpoint.size();
        }

        String title() {
            return "checkpoint of " + size() + " entries, " + checkpoint.at();
        }
    }

    static History read(
            ProofFile file, List<String> keptNotes, List<VerifierKey> keys, Report report)
            throws IOException {
        List<Signed> own = new ArrayList<>();
        for (String name : file.names("checkpoints/")) {
            String digits = name.replaceAll("\\D", "");
            signed(Optional.of(Long.parseLong(digits)), file.text(name), keys, report)
                    .ifPresent(own::add);
        }
        List<Signed> kept = new ArrayList<>();
        for (String note : keptNotes) {
            signed(Optional.empty(), note, keys, report).ifPresent(kept::add);
        }
        own.sort(Comparator.comparingLong(Signed::size).thenComparing(s -> s.number().orElse(0L)));
        return new History(own, kept);
    }

    private static Optional<Signed> signed(
            Optional<Long> number, String note, List<VerifierKey> keys, Report report) {
        try {
            SignedNote parsed = SignedNote.parse(note);
            Signed signed = new Signed(number, note, Checkpoint.parse(parsed.text()));
            if (keys.stream().noneMatch(key -> key.signed(parsed))) {
                report.broken("the " + signed.title() + " is not signed by the ledger's key");
                return Optional.empty();
            }
            return Optional.of(signed);
        } catch (IllegalArgumentException unreadable) {
            report.broken("a checkpoint cannot be read: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    Optional<Signed> newest() {
        return checkpoints.isEmpty()
                ? Optional.empty()
                : Optional.of(checkpoints.get(checkpoints.size() - 1));
    }

    /// The earliest of all, kept ones too.
    Optional<Signed> first() {
        return Stream.concat(checkpoints.stream(), kept.stream())
                .min(Comparator.comparing(s -> s.checkpoint().at()));
    }

    /// Signatures are right; now sizes, times and roots, each against the one before.
    ///
    /// @param everything whether all entries are there, so that each root is computed anew and
    ///     needs no proof
    void check(ProofFile file, boolean everything, Report report) throws IOException {
        Map<String, List<byte[]>> proofs = proofs(file);
        List<Signed> all = new ArrayList<>(checkpoints);
        all.addAll(kept);
        all.sort(Comparator.comparingLong(Signed::size).thenComparing(s -> s.checkpoint().at()));
        for (int i = 1; i < all.size(); i++) {
            dates(all.get(i - 1), all.get(i), report);
            roots(all.get(i - 1), all.get(i), everything, proofs, report);
        }
        newest().ifPresent(newest -> kept.forEach(k -> truncated(k, newest, report)));
        if (report.integrity()) {
            report.holds(
                    checkpoints.size()
                            + " checkpoints are signed and tell one history"
                            + (kept.isEmpty() ? "" : ", " + kept.size() + " kept ones included"));
        }
    }

    private static void truncated(Signed kept, Signed newest, Report report) {
        if (kept.size() > newest.size()) {
            report.broken(
                    "the file ends at "
                            + newest.size()
                            + " entries, but the kept checkpoint of "
                            + kept.checkpoint().at()
                            + " has "
                            + kept.size()
                            + ": the ledger was cut off");
        }
    }

    private static void dates(Signed older, Signed newer, Report report) {
        Checkpoint a = older.checkpoint();
        Checkpoint b = newer.checkpoint();
        if (!a.origin().equals(b.origin())) {
            report.broken("checkpoints of two ledgers: " + a.origin() + " and " + b.origin());
        }
        if (a.size() < b.size() && b.at().isBefore(a.at())) {
            report.broken(
                    "the "
                            + newer.title()
                            + " is dated before the smaller one of "
                            + a.size()
                            + " entries, "
                            + a.at()
                            + ": it was back-dated");
        }
    }

    private static void roots(
            Signed older,
            Signed newer,
            boolean everything,
            Map<String, List<byte[]>> proofs,
            Report report) {
        Checkpoint a = older.checkpoint();
        Checkpoint b = newer.checkpoint();
        if (a.size() == b.size()) {
            if (!Arrays.equals(a.root(), b.root())) {
                report.broken(
                        "two checkpoints of "
                                + a.size()
                                + " entries have different roots: two histories were told");
            }
            return;
        }
        boolean known = proofs.containsKey(a.size() + ">" + b.size()) || a.size() == 0;
        List<byte[]> proof = proofs.getOrDefault(a.size() + ">" + b.size(), List.of());
        if (known && !MerkleTree.consistent(a.size(), a.root(), b.size(), b.root(), proof)) {
            report.broken(
                    "the "
                            + older.title()
                            + " is not the beginning of the "
                            + newer.title()
                            + ": the past was rewritten");
        } else if (!known && !everything) {
            report.broken(
                    "nothing shows that the "
                            + older.title()
                            + " is the beginning of the "
                            + newer.title()
                            + "; export again with --kept");
        }
    }

    private static Map<String, List<byte[]>> proofs(ProofFile file) throws IOException {
        Map<String, List<byte[]>> proofs = new HashMap<>();
        try (ProofFile.Lines lines = file.lines("consistency.jsonl")) {
            Optional<String> line = lines.next();
            while (line.isPresent()) {
                Map<String, Object> each =
                        org.rightparty.compliance.ledger.JsonText.object(line.get());
                proofs.put(
                        Line.number(each, "from") + ">" + Line.number(each, "to"),
                        Line.hashes(each, "proof"));
                line = lines.next();
            }
        } catch (IllegalArgumentException unreadable) {
            throw new Refused("consistency.jsonl cannot be read: " + unreadable.getMessage());
        }
        return proofs;
    }
}
