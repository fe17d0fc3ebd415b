package org.rightparty.dialer;

import org.rightparty.database.DatabaseFailure;
import org.rightparty.dialer.cli.Commands;
import org.rightparty.dialer.cli.ComplianceCommand;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

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
                .println("rightparty: " + misuse.getMessage() + "; see ./" + name + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /// What went wrong and what to do about it, without a stack trace.
    private static String inOneLine(Exception failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
