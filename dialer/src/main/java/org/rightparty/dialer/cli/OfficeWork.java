package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.vocabulary.AgentId;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;

/// What commands of the officer's business have in common: they open it and print what became of
/// what they did.
final class OfficeWork {
    @Mixin private SettingsOptions settings = new SettingsOptions();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @FunctionalInterface
    interface Work {
        /// @return the exit code; what may not be done is thrown
        int on(OfficeDoor door, PrintWriter out);
    }

    int with(OfficeDoor.Opening opening, Work work) {
        PrintWriter out = CommandOutput.of(spec);
        try (OfficeDoor door = opening.open(settings.read())) {
            return work.on(door, out);
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
        return with(
                opening,
                (door, out) -> {
                    out.println(step.take(door, by.of(door)));
                    return 0;
                });
    }
}
