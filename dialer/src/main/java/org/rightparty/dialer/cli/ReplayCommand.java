package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.postgres.PostgresReplay;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;

/// `compliance replay`: decides again what was decided, with the facts and books that were kept.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Decides every recorded decision again and prints where the verdict differs.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every decision gave the same verdict", "1:some did not"})
final class ReplayCommand implements Callable<Integer> {
    private final RulebookOpening opening;

    @Mixin private SettingsOptions settings = new SettingsOptions();
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "only decisions from then on, like 2026-04-07T19:00:00Z; default: all")
    private Instant since = Instant.EPOCH;

    ReplayCommand(RulebookOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        PrintWriter out = CommandOutput.of(spec);
        try (RulebookOpening.Opened opened = opening.open(settings.read())) {
            PostgresReplay.Report report = opened.desk().replay(since);
            for (PostgresReplay.Difference each : report.shown()) {
                out.printf(
                        "decision %d of %s: then %s; %s%n",
                        each.decision(),
                        Times.at(each.decidedAt()),
                        each.then().words(),
                        each.now()
                                .map(now -> "now " + now.words())
                                .orElse("its rulebooks are not there"));
            }
            if (report.different() > report.shown().size()) {
                out.printf("… and %d more%n", report.different() - report.shown().size());
            }
            if (report.invented() > 0) {
                out.println(invented(report.invented()));
            }
            out.printf(
                    "%d decisions decided again: %d the same, %d different (%d without their"
                            + " rulebooks), %d made under other time-zone rules%n",
                    report.decisions() - report.invented(),
                    report.same(),
                    report.different(),
                    report.booksMissing(),
                    report.otherTzdb());
            return report.clean() ? 0 : 1;
        } finally {
            out.flush();
        }
    }

    /// What is said of decisions that no gate made.
    static String invented(long many) {
        return many
                + " decisions are the demonstration's invented history: no gate made them, so they"
                + " are not decided again";
    }
}
