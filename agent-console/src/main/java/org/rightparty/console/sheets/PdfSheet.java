package org.rightparty.console.sheets;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// A table on paper: letter laid across, as many pages as it takes, each with title, header and
/// number. What a column is too narrow for goes on in the next line: nothing is cut off.
final class PdfSheet {
    private static final float MARGIN = 36;
    private static final float TITLE_POINTS = 11;
    private static final float LINE = 9;
    private static final float BETWEEN_ROWS = 3;
    private static final float TITLE_HEIGHT = 22;
    private static final PdfText TITLE = PdfText.bold(TITLE_POINTS);
    private static final PdfText HEAD = PdfText.bold(7);
    private static final PdfText BODY = PdfText.plain(7);
    private static final PDRectangle ACROSS = across(PDRectangle.LETTER);

    private final Sheet sheet;
    private final PDDocument document;
    private final PdfColumns columns;
    private final Row header;

    /// @param cells each in lines
    private record Row(List<List<String>> cells) {
        float height() {
            return cells.stream().mapToInt(List::size).max().orElse(0) * LINE + BETWEEN_ROWS;
        }
    }

    private PdfSheet(Sheet sheet, PDDocument document) {
        this.sheet = sheet;
        this.document = document;
        this.columns = PdfColumns.of(sheet, HEAD, BODY, ACROSS.getWidth() - 2 * MARGIN);
        this.header = new Row(columns.lines(HEAD, sheet.header()));
    }

    private static PDRectangle across(PDRectangle upright) {
        float longer = upright.getHeight();
        float shorter = upright.getWidth();
        return new PDRectangle(longer, shorter);
    }

    static byte[] of(Sheet sheet) {
        try (PDDocument document = new PDDocument()) {
            new PdfSheet(sheet, document).write();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write() throws IOException {
        List<List<Row>> pages = pages();
        for (int page = 0; page < pages.size(); page++) {
            write(pages.get(page), page + 1, pages.size());
        }
    }

    /// The rows of each page, as many as fit; a row stays on one page.
    private List<List<Row>> pages() {
        float room = ACROSS.getHeight() - 2 * MARGIN - TITLE_HEIGHT - header.height();
        List<List<Row>> pages = new ArrayList<>();
        List<Row> page = new ArrayList<>();
        float left = room;
        for (List<String> cells : sheet.rows()) {
            Row row = new Row(columns.lines(BODY, cells));
            if (row.height() > left && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                left = room;
            }
            page.add(row);
            left -= row.height();
        }
        pages.add(page);
        return pages;
    }

    private void write(List<Row> rows, int number, int pages) throws IOException {
        PDPage page = new PDPage(ACROSS);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            float y = ACROSS.getHeight() - MARGIN;
            String title = sheet.title() + ", page " + number + " of " + pages;
            text(content, TITLE, MARGIN, y, title);
            y -= TITLE_HEIGHT;
            row(content, HEAD, header, y);
            y -= header.height();
            for (Row row : rows) {
                row(content, BODY, row, y);
                y -= row.height();
            }
        }
    }

    private void row(PDPageContentStream content, PdfText text, Row row, float y)
            throws IOException {
        for (int column = 0; column < row.cells.size(); column++) {
            float x = MARGIN + columns.left(column);
            float line = y;
            for (String words : row.cells.get(column)) {
                text(content, text, x, line, words);
                line -= LINE;
            }
        }
    }

    private static void text(
            PDPageContentStream content, PdfText text, float x, float y, String words)
            throws IOException {
        content.beginText();
        content.setFont(text.font(), text.points());
        content.newLineAtOffset(x, y);
        content.showText(PdfText.printable(words));
        content.endText();
    }
}
