package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.compliance.ledger.AuditEntry;
import org.rightparty.console.office.Funnel;
import org.rightparty.vocabulary.AccountId;
import org.rightparty.vocabulary.CampaignId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `compliance why-not --campaign C`: from all accounts to those that may be dialed now; with
/// `--list REASON` the accounts behind one reason. Such a list is an entry of the ledger.
@Command(
        name = "why-not",
        mixinStandardHelpOptions = true,
        description = "Counts the accounts of a campaign by the first reason that keeps each back.")
public final class WhyNotCommand implements Callable<Integer> {
    private final OfficeDoor.Opening opening;

    @Mixin private SettingsOptions settings = new SettingsOptions();
    @Mixin private LookOptions look = new LookOptions();

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--campaign",
            required = true,
            paramLabel = "ID",
            description = "number of the campaign, as campaign list shows it")
    private long campaign;

    @Option(
            names = "--list",
            paramLabel = "REASON",
            description =
                    "list the accounts behind this reason, named as the count shows it"
                            + " (OUTSIDE_HOURS), or DIALABLE, instead of counting")
    private @Nullable String reason;

    @Option(
            names = "--after",
            paramLabel = "ACCOUNT",
            defaultValue = "0",
            description = "with --list: only accounts with a greater number; default: all")
    private long after;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "50",
            description = "with --list: so many at most, 1 to 1000; default: ${DEFAULT-VALUE}")
    private int most;

    public WhyNotCommand(OfficeDoor.Opening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        PrintWriter out = CommandOutput.of(spec);
        try (OfficeDoor door = opening.open(settings.read())) {
            if (reason == null) {
                FunnelText.print(
                        door.office()
                                .whyNot(new CampaignId(campaign))
                                .orElseThrow(this::noCampaign),
                        out);
            } else {
                list(door, reason, out);
            }
            return 0;
        } finally {
            out.flush();
        }
    }

    private NotDone noCampaign() {
        return new NotDone(
                "there is no campaign " + campaign,
                "./rightparty campaign list shows their numbers");
    }

    private void list(OfficeDoor door, String reason, PrintWriter out) {
        if (most < 1 || most > Funnel.Page.ACCOUNTS_MAX) {
            throw new NotDone("--most is 1 to " + Funnel.Page.ACCOUNTS_MAX, "choose a number");
        }
        List<AccountId> accounts =
                door.office()
                        .behind(new Funnel.Page(new CampaignId(campaign), reason, after, most))
                        .orElseThrow(this::noCampaign);
        Map<String, Object> detail =
                Map.of(
                        "campaign", campaign,
                        "reason", reason,
                        "accounts", accounts.stream().map(AccountId::value).toList());
        door.enter(look.entry("accounts.listed", AuditEntry.Subject.NONE, detail, door::officer));
        accounts.forEach(out::println);
        out.println(after(accounts));
    }

    private String after(List<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return "No accounts" + (after > 0 ? " after " + after : "") + " for this reason.";
        }
        String each = "Why: ./rightparty compliance explain --account " + accounts.getFirst();
        return accounts.size() < most
                ? each
                : each + System.lineSeparator() + "The next: --after " + accounts.getLast();
    }
}
