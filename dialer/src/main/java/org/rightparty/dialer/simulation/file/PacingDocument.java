package org.rightparty.dialer.simulation.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `docs/pacing.md`: its text is written by hand, its table between two marks by the benchmark.
public final class PacingDocument {
    private static final String BEGIN = "<!-- table: written by ./rightparty bench pacing -->";
    private static final String END = "<!-- end of table -->";

    private PacingDocument() {}

    /// @throws IOException when the document is not there or cannot be written
    public static void write(Path document, String table) throws IOException {
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(document + " has no place for the table");
        }
        String before = text.substring(0, begin + BEGIN.length());
        Files.writeString(document, before + "\n\n" + table + "\n" + text.substring(end));
    }

    /// @throws IOException when it cannot be written
    public static void picture(Path directory, String name, Chart chart) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name + ".svg"), chart.svg());
    }
}
