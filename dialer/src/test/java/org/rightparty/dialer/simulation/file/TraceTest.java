package org.rightparty.dialer.simulation.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.simulation.FullDay;
import org.rightparty.dialer.simulation.Policies;
import org.rightparty.dialer.simulation.Scenario;
import org.rightparty.dialer.simulation.Simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class TraceTest {
    @TempDir Path directory;

    private Path traced(Scenario scenario, String policy, String name) throws IOException {
        Path file = directory.resolve(name);
        try (PrintWriter lines = Trace.open(file)) {
            Simulation.run(scenario, Policies.of(policy), 1, 1, new Trace(lines, policy));
        }
        return file;
    }

    /// The full day has screening, leaves and breaks, trunks that fail, and verified talks.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    policy,                 pointer,                      value
                    rightparty,             /seed,                        5
                    rightparty,             /amd/enabled,                 false
                    rightparty,             /trunks/max,                  5
                    rightparty,             /agents/groups/0/breaks/0/announced, true
                    rightparty,             /compliance/maxAbandonRate,   0.01
                    rightparty-aim:wait:30, /numbers/known,               true
                    rightparty-aim:never,   /agents/leaves/0/atS,         800
                    progressive,            /seed,                        6
                    """)
    void a_pace_that_is_shown_the_same_floors_decides_the_same(
            String policy, String pointer, String value) throws IOException {
        Scenario scenario = FullDay.with("/durationS", "1000", pointer, value);
        TraceReplay again = TraceReplay.of(traced(scenario, policy, "trace.gz"));
        assertThat(again.difference()).isEmpty();
        assertThat(again.different()).isZero();
        assertThat(again.same()).isGreaterThan(8_000);
    }

    @Test
    void each_line_says_why() throws IOException {
        Scenario scenario = FullDay.with("/durationS", "310");
        List<String> lines = Files.readAllLines(traced(scenario, "rightparty", "trace"));
        Trace.Line last = RecordJson.read(lines.getLast(), Trace.Line.class);
        assertThat(last.reasons().sentence()).endsWith(".");
        assertThat(last.reasons().working()).isPositive();
        assertThat(lines.getFirst()).contains("\"policy\":\"rightparty\"");
    }

    @Test
    void a_line_that_was_changed_is_found() throws IOException {
        Scenario scenario = FullDay.with("/durationS", "310");
        List<String> lines = Files.readAllLines(traced(scenario, "rightparty", "trace"));
        String changed =
                lines.get(1_000)
                        .replaceFirst("\"dials\":(\\d+),\"reasons\"", "\"dials\":7$1,\"reasons\"");
        assertThat(changed).isNotEqualTo(lines.get(1_000));
        lines.set(1_000, changed);
        TraceReplay again = replay(String.join("\n", lines));
        assertThat(again.different()).isEqualTo(1);
        assertThat(again.same()).isEqualTo(lines.size() - 2);
        assertThat(again.difference().orElseThrow()).startsWith("line 1001: traced 7");
    }

    @Test
    void a_trace_that_was_cut_off_is_read_up_to_its_last_whole_line() throws IOException {
        Scenario scenario = FullDay.with("/durationS", "310");
        Path file = traced(scenario, "rightparty", "trace.gz");
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length / 2));
        TraceReplay again = TraceReplay.of(file);
        assertThat(again.different()).isZero();
        assertThat(again.same()).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '' | the trace is empty
                    {} | line 1 is not one of a trace
                    no JSON | line 1 is not one of a trace
                    {"policy":"ratio:3","memory":{"parts":[]}} | these are decisions of ratio:3
                    """)
    void what_is_no_trace_of_ours_is_refused(String text, String why) {
        assertThatThrownBy(() -> replay(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static TraceReplay replay(String text) throws IOException {
        return TraceReplay.of(new BufferedReader(new StringReader(text)));
    }
}
