package org.rightparty.console.sheets;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// CSV (RFC 4180) and Excel.
final class SheetFiles {
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private SheetFiles() {}

    static byte[] csv(Sheet sheet) {
        StringBuilder text = new StringBuilder(line(sheet.header()));
        sheet.rows().forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String line(List<String> cells) {
        return cells.stream().map(SheetFiles::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /// What a spreadsheet would take for a formula is told to be text.
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    static byte[] xlsx(Sheet sheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Rightparty", "1.0")) {
            Worksheet page = book.newWorksheet("Rightparty");
            for (int column = 0; column < sheet.header().size(); column++) {
                page.value(0, column, sheet.header().get(column));
                page.style(0, column).bold().set();
            }
            for (int row = 0; row < sheet.rows().size(); row++) {
                for (int column = 0; column < sheet.rows().get(row).size(); column++) {
                    page.value(row + 1, column, sheet.rows().get(row).get(column));
                }
            }
            page.freezePane(0, 1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
