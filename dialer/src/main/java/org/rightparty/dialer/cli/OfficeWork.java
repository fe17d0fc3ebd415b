package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.vocabulary.AgentId;

import picocli.CommandLine.Model.CommandSpec;

import java.io.PrintWriter;

/// What commands about licences and overrides have in common: they open the officer's business,
/// print what became of it, and end with 0, or with 2 when it may not be done.
final class OfficeWork {
    private OfficeWork() {}

    @FunctionalInterface
    interface Work {
        void on(OfficeDoor door, PrintWriter out);
    }

    static int with(
            OfficeDoor.Opening opening,
            SettingsOptions settings,
            @Nullable CommandSpec spec,
            Work work) {
        PrintWriter out = CommandOutput.of(spec);
        try (OfficeDoor door = opening.open(settings.read())) {
            work.on(door, out);
            return 0;
        } finally {
            out.flush();
        }
    }

    /// @throws IllegalArgumentException when no officer or administrator has this log-in name
    static AgentId officer(OfficeDoor door, String login) {
        return door.officer(login)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "No officer or administrator with the log-in name "
                                        + login
                                        + " works here."));
    }
}
