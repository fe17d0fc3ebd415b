package org.rightparty.dialer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `compliance …`: what the compliance officer does at the command line.
@Command(
        name = "compliance",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Rules: policy tests, rulebooks, replay of decisions.",
        subcommands = {PolicyTestCommand.class, CommandLine.HelpCommand.class})
public final class ComplianceCommand {
    private ComplianceCommand() {}

    /// @param rulebooks opens what rulebooks and decisions lie in
    static CommandLine with(RulebookOpening rulebooks) {
        return new CommandLine(new ComplianceCommand())
                .addSubcommand(new RulebookCommand(rulebooks))
                .addSubcommand(new ReplayCommand(rulebooks));
    }
}
