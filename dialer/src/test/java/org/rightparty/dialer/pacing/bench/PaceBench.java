package org.rightparty.dialer.pacing.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.generators.core.BenchmarkGenerator;
import org.openjdk.jmh.generators.core.FileSystemDestination;
import org.openjdk.jmh.generators.reflection.RFGeneratorSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/// What one decision costs in time and allocation, measured by JMH in a process of its own, which
/// prints its table. Asks for less than a millisecond.
@Tag("bench")
class PaceBench {
    private static final double MICROS_MAX = 1_000;
    private static final String CLASSES = System.getProperty("java.class.path");

    @TempDir Path directory;

    @Test
    void a_decision_takes_less_than_a_millisecond() throws IOException, InterruptedException {
        generate();
        Path figures = directory.resolve("figures.json");
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        directory + File.pathSeparator + CLASSES,
                        "org.openjdk.jmh.Main",
                        "OneDecision",
                        "-f",
                        "1",
                        "-wi",
                        "4",
                        "-i",
                        "6",
                        "-w",
                        "1s",
                        "-r",
                        "1s",
                        "-prof",
                        "gc",
                        "-rf",
                        "json",
                        "-rff",
                        figures.toString());
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        for (JsonNode each : JsonMapper.builder().build().readTree(figures.toFile())) {
            String name = each.path("benchmark").asText();
            double micros = each.path("primaryMetric").path("score").asDouble();
            assertThat(micros).as(name).isLessThan(MICROS_MAX);
        }
    }

    /// JMH measures through classes that it writes itself.
    private void generate() throws IOException {
        RFGeneratorSource source = new RFGeneratorSource();
        source.processClasses(OneDecision.class);
        File root = directory.toFile();
        FileSystemDestination destination = new FileSystemDestination(root, root);
        BenchmarkGenerator generator = new BenchmarkGenerator();
        generator.generate(source, destination);
        generator.complete(source, destination);
        assertThat(destination.hasErrors()).isFalse();
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn"));
        arguments.addAll(List.of("-d", directory.toString(), "-cp", CLASSES));
        try (Stream<Path> files = Files.walk(directory)) {
            files.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(arguments::add);
        }
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        assertThat(failed).isZero();
    }
}
