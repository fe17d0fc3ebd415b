package org.rightparty.console.sheets;

import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Text in one of the fonts that every reader of PDF has, measured and broken into lines.
///
/// @param points its size
record PdfText(PDFont font, float points) {
    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    private static final String UNKNOWN =
            "[^\\x20-\\x7E\\xA1-\\xFF\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u20AC]";

    private static final Pattern BREAKS = Pattern.compile("(?<=[ _.-])");

    static PdfText plain(float points) {
        return new PdfText(PLAIN, points);
    }

    static PdfText bold(float points) {
        return new PdfText(BOLD, points);
    }

    /// What these fonts have no letter for becomes a question mark: they are Latin only.
    static String printable(String text) {
        return text.replaceAll(UNKNOWN, "?");
    }

    float width(String text) {
        try {
            return font.getStringWidth(printable(text)) / 1000 * points;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    float longestWord(String text) {
        float longest = 0;
        for (String word : BREAKS.split(text)) {
            longest = Math.max(longest, width(word.strip()));
        }
        return longest;
    }

    /// The text in lines no wider than `most`, broken after spaces, hyphens, underscores and dots
    /// and, where a word alone is wider, within it. Nothing is left out.
    List<String> lines(String text, float most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : BREAKS.split(text)) {
            if (width((line + word).strip()) <= most) {
                line += word;
            } else {
                if (!line.isBlank()) {
                    lines.add(line.strip());
                }
                line = broken(word, most, lines);
            }
        }
        lines.add(line.strip());
        return lines;
    }

    /// Adds the full lines of a word.
    ///
    /// @return its rest
    private String broken(String word, float most, List<String> lines) {
        String rest = word;
        while (rest.length() > 1 && width(rest) > most) {
            int cut = rest.length() - 1;
            while (cut > 1 && width(rest.substring(0, cut)) > most) {
                cut--;
            }
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        return rest;
    }
}
