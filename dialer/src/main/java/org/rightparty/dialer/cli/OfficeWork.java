package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.vocabulary.AgentId;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;

/// What commands about licences and overrides have in common: they open the officer's business and
/// print what became of it.
final class OfficeWork {
    @Mixin private SettingsOptions settings = new SettingsOptions();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @FunctionalInterface
    interface Work {
        void on(OfficeDoor door, PrintWriter out);
    }

    /// Ends with 0; what may not be done is thrown.
    int with(OfficeDoor.Opening opening, Work work) {
        PrintWriter out = CommandOutput.of(spec);
        try (OfficeDoor door = opening.open(settings.read())) {
            work.on(door, out);
            return 0;
        } finally {
            out.flush();
        }
    }

    /// Something that is done in an officer's name.
    @FunctionalInterface
    interface Step {
        /// @return the line that tells what became of it
        String take(OfficeDoor door, AgentId officer);
    }

    int step(OfficeDoor.Opening opening, OfficerOption by, Step step) {
        return with(opening, (door, out) -> out.println(step.take(door, by.of(door))));
    }
}
