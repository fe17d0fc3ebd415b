package org.rightparty.dialer.cli;

import org.rightparty.database.DatabaseFailure;

import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/// What went wrong with a command, in one line on the standard error: `rightparty: what; what to do
/// about it`. The standard output holds what a command found or did.
public final class OneLine {
    private static final String PROGRAM = "rightparty: ";
    private static final int UNUSABLE = 2;
    private static final int UNREACHABLE = 4;

    private OneLine() {}

    /// Has all these commands end with 2 for what they throw, with 4 for a database out of reach.
    public static CommandLine of(CommandLine commands) {
        commands.setParameterExceptionHandler(OneLine::misused);
        commands.setExecutionExceptionHandler((failure, command, _) -> {
            tell(command, inWords(failure));
            return failure instanceof DatabaseFailure ? UNREACHABLE : UNUSABLE;
        });
        return commands;
    }

    static void tell(CommandLine command, String line) {
        command.getErr().println(PROGRAM + line);
        command.getErr().flush();
    }

    /// Where to read on too: whoever mistyped an option does not want all of them.
    private static int misused(CommandLine.ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        tell(command, inWords(misuse, command) + "; see ./" + name + " --help");
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
    private static String inWords(Throwable failure) {
        if (failure instanceof UncheckedIOException wrapped) {
            return inWords(Objects.requireNonNull(wrapped.getCause()));
        }
        String message = failure.getMessage();
        return switch (failure) {
            case FileSystemException file -> InWords.what(file) + "; " + InWords.mend(file);
            default ->
                    message == null
                            ? failure.getClass().getSimpleName()
                            : message.lines().findFirst().orElse("");
        };
    }
}
