package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

class SimulateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int simulate(String... arguments) {
        CommandLine command = OneLine.of(new CommandLine(new SimulateCommand()));
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    @Test
    void prints_one_json_object_and_nothing_else() throws JsonProcessingException {
        assertThat(simulate("short-1", "--policy", "ratio:2", "--agents", "3", "--json")).isZero();
        JsonNode object = new ObjectMapper().readTree(out.toString());
        assertThat(object.fieldNames())
                .toIterable()
                .containsExactly(
                        "scenario",
                        "policy",
                        "seeds",
                        "occupancy",
                        "abandonRate",
                        "worstHourAbandonRate",
                        "meanWaitS",
                        "p95WaitS",
                        "dialed",
                        "answeredByHuman",
                        "abandoned",
                        "connected",
                        "simulatedHours",
                        "wallSeconds");
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(object.path("occupancy").asDouble()).isBetween(0.5, 1.0);
        assertThat(object.path("seeds").asInt()).isEqualTo(2);
        assertThat(object.path("simulatedHours").asDouble()).isEqualTo(1.0);
    }

    @Test
    void shows_what_would_come_of_changes() {
        String[] asked = "short-1 --policy ratio:2 --what-if lines=-12,ring=-5".split(" ");
        assertThat(simulate(asked)).isZero();
        assertThat(out.toString())
                .contains("12 lines rather than 24, ringing 20 s at most rather than 25")
                .containsPattern("as it is +with the change +difference\n")
                .containsPattern("occupancy % +[0-9.]+ ± [0-9.]+ +[0-9.]+ ± [0-9.]+ +[+-]")
                .contains("Means of 2 days");
    }

    @Test
    void tells_differences_as_one_object() throws JsonProcessingException {
        String asked = "short-1 --policy ratio:2 --what-if agents=-2 --seeds 9 --seconds 1 --json";
        assertThat(simulate(asked.split(" "))).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        JsonNode object = new ObjectMapper().readTree(out.toString());
        JsonNode connected = object.path("connected");
        assertThat(object.path("seeds").asInt()).isBetween(2, 9);
        assertThat(object.path("whatIf").asText()).isEqualTo("2 agents rather than 4");
        assertThat(connected.at("/difference/mean").asDouble())
                .isNegative()
                .isCloseTo(
                        connected.at("/changed/mean").asDouble()
                                - connected.at("/asItIs/mean").asDouble(),
                        within(1e-9));
    }

    @Test
    void writes_a_page_that_needs_nothing_else(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("report.html");
        assertThat(simulate("short-1", "--seeds", "1", "--report", page.toString())).isZero();
        assertThat(out.toString()).contains("occupancy %", " ± ", "charts is " + page);
        assertThat(Files.readString(page))
                .contains("<svg", "Abandonment so far")
                .doesNotContain("src=", "href=");
    }

    @Test
    void says_beside_the_object_what_was_written(@TempDir Path directory) throws IOException {
        String page = directory.resolve("report.html").toString();
        String trace = directory.resolve("trace").toString();
        assertThat(simulate("short-1", "--json", "--report", page, "--trace", trace)).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).isObject()).isTrue();
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .contains("the page with charts is " + page, "the decisions stand in " + trace);
    }

    @Test
    void says_why_it_dialed_as_it_did_in_a_sentence_and_a_table(@TempDir Path directory)
            throws IOException {
        Path page = directory.resolve("report.html");
        assertThat(simulate("short-1", "--seeds", "1", "--report", page.toString())).isZero();
        assertThat(out.toString())
                .contains("4 agents, half an hour")
                .containsPattern("At the end of the first day, 0:29:59, dialed \\d+: .*\\.\n")
                .containsPattern("At its worst moment, 0:\\d\\d:\\d\\d, dialed \\d+: .*\\.\n")
                .containsPattern("  people waiting +\\d+\n")
                .containsPattern("  risk worth it +[0-9.]+ %\n")
                .containsPattern("  by starting +[0-9.]+ ± ");
        assertThat(Files.readString(page))
                .contains("<h2>Why it dialed as it did</h2>", "<td>risk worth it</td>")
                .containsPattern("<p>At its worst moment, 0:\\d\\d:\\d\\d into it, it dialed");
    }

    @Test
    void decides_a_trace_again(@TempDir Path directory) throws IOException {
        Path trace = directory.resolve("trace.gz");
        assertThat(simulate("short-1", "--seeds", "1", "--trace", trace.toString())).isZero();
        assertThat(simulate("--replay", trace.toString())).isZero();
        assertThat(out.toString())
                .containsPattern("\n1\\d,\\d{3} decisions the same, 0 different\n");
        Path changed = directory.resolve("changed");
        Files.write(changed, changed(trace));
        assertThat(simulate("--replay", changed.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("line 2: traced", " 1 different");
    }

    /// The first line and one decision that nobody took.
    private static List<String> changed(Path trace) throws IOException {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(trace)),
                                StandardCharsets.UTF_8))) {
            List<String> two = List.of(lines.readLine(), lines.readLine());
            return List.of(
                    two.get(0),
                    two.get(1).replace("\"dials\":0,\"reasons", "\"dials\":9,\"reasons"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    short-1 --seeds 0 | --seeds 0 cannot be simulated; give 1 to 10000
                    short-1 --seeds -1 | --seeds -1 cannot be simulated
                    short-1 --seeds 0 --report /tmp/none.html | --seeds 0 cannot be simulated
                    short-1 --agents 0 | --agents 0 cannot be simulated
                    short-1 --agents -3 | --agents -3 cannot be simulated
                    short-1 --replay nosuch | no scenario; leave short-1 out
                    --replay nosuch | nosuch cannot be read; name a file that --trace wrote
                    --replay pom.xml | line 1 is not one of a trace
                    short-1 --what-if agents=-9 | -5 agents rather than 4 cannot be
                    short-1 --what-if agents=-1,agents=-2 | changes agents twice; say it once
                    short-1 --what-if shoes=2 | no shoes to change; choose from agents=±N
                    short-1 --what-if agents=-1 --seeds 1 | needs 2 replications or more
                    short-1 --what-if agents=-1 --trace /tmp/none | goes with neither --trace
                    short-1 --what-if agents=-1 --seconds 0 | --seconds 0 cannot be simulated
                    short-1 --seconds 5 | --seconds goes with --what-if alone
                    --replay nosuch --what-if agents=-1 | --replay goes without --what-if
                    --seeds 1 | which scenario? ours are 01-steady-20
                    """)
    void refuses_in_one_line_what_cannot_be_simulated(String arguments, String why) {
        assertThat(simulate(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("rightparty: ").contains(why);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void says_what_is_wrong_with_scenario_or_policy() {
        assertThat(simulate("short-1", "--policy", "magic")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no policy magic; choose one of rightparty");
        assertThat(simulate("no-such-scenario")).isEqualTo(2);
        assertThat(err.toString()).contains("neither a file nor one of our scenarios");
    }
}
