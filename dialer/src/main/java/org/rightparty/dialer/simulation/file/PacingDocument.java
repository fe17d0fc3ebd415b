package org.rightparty.dialer.simulation.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `docs/pacing.md`: its text is written by hand, its table between two marks by the benchmark.
public final class PacingDocument {
    private static final String BEGIN = "<!-- table: written by ./rightparty bench pacing -->";
    private static final String END = "<!-- end of table -->";

    private PacingDocument() {}

    /// Puts a row in the place of that scenario's, or behind all others; every other row stays. A
    /// table with other columns is begun anew.
    ///
    /// @throws IOException when the document is not there, has no place for a table, or cannot be
    ///     written
    public static void write(Path document, String row) throws IOException {
        String text = Files.readString(document);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(document + " has no place for the table");
        }
        String before = text.substring(0, begin + BEGIN.length());
        String table = merged(text.substring(before.length(), end).strip(), row);
        Files.writeString(document, before + "\n\n" + table + "\n\n" + text.substring(end));
    }

    private static String merged(String table, String row) {
        String head = PacingTable.head().strip();
        List<String> rows =
                table.startsWith(head)
                        ? new ArrayList<>(
                                table.substring(head.length())
                                        .lines()
                                        .filter(line -> !line.isBlank())
                                        .toList())
                        : new ArrayList<>();
        int place = 0;
        while (place < rows.size() && !name(rows.get(place)).equals(name(row))) {
            place++;
        }
        if (place < rows.size()) {
            rows.set(place, row.strip());
        } else {
            rows.add(row.strip());
        }
        return head + "\n" + String.join("\n", rows);
    }

    /// The scenario of a row.
    private static String name(String row) {
        return row.split("[|]", 3)[1].strip();
    }

    /// @throws IOException when it cannot be written
    public static void picture(Path directory, String name, Chart chart) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name + ".svg"), chart.svg());
    }
}
