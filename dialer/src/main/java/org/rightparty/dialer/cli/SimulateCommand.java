package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.Clocks;
import org.rightparty.dialer.simulation.Policies;
import org.rightparty.dialer.simulation.Policy;
import org.rightparty.dialer.simulation.Scenario;
import org.rightparty.dialer.simulation.Simulation;
import org.rightparty.dialer.simulation.WhatIf;
import org.rightparty.dialer.simulation.Written;
import org.rightparty.dialer.simulation.file.OutcomeJson;
import org.rightparty.dialer.simulation.file.ReportHtml;
import org.rightparty.dialer.simulation.file.ShippedScenarios;
import org.rightparty.dialer.simulation.file.Trace;
import org.rightparty.dialer.simulation.file.TraceReplay;
import org.rightparty.dialer.simulation.file.WhatIfJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `simulate SCENARIO`: what would come of a day under a policy.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates a floor with the program's own dialing loop, in virtual time.",
            "Rates are shares between 0 and 1 in JSON and per cent in text."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:simulated, or every decision replayed the same",
            "1:a decision replayed differs",
            "2:the scenario, the policy, the change or the trace cannot be used"
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;
    private static final int MOST = 10_000;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description =
                    "a file in the schema dialer-scenario/1 (docs/scenarios.md), or the name of"
                            + " one of ours, as 01-steady-20")
    private String scenario = "";

    @Option(names = "--policy", paramLabel = "POLICY", description = "one of " + Policies.KNOWN)
    private String policy = "rightparty";

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "replications; default: as the scenario says")
    private @Nullable Integer seeds;

    @Option(
            names = "--agents",
            paramLabel = "N",
            description = "how many agents; default: as the scenario says")
    private @Nullable Integer agents;

    @Option(names = "--json", description = "print one JSON object and nothing else")
    private boolean json;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description =
                    "write the first replication's decisions there, a line of JSON each; packed"
                            + " when the name ends in .gz")
    private @Nullable Path trace;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description =
                    "instead of a scenario: decide every line of such a trace again and compare")
    private @Nullable Path replay;

    @Option(names = "--report", paramLabel = "FILE", description = "write a page with charts")
    private @Nullable Path report;

    @Option(
            names = "--what-if",
            paramLabel = "CHANGE",
            split = ",",
            description =
                    "the same days also with this changed, one or several of: agents=-2 or +2"
                            + " (lines stay), ring=-5 or +5 (seconds until a call is given up),"
                            + " lines=-20 or +20, answers=18:00 (all day as at that time; the day"
                            + " begins at 09:00), answers=-20%% or +20%% (so many fewer or more),"
                            + " aim=2%% (abandoned; under rightparty)")
    private List<String> changes = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description =
                    "with --what-if: only as many replications as fit into so many seconds, but"
                            + " 2 at least")
    private @Nullable Integer seconds;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = printer().getOut();
        Quiet.loops();
        try {
            if (replay != null) {
                return replayed(replay, out);
            }
            refuse("--seeds", seeds);
            refuse("--agents", agents);
            refuse("--seconds", seconds);
            if (!changes.isEmpty()) {
                return whatIf(out);
            } else if (seconds != null) {
                throw new IllegalArgumentException("--seconds goes with --what-if alone");
            }
            mayBeWritten(trace);
            mayBeWritten(report);
            Scenario read = scenario();
            Policy chosen = Policies.of(policy);
            int days = seeds == null ? read.replications() : seeds;
            long began = Clocks.NANOS.getAsLong();
            Simulation.Outcome outcome = simulated(read, chosen, days);
            double wallSeconds = (Clocks.NANOS.getAsLong() - began) / 1e9;
            if (report != null) {
                Files.writeString(report, ReportHtml.of(outcome));
            }
            if (json) {
                out.println(OutcomeJson.of(outcome, wallSeconds));
            } else {
                OutcomeText.print(outcome, wallSeconds, out);
            }
            written("the decisions stand in ", trace);
            written("the page with charts is ", report);
            return 0;
        } finally {
            out.flush();
        }
    }

    private int whatIf(PrintWriter out) throws IOException {
        if (trace != null || report != null) {
            throw new IllegalArgumentException("--what-if goes with neither --trace nor --report");
        }
        Scenario read = scenario();
        int days = seeds == null ? read.replications() : seeds;
        WhatIf.Question question =
                new WhatIf.Question(
                        read,
                        Policies.of(policy),
                        changes.stream().map(Written::change).toList(),
                        days,
                        Optional.ofNullable(seconds).map(Duration::ofSeconds),
                        cores());
        long began = Clocks.NANOS.getAsLong();
        WhatIf.Answer answer = WhatIf.ask(question, Clocks.NANOS, watch(2 * days, read));
        double wallSeconds = (Clocks.NANOS.getAsLong() - began) / 1e9;
        if (json) {
            out.println(WhatIfJson.of(answer, wallSeconds));
        } else {
            WhatIfText.print(answer, wallSeconds, out);
        }
        return 0;
    }

    /// How many days a budget leaves is not known before.
    private Simulation.Watch watch(int days, Scenario read) {
        return seconds == null
                ? progress(Simulation.Watch.NOBODY, days, read)
                : Simulation.Watch.NOBODY;
    }

    private SimulationProgress progress(Simulation.Watch watch, int days, Scenario read) {
        return new SimulationProgress(
                watch, days, days * read.durationS(), Clocks.NANOS, printer().getErr());
    }

    private int replayed(Path file, PrintWriter out) throws IOException {
        if (!scenario.isEmpty()) {
            throw new IllegalArgumentException(
                    "--replay takes a trace and no scenario; leave " + scenario + " out");
        } else if (!changes.isEmpty()) {
            throw new IllegalArgumentException("--replay goes without --what-if");
        } else if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    file + " cannot be read; name a file that --trace wrote");
        }
        TraceReplay again = TraceReplay.of(file);
        again.difference().ifPresent(out::println);
        out.printf(
                Locale.ROOT,
                "%,d decisions the same, %,d different%n",
                again.same(),
                again.different());
        return again.different() == 0 ? 0 : DIFFERENT;
    }

    private static void refuse(String option, @Nullable Integer value) {
        if (value != null && (value < 1 || value > MOST)) {
            throw new IllegalArgumentException(
                    option + " " + value + " cannot be simulated; give 1 to " + MOST);
        }
    }

    /// Before a simulation of minutes rather than after it.
    private static void mayBeWritten(@Nullable Path file) {
        if (file != null) {
            GivenFiles.mayBeWritten(file);
        }
    }

    /// Beside the object of `--json`, whatever else is said goes to the standard error.
    private void written(String what, @Nullable Path file) {
        if (file != null) {
            PrintWriter to = json ? printer().getErr() : printer().getOut();
            to.println(what + file);
            to.flush();
        }
    }

    private Simulation.Outcome simulated(Scenario read, Policy chosen, int days)
            throws IOException {
        if (trace == null) {
            return simulated(read, chosen, days, Simulation.Watch.NOBODY);
        }
        try (PrintWriter lines = Trace.open(trace)) {
            return simulated(read, chosen, days, new Trace(lines, chosen.name()));
        }
    }

    private Simulation.Outcome simulated(
            Scenario read, Policy chosen, int days, Simulation.Watch watch) {
        return Simulation.run(read, chosen, days, cores(), progress(watch, days, read));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private Scenario scenario() throws IOException {
        if (scenario.isEmpty()) {
            throw new IllegalArgumentException(
                    "which scenario? ours are " + ShippedScenarios.listed());
        }
        Scenario read = ShippedScenarios.fileOrName(scenario);
        return agents == null ? read : read.withAgents(agents);
    }

    private picocli.CommandLine printer() {
        CommandSpec known = spec;
        return known == null ? new picocli.CommandLine(this) : known.commandLine();
    }
}
