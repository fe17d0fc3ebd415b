package org.rightparty.dialer.placement.file;

import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.Mapping.Column;
import org.rightparty.dialer.placement.Mapping.Source;
import org.rightparty.dialer.placement.SourceRow;
import org.rightparty.dialer.placement.UnusableFile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Lines in which every field has its columns. The cells are the mapping's ranges, in its order. A
/// line that ends before its last range begins is refused: something of it is missing.
final class FixedTable implements SourceTable {
    private static final int LINE_CHARS_MAX = 1 << 16;

    private final BufferedReader reader;
    private final List<Column> columns;
    private final RowsAhead lines;

    private FixedTable(BufferedReader reader, List<Column> columns, boolean hasHeader) {
        this.reader = reader;
        this.columns = columns;
        this.lines = new RowsAhead(new Lines(reader, spans(columns)));
        if (hasHeader && lines.hasNext()) {
            lines.next();
        }
    }

    static FixedTable open(Path file, FileFacts facts, Mapping mapping) throws IOException {
        Charset charset =
                mapping.layout().charset().isEmpty()
                        ? facts.charset()
                        : Charset.forName(mapping.layout().charset());
        return new FixedTable(
                new BufferedReader(CsvTable.text(file, facts, charset)),
                mapping.columns(),
                mapping.layout().header());
    }

    private static List<Source.Span> spans(List<Column> columns) {
        List<Source.Span> spans = new ArrayList<>();
        for (Column column : columns) {
            if (column.source() instanceof Source.Span span) {
                spans.add(span);
            } else {
                throw UnusableFile.of(
                        "a fixed-width file needs a range for " + column.field(),
                        "write it as [first, last] in the mapping");
            }
        }
        if (spans.isEmpty()) {
            throw UnusableFile.of(
                    "a fixed-width file needs a mapping", "give the range of every field in one");
        }
        return spans;
    }

    @Override
    public List<String> header() {
        return columns.stream().map(Column::field).toList();
    }

    @Override
    public Iterator<SourceRow> rows() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class Lines implements RowsAhead.Source {
        private final BufferedReader reader;
        private final List<Source.Span> spans;
        private final int lastBegins;
        private long number;

        Lines(BufferedReader reader, List<Source.Span> spans) {
            this.reader = reader;
            this.spans = spans;
            this.lastBegins = spans.stream().mapToInt(Source.Span::from).max().orElse(0);
        }

        @Override
        public Optional<SourceRow> read() {
            try {
                for (String line = line(); line != null; line = line()) {
                    number++;
                    if (!line.isBlank()) {
                        return Optional.of(cut(line));
                    }
                }
                return Optional.empty();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /// As `readLine`, but a file without line ends does not fill the memory.
        private @Nullable String line() throws IOException {
            StringBuilder line = new StringBuilder();
            int c = reader.read();
            if (c < 0) {
                return null;
            }
            for (; c >= 0 && c != '\n'; c = reader.read()) {
                if (line.length() >= LINE_CHARS_MAX) {
                    throw UnusableFile.of(
                            "row " + (number + 1) + " is longer than " + LINE_CHARS_MAX + " signs",
                            "a fixed-width file has one line for each account");
                }
                line.append((char) c);
            }
            if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
                line.setLength(line.length() - 1);
            }
            return line.toString();
        }

        private SourceRow cut(String line) {
            List<String> cells =
                    spans.stream()
                            .map(span ->
                                    line.substring(
                                            Math.min(span.from() - 1, line.length()),
                                            Math.min(span.to(), line.length())))
                            .toList();
            int length = line.length();
            String complaint =
                    length >= lastBegins
                            ? ""
                            : "is "
                                    + length
                                    + " signs long; its last field begins at "
                                    + lastBegins;
            return new SourceRow(number, cells, complaint);
        }
    }
}
