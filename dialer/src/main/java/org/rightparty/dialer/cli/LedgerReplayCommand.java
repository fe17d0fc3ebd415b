package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.proof.ProofReplay;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `ledger replay FILE`: decides again what an export's decisions decided, without a database.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Decides every decision of an export again and prints where the verdict differs.",
            "It needs nothing but the file. Check that with 'verify' first.",
            "The demonstration's invented history, which no gate decided, is only counted; what"
                    + " says that it is invented in a ledger without one is a difference.",
            "Exit code: 0 every decision gave the same verdict, 1 some did not."
        })
final class LedgerReplayCommand implements Callable<Integer> {
    private static final String NO_DEMONSTRATION =
            "Invented history is known by the entry of its demonstration, made when that was"
                    + " loaded: export a period that goes on to that day, or the whole ledger. In"
                    + " a real house's ledger there should be none: ask who gave you the file.";

    @Parameters(paramLabel = "FILE", description = "The export.")
    private @Nullable Path file;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = CommandOutput.of(spec);
        ProofReplay.Report report = ProofReplay.run(Objects.requireNonNull(file));
        print(report, out);
        out.flush();
        return report.clean() ? 0 : 1;
    }

    /// Up to twenty that differ, a line each, and the counts.
    static void print(ProofReplay.Report report, PrintWriter out) {
        report.shown().forEach(each -> out.println(words(each)));
        long more = report.decisions() - report.same() - report.invented() - report.shown().size();
        if (more > 0) {
            out.printf("… and %d more%n", more);
        }
        if (report.shown().stream().anyMatch(LedgerReplayCommand::lacksDemonstration)) {
            out.println(NO_DEMONSTRATION);
        }
        if (report.invented() > 0) {
            out.println(ReplayCommand.invented(report.invented()));
        }
        out.printf(
                "%d decisions decided again: %d the same, %d different, %d without their inputs,"
                        + " %d without their rulebooks, %d made under other time-zone rules%n",
                report.decisions() - report.invented(),
                report.same(),
                report.different(),
                report.withoutInputs(),
                report.withoutBooks(),
                report.otherTzdb());
    }

    private static String words(ProofReplay.Difference each) {
        String then = "entry " + each.index() + ": then " + each.then().words() + "; ";
        return then
                + each.now()
                        .map(now -> "now " + now.words())
                        .orElseGet(() -> "cannot be decided again, the file lacks " + lacks(each));
    }

    private static boolean lacksDemonstration(ProofReplay.Difference each) {
        return each.lacking().contains(ProofReplay.Lacking.DEMONSTRATION);
    }

    private static String lacks(ProofReplay.Difference each) {
        return each.lacking().stream()
                .map(lacking ->
                        switch (lacking) {
                            case INPUTS -> "its inputs as they were sealed";
                            case RULEBOOKS -> "its rulebooks as they were applied";
                            case DEMONSTRATION ->
                                    "the entry of a demonstration, whose history it says it is";
                        })
                .collect(Collectors.joining(" and "));
    }
}
