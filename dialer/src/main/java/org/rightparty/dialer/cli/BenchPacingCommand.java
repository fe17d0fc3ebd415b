package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.simulation.Contest;
import org.rightparty.dialer.simulation.Scenario;
import org.rightparty.dialer.simulation.Simulation;
import org.rightparty.dialer.simulation.file.PacingDocument;
import org.rightparty.dialer.simulation.file.PacingTable;
import org.rightparty.dialer.simulation.file.RunPictures;
import org.rightparty.dialer.simulation.file.ShippedScenarios;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `bench pacing`: every scenario under every policy, as a table.
@Command(
        name = "pacing",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates our scenarios under our pacing and under others', prints the table.",
            "Others are tuned with hindsight: the best setting at or under the ceiling.",
            "With --docs each row is written as soon as it is there; other rows stay."
        })
public final class BenchPacingCommand implements Callable<Integer> {
    private static final int LARGE = 200;
    private static final int MOST = 10_000;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--scenarios",
            split = ",",
            paramLabel = "NAME",
            description = "files or names; default: all of ours with fewer than 200 agents")
    private List<String> scenarios = List.of();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "replications of each; default ${DEFAULT-VALUE}; 0 as the scenario says")
    private int seeds = 2;

    @Option(names = "--full", description = "every scenario, with its own replications: hours")
    private boolean full;

    @Option(
            names = "--docs",
            paramLabel = "DIR",
            description = "write the rows into this directory's pacing.md, and the pictures")
    private @Nullable Path docs;

    @Override
    public Integer call() throws IOException {
        Quiet.loops();
        if (seeds < 0 || seeds > MOST) {
            throw new NotDone(
                    "--seeds " + seeds + " cannot be simulated",
                    "give 1 to " + MOST + ", or 0 for as many as the scenario says");
        }
        PrintWriter out = out();
        out.print(PacingTable.head());
        out.flush();
        for (String name : names()) {
            Scenario scenario = ShippedScenarios.fileOrName(name);
            int days = full || seeds == 0 ? scenario.replications() : seeds;
            List<Contest.Entry> entries =
                    new Contest(days, Runtime.getRuntime().availableProcessors()).of(scenario);
            String row = PacingTable.row(name, entries);
            out.print(row);
            out.flush();
            if (docs != null) {
                PacingDocument.write(docs.resolve("pacing.md"), row);
            }
            pictures(name, entries);
        }
        return 0;
    }

    private List<String> names() throws IOException {
        if (!scenarios.isEmpty()) {
            return scenarios;
        }
        List<String> names = new ArrayList<>();
        for (List<String> some :
                List.of(ShippedScenarios.FLOORS, ShippedScenarios.MORE, ShippedScenarios.GRID)) {
            for (String name : some) {
                if (full || ShippedScenarios.of(name).agents().count() < LARGE) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private void pictures(String name, List<Contest.Entry> entries) throws IOException {
        if (docs != null && !name.contains("/")) {
            List<Simulation.Outcome> shown =
                    List.of(
                            entries.getFirst().result(),
                            entries.get(entries.size() - 2).result(),
                            entries.getLast().result());
            Path directory = docs.resolve("pacing");
            String occupancy = "Occupancy: " + name;
            PacingDocument.picture(
                    directory, name + "-occupancy", RunPictures.occupancy(occupancy, shown));
            String abandonment = "Abandonment since the start of the day: " + name;
            PacingDocument.picture(
                    directory, name + "-abandonment", RunPictures.abandonment(abandonment, shown));
        }
    }

    private PrintWriter out() {
        CommandSpec known = spec;
        return known == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : known.commandLine().getOut();
    }
}
