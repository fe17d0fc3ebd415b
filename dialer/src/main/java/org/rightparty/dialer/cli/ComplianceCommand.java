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
public final class ComplianceCommand {}
