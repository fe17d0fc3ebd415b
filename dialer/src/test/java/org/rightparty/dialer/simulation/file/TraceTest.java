package org.rightparty.dialer.simulation.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rightparty.dialer.pacing.Pace;
import org.rightparty.dialer.pacing.PredictivePace;
import org.rightparty.dialer.simulation.Policies;
import org.rightparty.dialer.simulation.Scenario;
import org.rightparty.dialer.simulation.Simulation;

import java.io.PrintWriter;
import java.io.StringWriter;

class TraceTest {
    @Test
    void a_pace_that_is_shown_the_same_floors_decides_the_same() {
        Scenario scenario = ShippedScenarios.of("short-1");
        StringWriter text = new StringWriter();
        try (PrintWriter lines = new PrintWriter(text)) {
            Simulation.run(scenario, Policies.of("rightparty"), 1, 1, new Trace(lines));
        }
        Pace pace = new PredictivePace();
        int dials = 0;
        for (Trace.Line line : Trace.read(text.toString().lines().toList())) {
            assertThat(pace.decide(line.floor()).dials()).as("%s", line).isEqualTo(line.dials());
            dials += line.dials();
        }
        assertThat(dials).isPositive();
    }
}
