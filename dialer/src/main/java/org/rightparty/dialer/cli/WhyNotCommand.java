package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.office.Funnel;
import org.rightparty.vocabulary.CampaignId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/// `compliance why-not --campaign C`: from all accounts to those that may be dialed now.
@Command(
        name = "why-not",
        mixinStandardHelpOptions = true,
        description = "Counts the accounts of a campaign by the first reason that keeps each back.")
public final class WhyNotCommand implements Callable<Integer> {
    private final OfficeDoor.Opening opening;

    @Mixin private SettingsOptions settings = new SettingsOptions();

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--campaign",
            required = true,
            paramLabel = "ID",
            description = "number of the campaign, as campaign list shows it")
    private long campaign;

    public WhyNotCommand(OfficeDoor.Opening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        PrintWriter out = CommandOutput.of(spec);
        try (OfficeDoor door = opening.open(settings.read())) {
            Funnel funnel =
                    door.office()
                            .whyNot(new CampaignId(campaign))
                            .orElseThrow(() ->
                                    new NotDone(
                                            "there is no campaign " + campaign,
                                            "./rightparty campaign list shows their numbers"));
            FunnelText.print(funnel, out);
            return 0;
        } finally {
            out.flush();
        }
    }
}
