package org.rightparty.dialer.cli;

import picocli.CommandLine.Option;

/// In whose name a step in the life of a rulebook is taken.
final class NameOption {
    @Option(
            names = "--by",
            required = true,
            paramLabel = "LOGIN",
            description =
                    "log-in name of the officer in whose name; who approves a draft is not who"
                            + " wrote it")
    private String login = "";

    /// @throws NotDone when no officer or administrator has this log-in name
    String of(RulebookOpening.Opened opened) {
        if (opened.officer(login).isEmpty()) {
            throw OfficerOption.unknown(login);
        }
        return login;
    }
}
