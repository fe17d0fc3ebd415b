package org.rightparty.dialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The commands of the documents: each is one that the program takes.
final class ReadmeTest {
    private static final List<Path> DOCUMENTS =
            List.of(Path.of("../README.md"), Path.of("../docs/placement-files.md"));

    static List<String> commands() throws IOException {
        List<String> commands = new java.util.ArrayList<>();
        for (Path document : DOCUMENTS) {
            Files.readAllLines(document).stream()
                    .filter(line -> line.startsWith("    ./rightparty "))
                    .map(line -> line.strip().replaceFirst(" +#.*$", ""))
                    .forEach(commands::add);
        }
        assertThat(commands).hasSizeGreaterThan(10);
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_of_the_documents_is_one(String command) {
        String[] words = command.replace("\"", "").replaceFirst("^\\./rightparty ", "").split(" +");
        assertThatNoException().as(command).isThrownBy(() -> Main.commands().parseArgs(words));
    }
}
