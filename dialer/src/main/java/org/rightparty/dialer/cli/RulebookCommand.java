package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.postgres.RulebookDiff;
import org.rightparty.compliance.postgres.RulebookFault;
import org.rightparty.compliance.postgres.RulebookOffice;
import org.rightparty.compliance.postgres.RulebookTrial;

import picocli.CommandLine;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `compliance rulebook …`: the life of a rulebook. Each command ends with 0 when it did what was
/// asked, and with 2 when that may not be done or the file is none.
@Command(
        name = "rulebook",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Rulebooks: draft, try, approve (by another person), activate, roll back.",
        subcommands = CommandLine.HelpCommand.class)
final class RulebookCommand {
    private static final long BYTES_MAX = 8L << 20;

    private static final String BOOK = "The book, as rulebook list shows it.";
    private static final String EDITION = "Its version, as rulebook list shows it.";
    private static final String SHOWN =
            "hash of what you looked at, or its first 12 digits: refused when the draft is"
                    + " another by now";

    private final RulebookOpening opening;

    @Spec private @Nullable CommandSpec spec;

    RulebookCommand(RulebookOpening opening) {
        this.opening = opening;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "All versions of all books.")
    int list(@Mixin SettingsOptions settings) {
        return with(
                settings,
                (opened, out) -> {
                    for (RulebookOffice.Edition each : opened.desk().list()) {
                        out.println(line(each));
                    }
                });
    }

