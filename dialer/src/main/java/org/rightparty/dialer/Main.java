package org.rightparty.dialer;

import org.rightparty.database.DatabaseFailure;
import org.rightparty.dialer.cli.Commands;
import org.rightparty.dialer.cli.ComplianceCommand;
import org.rightparty.dialer.cli.PaymentsCommand;

import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// The program's entry.
public final class Main {
    private static final int UNUSABLE = 2;
    private static final int UNREACHABLE = 4;
    private static final int HELP_WIDTH = 100;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return commands().execute(arguments);
    }

    /// All commands, each of which says in one line what went wrong.
    static CommandLine commands() {
        CommandLine commands =
                Commands.all(
                        PlacementOffice::open,
                        AdministrationOffice::open,
                        ComplianceCommand.with(RulebookAccess::open, OfficeOfTables::open));
        commands.addSubcommand(new PaymentsCommand(PaymentOffice::open));
        commands.addSubcommand(new CommandLine.HelpCommand());
        commands.setUsageHelpWidth(HELP_WIDTH);
        commands.setParameterExceptionHandler(Main::misused);
        commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("rightparty: " + inOneLine(failure));
            return failure instanceof DatabaseFailure ? UNREACHABLE : UNUSABLE;
        });
        return commands;
    }

    /// One line, and where to read on: whoever mistyped an option does not want all of them.
    private static int misused(CommandLine.ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr()
                .println("rightparty: " + inWords(misuse, command) + "; see ./" + name + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String inWords(CommandLine.ParameterException misuse, CommandLine command) {
        if (misuse instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !command.getSubcommands().isEmpty()) {
            return "there is no command '"
                    + unmatched.getUnmatched().getFirst()
                    + "'; there are "
                    + String.join(", ", command.getSubcommands().keySet());
        }
        return String.valueOf(misuse.getMessage());
    }

    /// What went wrong and what to do about it, without a stack trace.
    private static String inOneLine(Throwable failure) {
        if (failure instanceof UncheckedIOException wrapped) {
            return inOneLine(Objects.requireNonNull(wrapped.getCause()));
        }
        String message = failure.getMessage();
        return switch (failure) {
            case NoSuchFileException missing ->
                    "there is no file or directory " + missing.getFile() + "; check the path";
            case AccessDeniedException closed ->
                    closed.getFile() + " may not be read or written by us; check its permissions";
            default ->
                    message == null
                            ? failure.getClass().getSimpleName()
                            : message.lines().findFirst().orElse("");
        };
    }
}
