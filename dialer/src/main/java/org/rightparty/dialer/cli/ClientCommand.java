package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.administration.By;
import org.rightparty.console.administration.ClientBook;
import org.rightparty.console.administration.ClientBook.Entry;
import org.rightparty.console.administration.ClientBook.Terms;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/// `client list|set`: who places accounts, and what was agreed.
@Command(
        name = "client",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Who places accounts, and what was agreed with them.",
            "Works on the configured database, also while the program runs; an import enters a"
                    + " client."
        },
        subcommands = CommandLine.HelpCommand.class)
public final class ClientCommand {
    private final Administration.Opening opening;

    @Spec private @Nullable CommandSpec spec;

    public ClientCommand(Administration.Opening opening) {
        this.opening = opening;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists clients, each with what was agreed.")
    int list(@Mixin SettingsOptions settings) {
        PrintWriter out = CommandOutput.of(spec);
        try (Administration office = opening.open(settings.read())) {
            List<Entry> clients = office.clients().clients();
            clients.forEach(client -> out.println(client.name() + ": " + words(client.terms())));
            if (clients.isEmpty()) {
                out.println("no client; see ./rightparty import --help");
            }
            return 0;
        } finally {
            out.flush();
        }
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = "Sets what was agreed with a client; what is not given stays as it is.")
    int set(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = "The client, as client list shows it.")
                    String name,
            @Mixin ClientOptions options) {
        PrintWriter out = CommandOutput.of(spec);
        try (Administration office = opening.open(settings.read())) {
            ClientBook book = office.clients();
            Entry client = client(book, name);
            Terms terms = options.over(client.terms());
            UserCommand.check(book.agree(client.id(), terms, By.command(office.now())));
            out.println(name + ": " + words(terms));
            return 0;
        } finally {
            out.flush();
        }
    }

    private static Entry client(ClientBook book, String name) {
        return book.clients().stream()
                .filter(client -> client.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new NotDone(
                                "there is no client " + name,
                                "./rightparty client list shows them; an import enters one"));
    }

    private static String words(Terms terms) {
        return ("\"%s\", %s, we are its %s; settles from %s of the balance;"
                        + " promises within %d days, broken %d days after the due day")
                .formatted(
                        terms.legalName(),
                        word(terms.kind()),
                        word(terms.role()),
                        CampaignCommand.percent(terms.settlementFloorPpm()),
                        terms.promiseDaysMax(),
                        terms.promiseGraceDays());
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
