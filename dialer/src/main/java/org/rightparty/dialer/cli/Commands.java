package org.rightparty.dialer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// All commands under one name.
@Command(
        name = "rightparty",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Predictive dialer and agent console for collection call centres.",
        subcommands = {
            RunCommand.class,
            AsteriskConfigCommand.class,
            SimulateCommand.class,
            LedgerCommand.class,
            ShellCommands.Test.class,
            ShellCommands.Bench.class
        })
public final class Commands {
    private Commands() {}

    /// @param placements opens the office that takes placement files in
    /// @param administration opens what keeps staff, campaigns and clients
    public static CommandLine all(
            ImportCommand.Opening placements, Administration.Opening administration) {
        return new CommandLine(new Commands())
                .addSubcommand(new ImportCommand(placements))
                .addSubcommand(new UserCommand(administration))
                .addSubcommand(new CampaignCommand(administration))
                .addSubcommand(new ClientCommand(administration))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /// @param compliance the commands of the compliance officer
    public static CommandLine all(
            ImportCommand.Opening placements,
            Administration.Opening administration,
            CommandLine compliance) {
        return WrittenForms.teach(
                all(placements, administration)
                        .addSubcommand(compliance)
                        .setCaseInsensitiveEnumValuesAllowed(true));
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"rightparty " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
