package org.rightparty.dialer.placement.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.SourceRow;
import org.rightparty.dialer.placement.UnusableFile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Delimited text. A row has as many cells as the header; another number means a lost or an
/// unquoted delimiter, and such a row is refused, not guessed at.
final class CsvTable implements SourceTable {
    private static final int RECORD_CHARS_MAX = 1 << 20;
    private static final int SNIFFED_LINES = 50;
    private static final int SNIFFED_CHARS_MAX = 1 << 18;

    private final CsvReader<CsvRecord> reader;
    private final char delimiter;
    private final Charset charset;
    private final RowsAhead rows;
    private final List<String> header;

    private CsvTable(
            CsvReader<CsvRecord> reader, char delimiter, Charset charset, boolean hasHeader) {
        this.reader = reader;
        this.delimiter = delimiter;
        this.charset = charset;
        Records records = new Records(reader.iterator());
        this.rows = new RowsAhead(records);
        this.header = hasHeader ? rows.takeHeader() : rows.inventHeader();
        records.expect(header.size());
    }

    static CsvTable open(Path file, FileFacts facts, Mapping.Layout layout) throws IOException {
        Charset charset =
                layout.charset().isEmpty() ? facts.charset() : Charset.forName(layout.charset());
        char quote = layout.quote().charAt(0);
        char delimiter =
                layout.delimiter().isEmpty()
                        ? Delimiters.sniff(firstLines(file, facts, charset), quote)
                        : layout.delimiter().charAt(0);
        CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .quoteCharacter(quote)
                        .skipEmptyLines(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(RECORD_CHARS_MAX)
                        .ofCsvRecord(text(file, facts, charset));
        return new CsvTable(reader, delimiter, charset, layout.header());
    }

    static Reader text(Path file, FileFacts facts, Charset charset) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(facts.bomBytes());
        return new InputStreamReader(in, charset);
    }

    private static List<String> firstLines(Path file, FileFacts facts, Charset charset)
            throws IOException {
        List<String> lines = new ArrayList<>();
        char[] head = new char[SNIFFED_CHARS_MAX];
        try (BufferedReader reader = new BufferedReader(text(file, facts, charset))) {
            int length = Math.max(0, reader.read(head));
            new String(head, 0, length).lines().limit(SNIFFED_LINES).forEach(lines::add);
        }
        return lines;
    }

    char delimiter() {
        return delimiter;
    }

    Charset charset() {
        return charset;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Iterator<SourceRow> rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /// The records, blank ones left out.
    private static final class Records implements RowsAhead.Source {
        private final Iterator<CsvRecord> records;
        private long row;
        private int cells;

        Records(Iterator<CsvRecord> records) {
            this.records = records;
        }

        /// From now on a row must have so many cells.
        void expect(int headerCells) {
            cells = headerCells;
        }

        @Override
        public Optional<SourceRow> read() {
            try {
                while (records.hasNext()) {
                    List<String> fields = records.next().getFields();
                    row++;
                    if (fields.stream().anyMatch(field -> !field.isBlank())) {
                        return Optional.of(shaped(row, fields));
                    }
                }
                return Optional.empty();
            } catch (CsvParseException broken) {
                throw UnusableFile.of(
                        "row " + (row + 1) + " cannot be read: " + shortly(broken),
                        "look for an open quote or a cell of over a million signs");
            }
        }

        private static String shortly(CsvParseException broken) {
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            String message = cause.getMessage() == null ? "broken" : cause.getMessage();
            return message.lines().findFirst().orElse("broken");
        }

        private SourceRow shaped(long number, List<String> fields) {
            String complaint =
                    cells == 0 || fields.size() == cells || isPadded(fields)
                            ? ""
                            : "has " + fields.size() + " cells where the header has " + cells;
            return new SourceRow(number, fields, complaint);
        }

        /// Too long only by empty cells, as some programs write.
        private boolean isPadded(List<String> fields) {
            return fields.size() > cells
                    && fields.subList(cells, fields.size()).stream().allMatch(String::isBlank);
        }
    }
}
