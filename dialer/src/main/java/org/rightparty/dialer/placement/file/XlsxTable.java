package org.rightparty.dialer.placement.file;

import com.fasterxml.aalto.UncheckedStreamException;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.SourceRow;
import org.rightparty.dialer.placement.UnusableFile;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A sheet of a workbook, row by row. Dates become `2026-03-02`, numbers plain digits.
final class XlsxTable implements SourceTable {
    private static final Pattern DATE_FORMAT = Pattern.compile(".*[dy].*");
    private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private static final String STYLES = "spreadsheetml.styles+xml";
    private static final int CONTENT_TYPES_BYTES_MAX = 1 << 20;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final RowsAhead rows;
    private final List<String> header;

    private XlsxTable(ReadableWorkbook workbook, Stream<Row> stream, boolean hasHeader) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = new RowsAhead(new Rows(stream.iterator()));
        this.header = hasHeader ? rows.takeHeader() : rows.inventHeader();
    }

    static XlsxTable open(Path file, Mapping.Layout layout) {
        try {
            ReadableWorkbook workbook =
                    new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles(file), true));
            Sheet sheet = sheet(workbook, layout.sheet());
            return new XlsxTable(workbook, sheet.openStream(), layout.header());
        } catch (IOException | ExcelReaderException broken) {
            throw UnusableFile.of(
                    "not a readable .xlsx workbook", "open and save it again in Excel");
        }
    }

    /// Whether the package names a part of styles (ECMA-376 Part 1, 12.3.20): it is optional, and
    /// the library refuses a workbook that lacks it when it is asked to read formats. Without
    /// styles no cell is a date.
    private static boolean hasStyles(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            if (types == null) {
                throw new IOException("not an Office package");
            }
            try (InputStream in = zip.getInputStream(types)) {
                byte[] text = in.readNBytes(CONTENT_TYPES_BYTES_MAX);
                return new String(text, StandardCharsets.UTF_8).contains(STYLES);
            }
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, String name) {
        if (name.isEmpty()) {
            return workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseGet(workbook::getFirstSheet);
        }
        return workbook.findSheet(name)
                .orElseThrow(() ->
                        UnusableFile.of(
                                "the workbook has no sheet \"" + name + "\"",
                                "it has: " + names(workbook)));
    }

    private static String names(ReadableWorkbook workbook) {
        return workbook.getSheets().map(Sheet::getName).collect(Collectors.joining(", "));
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
        stream.close();
        workbook.close();
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return isDate(cell) ? dateText(cell) : plain(number);
        }
        String text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return text == null ? "" : text;
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String shown = NOT_SHOWN.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return DATE_FORMAT.matcher(shown).matches();
    }

    private static String dateText(Cell cell) {
        LocalDateTime date = cell.asDate();
        return date == null ? "" : date.toLocalDate().toString();
    }

    /// Spreadsheets keep amounts as binary fractions: 17 digits of noise are no cents.
    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.setScale(6, java.math.RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /// The rows, blank ones left out. Short rows end in empty cells.
    private record Rows(Iterator<Row> rows) implements RowsAhead.Source {
        @Override
        public Optional<SourceRow> read() {
            try {
                while (rows.hasNext()) {
                    Row row = rows.next();
                    List<String> cells = cells(row);
                    if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                        return Optional.of(new SourceRow(row.getRowNum(), cells, ""));
                    }
                }
                return Optional.empty();
            } catch (ExcelReaderException | UncheckedStreamException broken) {
                throw UnusableFile.of(
                        "the sheet cannot be read to its end", "open and save it again in Excel");
            }
        }

        private static List<String> cells(Row row) {
            List<String> cells = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(text(row.hasCell(i) ? row.getCell(i) : null));
            }
            return cells;
        }
    }
}
