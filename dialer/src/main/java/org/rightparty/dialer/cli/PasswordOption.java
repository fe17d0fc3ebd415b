package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.administration.StaffRules;

import picocli.CommandLine.Option;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Where a password comes from: a file, a prompt that shows nothing, or the first line of the
/// standard input. Never an argument, which everybody on the machine could read.
final class PasswordOption {
    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "Take the password from the file's first line. Without it the password is asked"
                            + " for, or read from the standard input.")
    private @Nullable Path file;

    /// @param login whose password it is to be
    /// @throws NotDone when there is none, or it is too weak
    String read(String login) {
        String password = file == null ? asked(login) : firstLine(file);
        StaffRules.ofPassword(password, login)
                .ifPresent(fault -> {
                    throw new NotDone(fault.replaceFirst("\\.$", ""), "nothing was changed");
                });
        return password;
    }

    private static String firstLine(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return first(lines);
        } catch (IOException unreadable) {
            throw new NotDone(
                    file + " cannot be read: " + InWords.what(unreadable),
                    "check the path after --password-file");
        }
    }

    private static String first(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        if (line == null || line.isEmpty()) {
            throw new NotDone("no password was given", "give one of at least eight characters");
        }
        return line;
    }

    private static String asked(String login) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> prompted(console, login))
                .orElseGet(PasswordOption::piped);
    }

    private static String prompted(Console console, String login) {
        char[] once = console.readPassword("New password of %s: ", login);
        char[] again = console.readPassword("The same again: ");
        if (once == null || !Arrays.equals(once, again)) {
            throw new NotDone("the two are not the same", "nothing was changed");
        }
        return new String(once);
    }

    private static String piped() {
        try {
            return first(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new NotDone("the password cannot be read", "use --password-file");
        }
    }
}
