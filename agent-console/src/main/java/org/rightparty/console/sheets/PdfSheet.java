package org.rightparty.console.sheets;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// A table on paper: letter laid across, as many pages as it takes, each with title, header
/// and number.
final class PdfSheet {
    private static final float MARGIN = 36;
    private static final float TITLE_POINTS = 11;
    private static final float POINTS = 7;
    private static final float LINE = 11;
    private static final float GAP = 4;
    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    private static final PDRectangle ACROSS = across(PDRectangle.LETTER);

    private final Sheet sheet;
    private final PDDocument document;
    private final float width;

    private PdfSheet(Sheet sheet, PDDocument document) {
        this.sheet = sheet;
        this.document = document;
        this.width = (ACROSS.getWidth() - 2 * MARGIN) / Math.max(1, sheet.header().size());
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
        int perPage = (int) ((ACROSS.getHeight() - 2 * MARGIN) / LINE) - 3;
        int pages = Math.max(1, (sheet.rows().size() + perPage - 1) / perPage);
        for (int page = 0; page < pages; page++) {
            int from = page * perPage;
            int to = Math.min(sheet.rows().size(), from + perPage);
            write(sheet.rows().subList(from, to), page + 1, pages);
        }
    }

    private void write(List<List<String>> rows, int number, int pages) throws IOException {
        PDPage page = new PDPage(ACROSS);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            float y = ACROSS.getHeight() - MARGIN;
            String title = sheet.title() + ", page " + number + " of " + pages;
            text(content, BOLD, TITLE_POINTS, MARGIN, y, title);
            y -= 2 * LINE;
            row(content, BOLD, sheet.header(), y);
            for (List<String> row : rows) {
                y -= LINE;
                row(content, PLAIN, row, y);
            }
        }
    }

    private void row(PDPageContentStream content, PDFont font, List<String> cells, float y)
            throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            String fitting = fitting(font, printable(cells.get(column)));
            text(content, font, POINTS, MARGIN + column * width, y, fitting);
        }
    }

    private static void text(
            PDPageContentStream content, PDFont font, float points, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, points);
        content.newLineAtOffset(x, y);
        content.showText(printable(text));
        content.endText();
    }

    /// As much as the column holds.
    private String fitting(PDFont font, String text) throws IOException {
        String fitting = text;
        while (!fitting.isEmpty() && font.getStringWidth(fitting) / 1000 * POINTS > width - GAP) {
            fitting = fitting.substring(0, fitting.length() - 1);
        }
        return fitting;
    }

    /// The standard fonts have Latin letters only.
    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7E\\xA1-\\xFF]", "?");
    }
}
