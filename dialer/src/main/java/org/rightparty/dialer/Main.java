package org.rightparty.dialer;

import org.rightparty.dialer.cli.Commands;
import org.rightparty.dialer.cli.ComplianceCommand;
import org.rightparty.dialer.cli.OneLine;
import org.rightparty.dialer.cli.PaymentsCommand;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// The program's entry.
public final class Main {
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
        commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        return OneLine.of(commands);
    }
}
