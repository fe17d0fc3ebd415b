package org.rightparty.dialer.placement.file;

import org.rightparty.dialer.placement.AutoMapping;
import org.rightparty.dialer.placement.Binding;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.Mapping.Format;
import org.rightparty.dialer.placement.SourceRow;
import org.rightparty.dialer.placement.UnusableFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Iterator;

/// A placement file that can be read: its bytes known, its format settled.
final class OpenFile {
    private final Path path;
    private final FileFacts facts;
    private final Mapping mapping;

    private OpenFile(Path path, FileFacts facts, Mapping mapping) {
        this.path = path;
        this.facts = facts;
        this.mapping = mapping;
    }

    /// What its bytes tell.
    ///
    /// @throws UnusableFile when it is no placement file
    static FileFacts facts(Path path) {
        try {
            return FileFacts.of(path);
        } catch (IOException failed) {
            throw UnusableFile.of("cannot be read", "check that it may be opened");
        }
    }

    /// @throws UnusableFile when the file cannot be used with this mapping
    static OpenFile of(Path path, FileFacts facts, Mapping mapping) {
        try {
            OpenFile file = new OpenFile(path, facts, mapping);
            return mapping.columns().isEmpty() ? file.completed() : file;
        } catch (IOException failed) {
            throw UnusableFile.of("cannot be read", "check that it may be opened");
        }
    }

    private OpenFile completed() throws IOException {
        try (SourceTable table = open()) {
            return new OpenFile(path, facts, AutoMapping.complete(mapping, table.header()));
        }
    }

    Mapping mapping() {
        return mapping;
    }

    Path path() {
        return path;
    }

    /// What the sniffing found, for people.
    String description() {
        try (SourceTable table = open()) {
            return switch (table) {
                case CsvTable csv ->
                        "delimited text, separator "
                                + (csv.delimiter() == '\t' ? "tab" : "\"" + csv.delimiter() + "\"")
                                + ", "
                                + csv.charset().name();
                case XlsxTable _ -> "Excel workbook";
                default -> "fixed-width lines, " + facts.charset().name();
            };
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    SourceTable open() throws IOException {
        try {
            return switch (format()) {
                case XLSX -> XlsxTable.open(path, mapping.layout());
                case FIXED -> FixedTable.open(path, facts, mapping);
                case CSV, AUTO -> CsvTable.open(path, facts, mapping.layout());
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw UnusableFile.of(
                    "the mapping names an unknown character set: " + mapping.layout().charset(),
                    "use utf-8 or windows-1252");
        }
    }

    private Format format() {
        Format asked = mapping.layout().format();
        boolean workbook = facts.kind() == FileFacts.Kind.XLSX;
        if (asked == Format.AUTO) {
            return workbook ? Format.XLSX : Format.CSV;
        } else if ((asked == Format.XLSX) != workbook) {
            throw UnusableFile.of(
                    "the mapping expects " + asked + " and the file is not",
                    "correct the format in the mapping");
        }
        return asked;
    }

    Binding bind() {
        try (SourceTable table = open()) {
            return Binding.fit(mapping, table.header());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Reads the file to its end once, so that a broken one is refused before anything is written.
    ///
    /// @return how many rows it has
    long countRows() {
        try (SourceTable table = open()) {
            long rows = 0;
            for (Iterator<SourceRow> i = table.rows(); i.hasNext(); i.next()) {
                rows++;
            }
            if (rows == 0) {
                throw UnusableFile.of(
                        "the file has no rows after its header", "ask the client to send it again");
            }
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
