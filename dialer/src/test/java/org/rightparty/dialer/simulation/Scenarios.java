package org.rightparty.dialer.simulation;

import org.rightparty.dialer.simulation.file.ScenarioJson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The scenarios that come with the program, and their texts.
final class Scenarios {
    private Scenarios() {}

    /// @param name `01-steady-20`
    static String text(String name) {
        String path = "/scenarios/" + name + ".json";
        try (InputStream file = Scenarios.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Scenario of(String name) {
        return ScenarioJson.read(text(name));
    }
}
