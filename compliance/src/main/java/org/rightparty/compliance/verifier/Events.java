package org.rightparty.compliance.verifier;

import org.rightparty.compliance.ledger.Checkpoint;
import org.rightparty.compliance.ledger.Frontier;
import org.rightparty.compliance.ledger.MerkleTree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Checks the entries of a file one after the other, in constant memory.
///
/// In an export of everything the tree is built anew and each checkpoint's root compared; in any
/// other each entry has its own proof.
final class Events {
    /// Clocks of several machines differ a little.
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final Scope scope;
    private final Checkpoint newest;
    private final Report report;
    private final Tally tally;
    private final Personal personal;
    private final Decisions decisions;
    private final Frontier tree = new Frontier();
    private final Deque<History.Signed> ahead;
    private long next;
    private long last = -1;
    private boolean intact = true;
    private Optional<String> gap = Optional.empty();
    private Optional<String> wrongFact = Optional.empty();

    Events(
            Scope scope,
            History history,
            Checkpoint newest,
            Personal personal,
            Decisions decisions,
            Report report) {
        this.scope = scope;
        this.tally = new Tally(scope);
        this.newest = newest;
        this.report = report;
        this.personal = personal;
        this.decisions = decisions;
        this.next = scope.first();
        List<History.Signed> all = new ArrayList<>(history.checkpoints());
        all.addAll(history.kept());
        all.sort(Comparator.comparingLong(History.Signed::size));
        this.ahead = new ArrayDeque<>(all);
    }

    /// Reads to the end, or to the first entry that is not what was sealed: after it nothing can be
    /// said.
    Tally check(ProofFile file) throws IOException {
        long number = 0;
        try (ProofFile.Lines lines = file.lines("events.jsonl")) {
            Optional<String> text = lines.next();
            while (text.isPresent() && intact) {
                take(Line.parse(++number, text.get()));
                text = lines.next();
            }
        } catch (Refused refused) {
            broken(String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException odd) {
            broken("line " + number + " of events.jsonl is no entry: " + odd.getMessage());
        }
        if (intact) {
            finish(number);
        }
        return tally;
    }

    private void take(Line line) {
        order(line);
        if (!intact) {
            return;
        }
        passCheckpoints(line.index());
        byte[] leaf = MerkleTree.leafHash(line.payload().getBytes(StandardCharsets.UTF_8));
        if (scope.everything()) {
            buildOn(leaf);
        } else if (!MerkleTree.includes(
                leaf, line.index(), newest.size(), line.proof(), newest.root())) {
            broken(
                    "entry "
                            + line.index()
                            + " ("
                            + line.kind()
                            + ") does not lead to the root of the checkpoint: it was changed,"
                            + " moved or inserted");
            return;
        }
        dates(line);
        openBeside(line);
        tally.count(line);
    }

    /// Without an entry the tree cannot be built on.
    private void buildOn(byte[] leaf) {
        if (gap.isEmpty()) {
            tree.add(leaf);
        }
    }

    /// Personal facts and inputs are not sealed themselves: whether one is wrong, or its entry,
    /// the tree tells.
    private void openBeside(Line line) {
        try {
            personal.check(line);
            decisions.check(line);
        } catch (Refused wrong) {
            if (wrongFact.isEmpty()) {
                wrongFact = Optional.of(String.valueOf(wrong.getMessage()));
            }
        }
    }

    private void order(Line line) {
        long index = line.index();
        if (index == last) {
            broken("entry " + index + " is there twice");
        } else if (index < last) {
            broken("entry " + index + " comes after entry " + last + ": the order was changed");
        } else if (index >= scope.end() && !belongsBeyond(line)) {
            broken("entry " + index + " is beyond what the export covers");
        } else if (scope.contiguous() && index > next && next < scope.end()) {
            gap(next, Math.min(index, scope.end()));
        }
        last = index;
        next = index + 1;
    }

    /// After the places of a period come what happened in it and was sealed later, and the ends of
    /// its calls.
    private boolean belongsBeyond(Line line) {
        return line.index() < newest.size()
                && (scope.during(line.at()) || tally.endsOneUnderWay(line));
    }

    private void gap(long from, long to) {
        if (gap.isEmpty()) {
            gap =
                    Optional.of(
                            to - from == 1
                                    ? "entry " + from
                                    : "entries " + from + " to " + (to - 1));
        }
    }

    /// Roots on the way to `index` leaves.
    private void passCheckpoints(long index) {
        while (!ahead.isEmpty() && ahead.getFirst().size() <= index) {
            History.Signed passed = ahead.removeFirst();
            if (scope.everything()
                    && gap.isEmpty()
                    && !Arrays.equals(passed.checkpoint().root(), tree.root())) {
                broken(
                        "the first "
                                + passed.size()
                                + " entries do not give the root of the "
                                + passed.title()
                                + ": entries were changed, moved or inserted");
            }
        }
    }

    /// An entry cannot have happened after the checkpoint that covers it.
    private void dates(Line line) {
        if (!ahead.isEmpty()) {
            Checkpoint cover = ahead.getFirst().checkpoint();
            if (line.at().isAfter(cover.at().plusMillis(cover.clockBehind()).plus(CLOCKS))) {
                broken(
                        "the checkpoint of "
                                + cover.size()
                                + " entries is dated "
                                + cover.at()
                                + ", before entry "
                                + line.index()
                                + " of "
                                + line.at()
                                + " that it covers: it was back-dated");
            }
        }
    }

    private void finish(long lines) {
        if (scope.contiguous() && next < scope.end()) {
            gap(next, scope.end());
        }
        passCheckpoints(scope.everything() ? tree.size() : scope.end());
        gap.ifPresent(missing -> report.missing("the file lacks " + missing));
        if (scope.everything() && gap.isPresent()) {
            broken("the root cannot be reached: the tree lacks " + gap.get() + ", deleted");
        } else if (scope.everything() && tree.size() != newest.size()) {
            broken("the file has " + tree.size() + " entries of " + newest.size());
        }
        wrongFact.ifPresent(this::broken);
        if (intact && personal.hasMore()) {
            broken("personal.jsonl has facts of entries that are not in the file");
        }
        if (intact && decisions.hasMore()) {
            broken("decisions.jsonl has inputs of entries that are not in the file");
        }
        if (intact) {
            report.holds(
                    lines
                            + " entries: hashes computed anew, "
                            + (scope.everything() ? "the tree built" : "each proof followed")
                            + " to the root of "
                            + newest.size()
                            + " entries");
        }
    }

    private void broken(String why) {
        if (intact) {
            report.broken(why);
        }
        intact = false;
    }
}
