package org.rightparty.dialer.simulation.file;

import static java.util.stream.Collectors.joining;

import org.rightparty.dialer.simulation.Scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The scenarios that come with the program.
public final class ShippedScenarios {
    /// Floors on which something changes, by name.
    public static final List<String> FLOORS =
            List.of(
                    "01-steady-20",
                    "02-low-rate-100",
                    "03-tiny-4",
                    "04-answer-drop",
                    "06-lunch-half",
                    "07-gradual-login",
                    "09-heavy-tail",
                    "10-amd-errors");

    /// Floors that we added: what each shows stands in its description.
    public static final List<String> MORE =
            List.of(
                    "11-trunk-dies",
                    "12-answers-halved",
                    "13-lunch-announced",
                    "14-numbers-differ",
                    "15-agents-differ",
                    "16-large-350",
                    "17-stages-show",
                    "18-parts-differ",
                    "19-hours-differ");

    /// The same day for 5 to 300 agents, at 15 and at 30 % answers.
    public static final List<String> GRID =
            List.of(
                    "grid/n005-p15",
                    "grid/n010-p15",
                    "grid/n020-p15",
                    "grid/n050-p15",
                    "grid/n100-p15",
                    "grid/n300-p15",
                    "grid/n005-p30",
                    "grid/n010-p30",
                    "grid/n020-p30",
                    "grid/n050-p30",
                    "grid/n100-p30",
                    "grid/n300-p30");

    private ShippedScenarios() {}

    /// All of them, as a person reads them.
    public static String listed() {
        return Stream.concat(FLOORS.stream(), MORE.stream()).collect(joining(", "))
                + " and "
                + GRID.getFirst()
                + " to "
                + GRID.getLast();
    }

    /// @throws UnusableScenario when there is none of this name
    public static Scenario of(String name) {
        try (InputStream file =
                ShippedScenarios.class.getResourceAsStream("/scenarios/" + name + ".json")) {
            if (file == null) {
                throw new UnusableScenario(
                        name, "is neither a file nor one of our scenarios", "ours are " + listed());
            }
            return ScenarioJson.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UnusableScenario(name, "cannot be read", "check the program's files");
        }
    }

    /// @param name a path to a file, or the name of one of ours
    public static Scenario fileOrName(String name) throws IOException {
        Path path = Path.of(name);
        return Files.isRegularFile(path) ? ScenarioJson.read(Files.readString(path)) : of(name);
    }
}
