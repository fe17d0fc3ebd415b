package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.console.administration.CampaignBook.Settings;
import org.rightparty.vocabulary.PhoneNumber;

import picocli.CommandLine.Option;

/// How a campaign's calls are placed, recorded and wrapped up; what is not given stays as it is.
final class SettledOptions {
    @Option(
            names = "--caller-id",
            paramLabel = "NUMBER",
            description = "The number consumers see and can call back, as +12025550100.")
    private @Nullable String callerId;

    @Option(
            names = "--ring-seconds",
            paramLabel = "SECONDS",
            description = "Longest ringing, 15 to 60.")
    private @Nullable Integer ringSeconds;

    @Option(
            names = "--screening",
            negatable = true,
            description = "Tell answering machines from people before connecting, or do not.")
    private @Nullable Boolean screening;

    @Option(
            names = "--recording",
            negatable = true,
            description = {
                "Record conversations, or do not.",
                "Where the rulebooks in force demand or forbid it, that holds."
            })
    private @Nullable Boolean recording;

    @Option(
            names = "--wrap-up-seconds",
            paramLabel = "SECONDS",
            description = "When wrap-up turns amber for the agent, 1 to 3600.")
    private @Nullable Integer wrapUpSeconds;

    /// @throws NotDone when one is out of its range, or all stay as they are
    Settings over(Settings before) {
        PhoneNumber shown = callerId == null ? before.callerId() : CampaignOptions.number(callerId);
        Settings settings =
                new Settings(
                        shown,
                        ClientOptions.given(ringSeconds, before.ringSeconds()),
                        ClientOptions.given(screening, before.screening()),
                        ClientOptions.given(recording, before.recording()),
                        ClientOptions.given(wrapUpSeconds, before.wrapUpSeconds()));
        if (settings.equals(before)) {
            throw new NotDone("nothing would change", "give what is to be set, see --help");
        }
        return usable(settings);
    }

    /// @throws NotDone when one is out of its range
    static Settings usable(Settings settings) {
        settings.fault()
                .ifPresent(fault -> {
                    throw NotDone.of(fault);
                });
        return settings;
    }
}
