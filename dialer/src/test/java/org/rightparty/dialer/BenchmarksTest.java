package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The list of benchmarks that the launcher prints and runs.
final class BenchmarksTest {
    private static final Path LIST = Path.of("src/test/benchmarks");
    private static final Path LAUNCHER = Path.of("../rightparty");

    @Test
    void every_benchmark_is_listed_once_and_every_listed_one_is_there() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            List<String> there =
                    files.filter(file -> file.toString().contains("src/test/java"))
                            .map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Bench.java"))
                            .map(name -> name.replace(".java", ""))
                            .toList();
            assertThat(column(1)).containsExactlyInAnyOrderElementsOf(there);
        }
        assertThat(column(0)).doesNotHaveDuplicates();
    }

    @Test
    void help_prints_a_line_for_each() throws Exception {
        Said said = launch("bench", "--help");
        assertThat(said.code()).isZero();
        assertThat(column(0)).allSatisfy(name -> assertThat(said.text()).contains("  " + name));
    }

    @Test
    void a_name_that_is_none_costs_one_line() throws Exception {
        Said said = launch("bench", "nonsense");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text().lines()).hasSize(1);
        assertThat(said.text()).contains("no benchmark is called nonsense");
    }

    private record Said(int code, String text) {}

    private static Said launch(String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", LAUNCHER.toString());
        builder.command().addAll(List.of(words));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }

    private static List<String> column(int number) throws IOException {
        return Files.readAllLines(LIST).stream().map(line -> line.split(" +")[number]).toList();
    }
}
