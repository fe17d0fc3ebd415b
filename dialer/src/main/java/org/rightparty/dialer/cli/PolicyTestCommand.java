package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.vectors.PolicyTests;
import org.rightparty.compliance.vectors.TestedCase;
import org.rightparty.compliance.vectors.UnusableVector;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `compliance test FILE`: decisions that were written down, put to the production rules. Needs no
/// database: the tests carry their facts, the rulebooks come with the program. With `--draft` they
/// are put to the books in force, and to the draft in the place of its namesake.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Runs policy tests from files through the shipped rulebooks, or through a draft"
                        + " with the books in force.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every test passed",
            "1:some failed; each is printed with what was expected and what was decided",
            "2:a file, or a test in it, cannot be read; printed with its path and how to mend it;"
                    + " or there is no such draft"
        })
final class PolicyTestCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;
    private static final long BYTES_MAX = 64L << 20;

    private final RulebookOpening opening;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private SettingsOptions settings = new SettingsOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON files of policy tests")
    private List<Path> files = List.of();

    @Option(
            names = "--draft",
            arity = "2",
            paramLabel = "NAME VERSION",
            hideParamSyntax = true,
            description =
                    "a book and its version as rulebook list shows them: instead of the shipped"
                            + " books, those in force are tested with this version among them")
    private List<String> draft = List.of();

    PolicyTestCommand(RulebookOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        PrintWriter out = CommandOutput.of(spec);
        try {
            return run(draft.isEmpty() ? new PolicyTests() : drafted(), out);
        } finally {
            out.flush();
        }
    }

    private PolicyTests drafted() {
        try (RulebookOpening.Opened opened = opening.open(settings.read())) {
            return new PolicyTests(opened.desk().contentsWith(draft.get(0), draft.get(1)));
        }
    }

    private int run(PolicyTests tests, PrintWriter out) {
        int passed = 0;
        int failed = 0;
        boolean unusable = false;
        for (Path file : files) {
            try {
                for (TestedCase each : tests.run(read(file))) {
                    passed += each.passed() ? 1 : 0;
                    failed += each.passed() ? 0 : 1;
                    unusable |= each.refused();
                    print(each, file, out);
                }
            } catch (UnusableVector broken) {
                unusable = true;
                tell(file + ": " + broken.getMessage());
            } catch (IOException broken) {
                unusable = true;
                tell(file + ": cannot be read; check the path and that it is text");
            }
        }
        out.printf("%d passed, %d failed%n", passed, failed);
        return unusable ? UNUSABLE : failed > 0 ? FAILED : 0;
    }

    private void tell(String line) {
        OneLine.tell(Objects.requireNonNull(spec).commandLine(), line);
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new IOException("larger than " + BYTES_MAX + " bytes");
        }
        return Files.readString(file);
    }

    private static void print(TestedCase each, Path file, PrintWriter out) {
        if (each.refused()) {
            out.printf("REFUSED %s %s: %s%n", each.id(), file, each.actual());
        } else if (!each.passed()) {
            out.printf("FAILED %s %s%n", each.id(), each.title());
            out.printf("  expected %s%n", each.expected());
            out.printf("  actual   %s%n", each.actual());
            if (!each.rows().isEmpty()) {
                out.printf("  by       %s%n", String.join(" ", each.rows()));
            }
        }
    }
}
