package org.rightparty.compliance.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs the two verifiers that an export encloses, as an outsider does: out of the file, in a
/// process of their own.
///
/// @param output all that was printed
public record Outsider(int exitCode, String output) {

    static Outsider jar(Path export, List<String> options) {
        return jar(export, options, "64m");
    }

    /// @param heap the most memory for objects, as `-Xmx` takes it
    static Outsider jar(Path export, List<String> options, String heap) {
        Path jar = enclosed(export, "rightparty-verifier.jar");
        String java = ProcessHandle.current().info().command().orElse("java");
        return run(command(List.of(java, "-Xmx" + heap, "-jar", jar.toString()), export, options));
    }

    public static Outsider python(Path export, List<String> options) {
        Path script = enclosed(export, "verify.py");
        return run(command(List.of("python3", script.toString()), export, options));
    }

    private static List<String> command(List<String> start, Path export, List<String> options) {
        List<String> command = new ArrayList<>(start);
        command.add(export.toString());
        command.addAll(options);
        return command;
    }

    private static Path enclosed(Path export, String name) {
        try {
            Path file = Files.createTempFile(export.getParent(), "enclosed", name);
            return Files.write(file, new Forgery(export).bytes(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Outsider run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outsider(process.waitFor(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
