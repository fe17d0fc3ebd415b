package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where files that are sent lie.
final class IntakeTest {
    @TempDir Path directory;

    @Test
    void a_start_clears_what_an_earlier_life_left() throws IOException {
        Path uploads = directory.resolve("uploads");
        Path left = new Intake(uploads).fileFor(new Route.Takes.File(10)).orElseThrow();
        Files.writeString(left, "somebody's number");
        assertThat(left).hasParent(uploads);

        new Intake(uploads);

        try (Stream<Path> files = Files.list(uploads)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void only_a_file_gets_a_place() throws IOException {
        Intake intake = new Intake(directory);
        assertThat(intake.fileFor(new Route.Takes.Nothing())).isEmpty();
        assertThat(intake.fileFor(new Route.Takes.Text(10))).isEmpty();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }
}
