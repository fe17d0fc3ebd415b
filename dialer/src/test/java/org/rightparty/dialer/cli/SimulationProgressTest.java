package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.dialer.simulation.Policies;
import org.rightparty.dialer.simulation.Simulation;
import org.rightparty.dialer.simulation.file.ShippedScenarios;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

final class SimulationProgressTest {
    private final StringWriter said = new StringWriter();

    @Test
    void says_nothing_of_a_simulation_of_moments() throws IOException {
        assertThat(simulate(() -> 0)).isEmpty();
    }

    @Test
    void says_every_five_seconds_how_many_hours_are_behind_it() throws IOException {
        AtomicLong now = new AtomicLong();
        long step = Duration.ofMillis(100).toNanos();
        List<String> lines = simulate(() -> now.getAndAdd(step));
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines.getFirst()).isEqualTo("0.0 of 0.5 hours simulated after 5 s");
        assertThat(lines.get(1)).endsWith("hours simulated after 10 s");
        assertThat(lines).anyMatch(line -> line.startsWith("0.4 of 0.5 hours"));
    }

    private List<String> simulate(LongSupplier nanos) throws IOException {
        var scenario = ShippedScenarios.fileOrName("short-1");
        Simulation.run(
                scenario,
                Policies.of("ratio:2"),
                1,
                1,
                new SimulationProgress(
                        Simulation.Watch.NOBODY,
                        1,
                        scenario.durationS(),
                        nanos,
                        new PrintWriter(said)));
        return said.toString().lines().toList();
    }
}
