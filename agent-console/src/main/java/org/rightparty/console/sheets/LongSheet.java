package org.rightparty.console.sheets;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// A table of any length, written row by row: never all of it in memory.
///
/// CSV and Excel hold every row; Excel goes on in a further sheet where one is full. Paper holds
/// the first ten thousand, and says on every page when there are more.
public final class LongSheet {
    /// More than that nobody reads on paper.
    public static final int PAPER_ROWS_MAX = 10_000;

    /// What a sheet of Excel holds, its header with it.
    private static final int SHEET_ROWS_MAX = 1_048_576;

    private static final int ROWS_A_FLUSH = 1_000;

    private final String title;
    private final List<String> header;

    public LongSheet(String title, List<String> header) {
        this.title = title;
        this.header = List.copyOf(header);
    }

    /// @return how many rows were written
    public long write(Sheet.Format format, Iterator<List<String>> rows, OutputStream out)
            throws IOException {
        return switch (format) {
            case CSV -> csv(rows, out);
            case XLSX -> xlsx(rows, out);
            case PDF -> pdf(rows, out);
        };
    }

    private long csv(Iterator<List<String>> rows, OutputStream out) throws IOException {
        out.write(SheetFiles.line(header).getBytes(StandardCharsets.UTF_8));
        long written = 0;
        while (rows.hasNext()) {
            out.write(SheetFiles.line(rows.next()).getBytes(StandardCharsets.UTF_8));
            written++;
        }
        return written;
    }

    private long xlsx(Iterator<List<String>> rows, OutputStream out) throws IOException {
        long written = 0;
        try (Workbook book = new Workbook(out, "Rightparty", "1.0")) {
            int sheets = 0;
            do {
                sheets++;
                try (Worksheet page =
                        book.newWorksheet(sheets == 1 ? "Rightparty" : "Rightparty " + sheets)) {
                    written += fill(page, rows);
                }
            } while (rows.hasNext());
        }
        return written;
    }

    private int fill(Worksheet page, Iterator<List<String>> rows) throws IOException {
        page.freezePane(0, 1);
        for (int column = 0; column < header.size(); column++) {
            page.inlineString(0, column, header.get(column));
            page.style(0, column).bold().set();
        }
        int row = 1;
        while (rows.hasNext() && row < SHEET_ROWS_MAX) {
            List<String> cells = rows.next();
            for (int column = 0; column < cells.size(); column++) {
                page.inlineString(row, column, cells.get(column));
            }
            row++;
            if (row % ROWS_A_FLUSH == 0) {
                page.flush();
            }
        }
        return row - 1;
    }

    private long pdf(Iterator<List<String>> rows, OutputStream out) throws IOException {
        List<List<String>> first = new ArrayList<>();
        while (rows.hasNext() && first.size() < PAPER_ROWS_MAX) {
            first.add(rows.next());
        }
        String cut = rows.hasNext() ? ", the first %,d of more rows".formatted(first.size()) : "";
        out.write(new Sheet(title + cut, header, first).as(Sheet.Format.PDF));
        return first.size();
    }
}
