package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.administration.By;
import org.rightparty.console.administration.CampaignBook;
import org.rightparty.console.administration.CampaignBook.Entry;
import org.rightparty.console.administration.CampaignBook.Limits;
import org.rightparty.console.administration.CampaignBook.Portfolio;
import org.rightparty.console.administration.CampaignBook.Settings;
import org.rightparty.console.floor.FloorView.Order;
import org.rightparty.vocabulary.CampaignId;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/// `campaign add|list|show|set|limit|retry|attach|detach|start|stop`: what is dialed, and how.
@Command(
        name = "campaign",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "What is dialed, and how: campaigns and the portfolios in them.",
            "Works on the configured database, also while the program runs, which notices changes"
                    + " within seconds."
        },
        subcommands = CommandLine.HelpCommand.class)
public final class CampaignCommand {
    private static final String NAMED = "The campaign, as campaign list shows it.";
    private static final String PORTFOLIOS =
            "Portfolios; CLIENT/PORTFOLIO where two have one name.";

    private final Administration.Opening opening;

    @Spec private @Nullable CommandSpec spec;

    public CampaignCommand(Administration.Opening opening) {
        this.opening = opening;
    }

    private interface Work {
        void on(CampaignBook book, By by);
    }

    private int with(SettingsOptions settings, Work work) {
        try (Administration office = opening.open(settings.read())) {
            work.on(office.campaigns(), By.command(office.now()));
            return 0;
        }
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private void say(String line) {
        out().println(line);
        out().flush();
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Enters a campaign, stopped.")
    int add(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = "What to call the campaign.")
                    String name,
            @Mixin CampaignOptions options) {
        return with(
                settings,
                (book, by) -> {
                    UserCommand.check(
                            book.add(options.draft(name, p -> portfolio(book, p).id()), by));
                    say(
                            name
                                    + " is entered and stopped; ./rightparty campaign start \""
                                    + name
                                    + "\"");
                });
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists campaigns, and portfolios with those that dial them.")
    int list(@Mixin SettingsOptions settings) {
        return with(
                settings,
                (book, by) -> {
                    List<Entry> campaigns = book.campaigns();
                    campaigns.forEach(campaign -> say(line(campaign)));
                    if (campaigns.isEmpty()) {
                        say("no campaign; see ./rightparty campaign add --help");
                    }
                    for (Portfolio portfolio : book.portfolios()) {
                        List<String> dialing =
                                campaigns.stream()
                                        .filter(c -> c.portfolios().contains(portfolio.id()))
                                        .map(Entry::name)
                                        .toList();
                        say(
                                line(portfolio)
                                        + (dialing.isEmpty()
                                                ? ", in no campaign"
                                                : ", in " + String.join(", ", dialing)));
                    }
                });
    }

    private static String line(Entry campaign) {
        return "campaign %-4s %-28s %-12s %s%s"
                .formatted(
                        campaign.id(),
                        campaign.name(),
                        campaign.mode().name().toLowerCase(Locale.ROOT),
                        campaign.activity().toLowerCase(Locale.ROOT),
                        campaign.ordered().map(o -> ", ordered: " + o).orElse(""));
    }

    private static String line(Portfolio portfolio) {
        int accounts = portfolio.accounts();
        String shown =
                accounts < CampaignBook.ACCOUNTS_COUNTED_MAX
                        ? accounts + (accounts == 1 ? " account" : " accounts")
                        : CampaignBook.ACCOUNTS_COUNTED_MAX + " accounts or more";
        return "portfolio %s/%s, %s".formatted(portfolio.client(), portfolio.name(), shown);
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows a campaign, and whom it may dial or why not.")
    int show(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = NAMED) String name) {
        try (Administration office = opening.open(settings.read())) {
            Entry campaign = campaign(office.campaigns(), name);
            show(campaign, office.campaigns());
            office.whyNot(campaign.id()).ifPresent(funnel -> FunnelText.print(funnel, out()));
            out().flush();
            return 0;
        }
    }

    private void show(Entry campaign, CampaignBook book) {
        say(line(campaign));
        words(campaign.settings()).forEach(words -> say("  " + words));
        say("  " + words(campaign.limits()));
        say("  " + words(campaign.retryMinutes()));
        book.portfolios().stream()
                .filter(portfolio -> campaign.portfolios().contains(portfolio.id()))
                .forEach(portfolio -> say("  " + line(portfolio)));
    }

    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = {
                "Sets how calls are placed, recorded and wrapped up; what is not given stays.",
                "The next attempt goes by it, within seconds and without a restart."
            })
    int set(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = NAMED) String name,
            @Mixin SettledOptions options) {
        return with(
                settings,
                (book, by) -> {
                    Entry campaign = campaign(book, name);
                    Settings next = options.over(campaign.settings());
                    UserCommand.check(book.set(campaign.id(), next, by));
                    say(name + ": " + String.join("; ", words(next)));
                });
    }

