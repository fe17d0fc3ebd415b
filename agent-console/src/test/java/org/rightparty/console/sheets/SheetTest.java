package org.rightparty.console.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

class SheetTest {
    private static final Sheet SHEET =
            new Sheet(
                    "Decisions",
                    List.of("name", "reason"),
                    List.of(
                            List.of("Delgado, \"Mia\"", "OK"),
                            List.of("=1+1", "Łódź"),
                            List.of("-5", "plain")));

    @Test
    void csv_quotes_what_must_be_quoted_and_holds_no_formulas() {
        assertThat(new String(SHEET.as(Sheet.Format.CSV), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        name,reason\r
                        "Delgado, ""Mia""\",OK\r
                        '=1+1,Łódź\r
                        '-5,plain\r
                        """);
    }

    @Test
    void xlsx_holds_every_cell_as_text() throws IOException {
        String sheet = "";
        String strings = "";
        byte[] bytes = SHEET.as(Sheet.Format.XLSX);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                sheet = each.getName().endsWith("sheet1.xml") ? text : sheet;
                strings = each.getName().endsWith("sharedStrings.xml") ? text : strings;
            }
        }
        assertThat(sheet).doesNotContain("<f>");
        assertThat(sheet + strings).contains("Delgado, &quot;Mia&quot;", "=1+1", "Łódź");
    }

    @Test
    void pdf_has_title_header_and_number_on_every_page() throws IOException {
        Sheet longer =
                new Sheet(
                        "Decisions",
                        List.of("number", "reason"),
                        IntStream.range(0, 100).mapToObj(n -> List.of("row " + n, "OK")).toList());
        try (PDDocument document = Loader.loadPDF(longer.as(Sheet.Format.PDF))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(text)
                    .contains(
                            "Decisions, page 1 of 3", "Decisions, page 3 of 3", "row 0", "row 99");
        }
        try (PDDocument document = Loader.loadPDF(SHEET.as(Sheet.Format.PDF))) {
            assertThat(new PDFTextStripper().getText(document)).contains("?ód?");
        }
    }
}
