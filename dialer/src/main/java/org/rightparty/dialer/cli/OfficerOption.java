package org.rightparty.dialer.cli;

import org.rightparty.vocabulary.AgentId;

import picocli.CommandLine.Option;

/// Which officer answers for what is done.
final class OfficerOption {
    @Option(
            names = "--by",
            required = true,
            paramLabel = "LOGIN",
            description = "log-in name of the officer who answers for it")
    private String login = "";

    /// @throws NotDone when no officer or administrator has this log-in name
    AgentId of(OfficeDoor door) {
        return door.officer(login).orElseThrow(() -> unknown(login));
    }

    static NotDone unknown(String login) {
        return new NotDone(
                "no officer or administrator with the log-in name " + login + " works here",
                "./rightparty user list shows who does");
    }
}
