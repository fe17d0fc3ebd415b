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

/// `ledger replay FILE`: decides again what an export's decisions decided, without a database.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Decides every decision of an export again, from the inputs and rulebooks in the file",
            "alone, and prints where the verdict differs. Check the file with 'verify' first.",
            "Exit code: 0 every decision gave the same verdict, 1 some did not."
        })
final class LedgerReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The export.")
    private @Nullable Path file;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = CommandOutput.of(spec);
        ProofReplay.Report report = ProofReplay.run(Objects.requireNonNull(file));
        for (ProofReplay.Difference each : report.shown()) {
            out.printf(
                    "entry %d%n  then %s%n  now  %s%n",
                    each.index(),
                    each.then(),
                    each.now()
                            .map(Object::toString)
                            .orElse("its inputs or rulebooks are not in the file"));
        }
        out.printf(
                "%d decisions: %d the same, %d different, %d without their inputs, %d without"
                        + " their rulebooks, %d made under another tzdb%n",
                report.decisions(),
                report.same(),
                report.different(),
                report.withoutInputs(),
                report.withoutBooks(),
                report.otherTzdb());
        out.flush();
        return report.clean() ? 0 : 1;
    }
}