    private static List<String> words(Settings settings) {
        return List.of(
                "caller id " + settings.callerId().e164(),
                "rings " + settings.ringSeconds() + " s at most",
                settings.screening() ? "screens for machines" : "does not screen",
                (settings.recording() ? "records" : "does not record") + " conversations",
                "wrap-up turns amber after " + settings.wrapUpSeconds() + " s");
    }

    @Command(
            name = "limit",
            mixinStandardHelpOptions = true,
            description = "Sets how many people may find no agent; holds within seconds.")
    int limit(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = NAMED) String name,
            @Mixin LimitOptions options) {
        return with(
                settings,
                (book, by) -> {
                    Entry campaign = campaign(book, name);
                    Limits limits = options.over(campaign.limits());
                    UserCommand.check(book.limit(campaign.id(), limits, by));
                    say(name + ": " + words(limits));
                });
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = {
                "Sets how long a person is left alone after an attempt, and chooses all anew.",
                "What came of the attempt, and the rulebooks in force, may ask for longer."
            })
    int retry(
            @Mixin SettingsOptions settings,
            @Parameters(index = "0", paramLabel = "NAME", description = NAMED) String name,
            @Parameters(
                            index = "1",
                            paramLabel = "MINUTES",
                            description = "The shortest time, 1 to 43200 minutes.")
                    int minutes) {
        return with(
                settings,
                (book, by) -> {
                    CampaignId campaign = campaign(book, name).id();
                    UserCommand.check(book.retryAfter(campaign, minutes, by));
                    say(name + ": " + words(minutes));
                });
    }

    private static String words(int retryMinutes) {
        return "tries a person again after " + retryMinutes + " minutes at the earliest";
    }

    private static String words(Limits limits) {
        return "at most %s of the answered calls abandoned; %s of machines are people"
                .formatted(percent(limits.ceilingPpm()), percent(limits.falsePositivePpm()));
    }

    static String percent(int ppm) {
        return BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + " %";
    }

    @Command(
            name = "attach",
            mixinStandardHelpOptions = true,
            description = "Has a campaign dial portfolios.")
    int attach(
            @Mixin SettingsOptions settings,
            @Parameters(index = "0", paramLabel = "NAME", description = NAMED) String name,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "PORTFOLIO",
                            description = PORTFOLIOS)
                    List<String> portfolios) {
        return with(
                settings,
                (book, by) -> {
                    CampaignId campaign = campaign(book, name).id();
                    List<Portfolio> found =
                            portfolios.stream().map(p -> portfolio(book, p)).toList();
                    found.forEach(p -> UserCommand.check(book.attach(campaign, p.id(), by)));
                    found.forEach(p -> say(name + " dials " + p.client() + "/" + p.name()));
                });
    }

    @Command(
            name = "detach",
            mixinStandardHelpOptions = true,
            description = "Takes portfolios out of a campaign.")
    int detach(
            @Mixin SettingsOptions settings,
            @Parameters(index = "0", paramLabel = "NAME", description = NAMED) String name,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "PORTFOLIO",
                            description = PORTFOLIOS)
                    List<String> portfolios) {
        return with(
                settings,
                (book, by) -> {
                    CampaignId campaign = campaign(book, name).id();
                    List<Portfolio> found =
                            portfolios.stream().map(p -> portfolio(book, p)).toList();
                    found.forEach(p -> UserCommand.check(book.detach(campaign, p.id(), by)));
                    found.forEach(p -> say(name + " does not dial " + p.client() + "/" + p.name()));
                });
    }

    @Command(name = "start", mixinStandardHelpOptions = true, description = "Lets a campaign dial.")
    int start(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = NAMED) String name) {
        return order(settings, name, Order.Start::new, "start");
    }

    @Command(
            name = "stop",
            mixinStandardHelpOptions = true,
            description = "Dials no more and ends what rings; talks go on.")
    int stop(
            @Mixin SettingsOptions settings,
            @Parameters(paramLabel = "NAME", description = NAMED) String name) {
        return order(settings, name, Order.Stop::new, "stop");
    }

    private int order(
            SettingsOptions settings, String name, Function<CampaignId, Order> order, String word) {
        return with(
                settings,
                (book, by) -> {
                    UserCommand.check(book.order(order.apply(campaign(book, name).id()), by));
                    say(
                            name
                                    + " is ordered to "
                                    + word
                                    + "; it does so within seconds, or when the program runs");
                });
    }

    static Entry campaign(CampaignBook book, String name) {
        return book.campaigns().stream()
                .filter(campaign -> campaign.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new NotDone(
                                "there is no campaign " + name,
                                "./rightparty campaign list shows them, campaign add enters one"));
    }

    private static Portfolio portfolio(CampaignBook book, String written) {
        List<Portfolio> found =
                book.portfolios().stream()
                        .filter(p ->
                                p.name().equals(written)
                                        || (p.client() + "/" + p.name()).equals(written))
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw found.isEmpty()
                ? new NotDone(
                        "there is no portfolio " + written,
                        "./rightparty campaign list shows them; an import makes one")
                : new NotDone(
                        "several clients have a portfolio " + written, "write CLIENT/" + written);
    }
}
