package org.rightparty.console.sheets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How wide each column of a table is: no word is broken as long as the page is wide enough for the
/// longest of every column, and what is left goes to those with longer text.
final class PdfColumns {
    private static final float GAP = 6;
    private static final float WIDEST = 180;

    private final float[] widths;

    private PdfColumns(float[] widths) {
        this.widths = widths;
    }

    static PdfColumns of(Sheet sheet, PdfText head, PdfText body, float room) {
        int count = sheet.header().size();
        float[] least = new float[count];
        float[] whole = new float[count];
        for (int column = 0; column < count; column++) {
            String title = sheet.header().get(column);
            least[column] = head.longestWord(title);
            whole[column] = head.width(title);
            for (List<String> row : sheet.rows()) {
                String cell = row.get(column);
                least[column] = Math.max(least[column], body.longestWord(cell));
                whole[column] = Math.max(whole[column], body.width(cell));
            }
            least[column] = Math.min(least[column], WIDEST);
            whole[column] = Math.clamp(whole[column], least[column], WIDEST);
        }
        return new PdfColumns(shared(least, whole, room - count * GAP));
    }

    private static float[] shared(float[] least, float[] whole, float room) {
        float needed = sum(least);
        if (needed >= room) {
            return scaled(least, room / needed);
        }
        float wanted = sum(whole);
        if (wanted <= room) {
            return whole;
        }
        float share = (room - needed) / (wanted - needed);
        float[] widths = new float[least.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = least[i] + share * (whole[i] - least[i]);
        }
        return widths;
    }

    private static float sum(float[] widths) {
        float sum = 0;
        for (float width : widths) {
            sum += width;
        }
        return sum;
    }

    private static float[] scaled(float[] widths, float factor) {
        float[] scaled = Arrays.copyOf(widths, widths.length);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    /// How far from the left edge of the table the column begins.
    float left(int column) {
        return sum(Arrays.copyOf(widths, column)) + column * GAP;
    }

    /// The cells of a row, each in lines.
    List<List<String>> lines(PdfText text, List<String> cells) {
        List<List<String>> lines = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            lines.add(text.lines(cells.get(column), widths[column] + 0.01f));
        }
        return lines;
    }
}
