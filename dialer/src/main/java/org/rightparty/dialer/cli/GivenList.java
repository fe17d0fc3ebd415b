package org.rightparty.dialer.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;

/// A list that somebody gives, and what its rows rest on that do not say it themselves.
final class GivenList {
    @Parameters(paramLabel = "FILE", description = "CSV with a header.")
    private Path file = Path.of("");

    @Option(
            names = "--evidence",
            paramLabel = "TEXT",
            description = "what it rests on; default: the file's name")
    private @Nullable String evidence;

    Path file() {
        return file;
    }

    /// @param kind what the file is called where it is the evidence
    String rests(String kind) {
        return evidence == null ? kind + " " + file.getFileName() : evidence;
    }
}
