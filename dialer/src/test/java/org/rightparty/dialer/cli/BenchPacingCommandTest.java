package org.rightparty.dialer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.dialer.simulation.file.PacingTable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class BenchPacingCommandTest {
    @TempDir Path docs;

    private final StringWriter out = new StringWriter();

    private int bench(String... arguments) {
        CommandLine command = new CommandLine(new BenchPacingCommand());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(out, true));
        return command.execute(arguments);
    }

    @Test
    void writes_into_the_document_exactly_what_it_prints() throws IOException {
        Path document =
                Files.writeString(
                        docs.resolve("pacing.md"),
                        "<!-- table: written by ./rightparty bench pacing -->\n\n"
                                + PacingTable.head()
                                + "| 01-steady-20 | kept |\n\n<!-- end of table -->\n");
        String directory = docs.toString();
        assertThat(bench("--scenarios", "short-1", "--seeds", "1", "--docs", directory)).isZero();
        List<String> printed = out.toString().lines().toList();
        assertThat(printed).hasSize(3);
        assertThat(printed.getLast()).matches("\\| short-1 \\|.*\\| \\*\\*.*\\(1\\) \\|.*– \\|");
        assertThat(Files.readAllLines(document))
                .contains("| 01-steady-20 | kept |")
                .containsSubsequence(printed);
        assertThat(docs.resolve("pacing/short-1-occupancy.svg")).exists();
        assertThat(docs.resolve("pacing/short-1-abandonment.svg")).exists();
    }

    @Test
    void refuses_what_cannot_be_simulated() {
        assertThat(bench("--scenarios", "short-1", "--seeds", "-1")).isNotZero();
        assertThat(out.toString()).contains("--seeds -1 cannot be simulated");
    }
}
