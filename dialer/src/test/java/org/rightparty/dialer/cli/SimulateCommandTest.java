package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

class SimulateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int simulate(String... arguments) {
        CommandLine command = new CommandLine(new SimulateCommand());
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
    void says_what_is_wrong_with_scenario_or_policy() {
        assertThat(simulate("short-1", "--policy", "magic")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no policy magic; choose one of rightparty");
        assertThat(simulate("no-such-scenario")).isEqualTo(2);
        assertThat(err.toString()).contains("neither a file nor one of our scenarios");
    }
}