    private static String line(RulebookOffice.Edition each) {
        return "%-9s %-16s %-12s %s author=%s approver=%s from=%s"
                .formatted(
                        each.state(),
                        each.name(),
                        each.version(),
                        each.sha256().substring(0, 12),
                        each.author(),
                        each.approver().orElse("-"),
                        each.activeFrom().map(Times::at).orElse("-"));
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints a version; the one in force by default.")
    int show(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = BOOK) String name,
            @Parameters(paramLabel = "VERSION", arity = "0..1", description = EDITION)
                    @Nullable String version) {
        return with(
                settings,
                (opened, out) ->
                        out.println(opened.desk().content(name, Optional.ofNullable(version))));
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes a version to a file, to be edited and drafted.")
    int export(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = BOOK) String name,
            @Parameters(paramLabel = "VERSION", description = EDITION) String version,
            @Parameters(paramLabel = "FILE", description = "The file to write.") Path file) {
        return with(
                settings,
                (opened, out) -> {
                    write(file, opened.desk().content(name, Optional.of(version)));
                    out.println("written " + file);
                });
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text + "\n");
        } catch (IOException failed) {
            throw new IllegalArgumentException(file + " cannot be written; check the path", failed);
        }
    }

    @Command(
            name = "draft",
            mixinStandardHelpOptions = true,
            description = "Enters a draft, or replaces one of the same version.")
    int draft(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "FILE", description = "The draft, as export writes it.")
                    Path file,
            @Mixin NameOption by) {
        return with(
                settings,
                (opened, out) -> {
                    try {
                        out.println(line(opened.desk().draft(read(file), by.of(opened))));
                    } catch (RulebookFault fault) {
                        throw new IllegalArgumentException(file + ": " + fault.getMessage(), fault);
                    }
                });
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new IllegalArgumentException(file + " is larger than a rulebook can be");
            }
            return Files.readString(file);
        } catch (IOException failed) {
            throw new IllegalArgumentException(file + " cannot be read; check the path", failed);
        }
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "What a version changes against the one in force.")
    int diff(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = BOOK) String name,
            @Parameters(paramLabel = "VERSION", description = EDITION) String version,
            @Option(names = "--against", paramLabel = "VERSION", description = "another version")
                    @Nullable String against) {
        return with(
                settings,
                (opened, out) -> {
                    List<RulebookDiff.Change> changes =
                            opened.desk().diff(name, Optional.ofNullable(against), version);
                    for (RulebookDiff.Change each : changes) {
                        print(each, out);
                    }
                    out.printf("%d change%s%n", changes.size(), changes.size() == 1 ? "" : "s");
                });
    }

    private static void print(RulebookDiff.Change each, PrintWriter out) {
        switch (each.kind()) {
            case ADDED -> out.printf("+ %s %s%n", each.row(), each.after());
            case REMOVED -> out.printf("- %s%n", each.row());
            case CHANGED ->
                    out.printf(
                            "~ %s.%s%n  - %s%n  + %s%n",
                            each.row(), each.field(), each.before(), each.after());
        }
    }

    @Command(
            name = "dry-run",
            mixinStandardHelpOptions = true,
            description = "Tries a draft on the last 30 days and on tomorrow's candidates.")
    int dryRun(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = BOOK) String name,
            @Parameters(paramLabel = "VERSION", description = EDITION) String version,
            @Option(names = "--sha256", paramLabel = "HEX", description = SHOWN)
                    @Nullable String shown) {
        return with(
                settings,
                (opened, out) ->
                        print(
                                opened.desk().tryOut(name, version, Optional.ofNullable(shown)),
                                out));
    }

    private static void print(RulebookTrial trial, PrintWriter out) {
        out.printf(
                "%s (sha256 %s), decisions since %s:%n",
                trial.title(), trial.sha256(), Times.at(trial.since()));
        print("have", trial.past(), out);
        if (trial.shortened() > 0) {
            out.printf(
                    "  %d of these were recorded with less history than the draft looks at: it may"
                            + " have refused more of them%n",
                    trial.shortened());
        }
        out.printf("candidates on %s:%n", trial.tomorrowFrom());
        print("", trial.tomorrow(), out);
        if (trial.candidates() > trial.tomorrow().compared()) {
            out.printf(
                    "  asked of %d of %d persons, those that selection takes first%n",
                    trial.tomorrow().compared(), trial.candidates());
        }
    }

    private static void print(String have, RulebookTrial.Compared compared, PrintWriter out) {
        String would = have.isEmpty() ? "would" : "would have";
        String refuse = have.isEmpty() ? "refuse" : "refused";
        String allow = have.isEmpty() ? "allow" : "allowed";
        out.printf(
                "  %s %s %d more of %d%s%n",
                would,
                refuse,
                compared.refusedMore(),
                compared.compared(),
                compared.reasons().isEmpty() ? "" : ": " + compared.reasons());
        out.printf("  %s %s %d more%n", would, allow, compared.allowedMore());
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Approves a draft that was tried.")
    int approve(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = BOOK) String name,
            @Parameters(paramLabel = "VERSION", description = EDITION) String version,
            @Mixin NameOption by,
            @Option(names = "--sha256", paramLabel = "HEX", description = SHOWN)
                    @Nullable String shown) {
        return with(
                settings,
                (opened, out) ->
                        out.println(
                                line(
                                        opened.desk()
                                                .approve(
                                                        name,
                                                        version,
                                                        Optional.ofNullable(shown),
                                                        by.of(opened)))));
    }

    @Command(
            name = "activate",
            mixinStandardHelpOptions = true,
            description = "Puts an approved version in force.")
    int activate(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = BOOK) String name,
            @Parameters(paramLabel = "VERSION", description = EDITION) String version,
            @Option(
                            names = "--at",
                            paramLabel = "TIME",
                            description = "from when, like 2026-04-07T19:00:00Z; default: now")
                    @Nullable Instant at,
            @Mixin NameOption by) {
        return with(
                settings,
                (opened, out) ->
                        out.println(
                                line(
                                        opened.desk()
                                                .activate(
                                                        name,
                                                        version,
                                                        Optional.ofNullable(at),
                                                        by.of(opened)))));
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Puts the version before back in force, at once.")
    int rollback(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = BOOK) String name,
            @Mixin NameOption by) {
        return with(
                settings,
                (opened, out) -> out.println(line(opened.desk().rollBack(name, by.of(opened)))));
    }

    private interface Work {
        void on(RulebookOpening.Opened opened, PrintWriter out);
    }

    private int with(SettingsOptions settings, Work work) {
        PrintWriter out = CommandOutput.of(spec);
        try (RulebookOpening.Opened opened = opening.open(settings.read())) {
            work.on(opened, out);
            return 0;
        } finally {
            out.flush();
        }
    }
}
