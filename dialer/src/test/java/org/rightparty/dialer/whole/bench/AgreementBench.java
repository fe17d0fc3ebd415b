package org.rightparty.dialer.whole.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.dialer.simulation.Figures;
import org.rightparty.dialer.simulation.Interval;
import org.rightparty.dialer.simulation.Policies;
import org.rightparty.dialer.simulation.Scenario;
import org.rightparty.dialer.simulation.Simulation;
import org.rightparty.dialer.simulation.Simulation.Outcome;
import org.rightparty.dialer.simulation.file.ScenarioJson;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/// Whether the simulator tells the truth: a floor on a real Asterisk, in real time, beside what the
/// simulator predicts of the same scenario. `-Dminutes` says for how long (20), `-Dseeds` how many
/// simulated floors the prediction is made from (40).
@Tag("bench")
class AgreementBench {
    private static final Path SCENARIO = Path.of("../docs/examples/agreement-20.json");
    private static final int MINUTES = Integer.getInteger("minutes", 20);
    private static final int SEEDS = Integer.getInteger("seeds", 40);
    private static final double WARM_UP_SHARE = 0.15;
    private static final double PER_CENT = 100;
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration STILL_MAX = Duration.ofSeconds(10);

    @Test
    void a_real_floor_does_what_the_simulator_predicts(
            @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        ObjectNode json = lasting(MINUTES);
        Scenario scenario = ScenarioJson.read(json.toString());
        Measured measured;
        Timings timings;
        try (ScriptedFloor floor = new ScriptedFloor(directory, scenario)) {
            Instant begin = floor.everybodyReady();
            runTo(floor, begin.plusMillis(Math.round(1_000 * scenario.durationS())));
            measured =
                    Measured.of(
                            floor.tables,
                            begin.plusMillis(Math.round(1_000 * scenario.warmUpS())),
                            begin.plusMillis(Math.round(1_000 * scenario.durationS())));
            timings = Timings.of(floor);
            System.out.println();
            System.out.println("abandoned: seconds after the begin, and what agents were doing");
            Measured.abandonments(floor.tables, begin).forEach(System.out::println);
            assertThat(floor.carrier.invites())
                    .as("calls that reached the carrier, each with an attempt of its own")
                    .hasSizeLessThanOrEqualTo(
                            (int) floor.tables.count("SELECT count(*) FROM attempt"));
        }
        print(timings, scenario);
        compare("as the scenario says", measured, predicted(scenario));
        compare(
                "with the timing that was measured",
                measured,
                predicted(ScenarioJson.read(calibrated(json, timings).toString())));
        assertThat(measured.answered()).isPositive();
    }

    private static ObjectNode lasting(int minutes) throws IOException {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(Files.readString(SCENARIO));
        double seconds = Duration.ofMinutes(minutes).toSeconds();
        return json.put("durationS", seconds).put("warmupS", WARM_UP_SHARE * seconds);
    }

    /// The same scenario, our own side as slow as it was.
    private static JsonNode calibrated(ObjectNode json, Timings timings) {
        ObjectNode timed = json.deepCopy();
        timed.putObject("switching")
                .put("permitS", timings.permit())
                .put("bridgeS", Math.max(0, timings.bridge().mean()));
        ObjectNode setup = (ObjectNode) timed.path("timing").path("setup");
        double network = setup.path("mean").asDouble();
        setup.put("mean", network + Math.max(0, timings.setup().mean()));
        return timed;
    }

    /// Real time cannot be had twice: a machine that stands still meanwhile spoils the figures.
    private static void runTo(ScriptedFloor floor, Instant end) {
        Instant latest = Instant.now();
        while (latest.isBefore(end)) {
            Duration left = Duration.between(latest, end);
            LockSupport.parkNanos(left.compareTo(LOOK) < 0 ? left.toNanos() : LOOK.toNanos());
            Instant now = Instant.now();
            assertThat(Duration.between(latest, now))
                    .as("a look at the floor, each minute")
                    .isLessThan(LOOK.plus(STILL_MAX));
            latest = now;
            System.out.printf(
                    Locale.ROOT,
                    "%s attempts=%d conversations=%d load=%.1f%n",
                    now,
                    floor.tables.count("SELECT count(*) FROM attempt"),
                    floor.tables.count("SELECT count(*) FROM disposition"),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    private static Outcome predicted(Scenario scenario) {
        return Simulation.run(
                scenario, Policies.of("rightparty"), SEEDS, 2, Simulation.Watch.NOBODY);
    }

    private static void compare(String what, Measured measured, Outcome predicted) {
        System.out.println();
        System.out.println(what + ", " + predicted.days().size() + " simulated floors");
        System.out.println(
                "| figure | measured | simulator's mean | 95 of 100 floors | | the same people |");
        System.out.println("|---|---|---|---|---|---|");
        row(
                "occupancy, per cent",
                PER_CENT * measured.occupancy(),
                predicted,
                f -> PER_CENT * f.occupancy());
        row(
                "abandoned of answered, per cent",
                PER_CENT * measured.abandonRate(),
                predicted,
                f -> PER_CENT * f.abandonRate());
        row("mean wait, s", measured.meanWaitS(), predicted, Figures::meanWaitS);
        row("dialed", (double) measured.dialed(), predicted, Figures::dialed);
        row(
                "answered by a person",
                (double) measured.answered(),
                predicted,
                Figures::answeredByHuman);
        row("abandoned", (double) measured.abandoned(), predicted, Figures::abandoned);
        row("connected", (double) measured.connected(), predicted, Figures::connected);
    }

    /// The interval holds a further floor with 95 %: wider than that of the mean by `√(n + 1)`. The
    /// first simulated floor has the seed of the real one: the n-th dial reaches the same person.
    private static void row(
            String name, double measured, Outcome predicted, ToDoubleFunction<Figures> figure) {
        Interval mean = predicted.of(figure);
        double half = mean.half() * Math.sqrt(predicted.days().size() + 1);
        boolean inside = Math.abs(measured - mean.mean()) <= half;
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f to %.1f | %s | %.1f |%n",
                name,
                measured,
                mean.mean(),
                Math.max(0, mean.mean() - half),
                mean.mean() + half,
                inside ? "inside" : "OUTSIDE",
                figure.applyAsDouble(predicted.days().getFirst()));
    }

    private static void print(Timings timings, Scenario scenario) {
        System.out.println();
        System.out.println("| our own side, seconds | mean | median | 95 % | of | assumed |");
        System.out.println("|---|---|---|---|---|---|");
        System.out.printf(
                Locale.ROOT,
                "| permits: order to grant | %.3f | | | | %.3f |%n",
                timings.permit(),
                scenario.switching().permitS());
        print("set-up beyond the network's own", timings.setup(), 0);
        print("answer beyond the person's", timings.pickUp(), 0);
        print(
                "answer to bridge, an agent being ready",
                timings.bridge(),
                scenario.switching().bridgeS());
    }

    private static void print(String name, Timings.Sample sample, double assumed) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %d | %.3f |%n",
                name,
                sample.mean(),
                sample.quantile(0.5),
                sample.quantile(0.95),
                sample.values().size(),
                assumed);
    }
}
