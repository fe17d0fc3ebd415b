package org.rightparty.dialer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `compliance …`: what the compliance officer does at the command line.
@Command(
        name = "compliance",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "What may be called and why: rulebooks, policy tests, replay, explanations,"
                        + " licences, overrides.",
        subcommands = CommandLine.HelpCommand.class)
public final class ComplianceCommand {
    private ComplianceCommand() {}

    /// @param rulebooks opens what rulebooks and decisions lie in
    /// @param office opens the officer's business
    public static CommandLine with(RulebookOpening rulebooks, OfficeDoor.Opening office) {
        return new CommandLine(new ComplianceCommand())
                .addSubcommand(new PolicyTestCommand(rulebooks))
                .addSubcommand(new RulebookCommand(rulebooks))
                .addSubcommand(new ReplayCommand(rulebooks))
                .addSubcommand(new ExplainCommand(office))
                .addSubcommand(new WhyNotCommand(office))
                .addSubcommand(new ScrubCommand(office))
                .addSubcommand(new LicenceCommand(office))
                .addSubcommand(new OverrideCommand(office))
                .addSubcommand(new RecordCommand(office));
    }
}
