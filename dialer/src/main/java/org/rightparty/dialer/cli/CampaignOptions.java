package org.rightparty.dialer.cli;

import org.rightparty.console.administration.CampaignBook.Draft;
import org.rightparty.console.administration.CampaignBook.Limits;
import org.rightparty.console.administration.CampaignBook.Settings;
import org.rightparty.vocabulary.Mode;
import org.rightparty.vocabulary.PhoneNumber;
import org.rightparty.vocabulary.PortfolioId;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.function.Function;

/// How a new campaign is to dial.
final class CampaignOptions {
    @Option(
            names = "--mode",
            required = true,
            paramLabel = "MODE",
            description = "predictive, progressive, preview or manual.")
    private Mode mode = Mode.PREVIEW;

    @Option(
            names = "--caller-id",
            required = true,
            paramLabel = "NUMBER",
            description = "The number consumers see and can call back, as +12025550100.")
    private String callerId = "";

    @Option(
            names = "--portfolio",
            paramLabel = "PORTFOLIO",
            description =
                    "What it dials; may be repeated; CLIENT/PORTFOLIO where two have one name.")
    private List<String> portfolios = List.of();

    @Option(
            names = "--ring-seconds",
            defaultValue = "25",
            paramLabel = "SECONDS",
            description = "Longest ringing, 15 to 60 (default: ${DEFAULT-VALUE}).")
    private int ringSeconds;

    @Option(
            names = "--screening",
            description = "Tell answering machines from people before connecting.")
    private boolean screening;

    @Mixin private LimitOptions limits = new LimitOptions();

    @Option(names = "--no-recording", description = "Do not record conversations.")
    private boolean unrecorded;

    /// @param portfolio finds a portfolio by what was written
    Draft draft(String name, Function<String, PortfolioId> portfolio) {
        Settings settings =
                new Settings(
                        number(callerId),
                        ringSeconds,
                        screening,
                        !unrecorded,
                        Settings.WRAP_UP_SECONDS_USUAL);
        return new Draft(
                name,
                mode,
                SettledOptions.usable(settings),
                portfolios.stream().map(portfolio).toList(),
                limits.over(Limits.USUAL));
    }

    static PhoneNumber number(String written) {
        return PhoneNumber.written(written)
                .orElseThrow(() ->
                        new NotDone(
                                "--caller-id is no telephone number", "write it as +12025550100"));
    }
}
