package org.rightparty.console.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

class SheetTest {
    @TempDir Path directory;

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
        Path file = Files.write(directory.resolve("sheet.xlsx"), SHEET.as(Sheet.Format.XLSX));
        String sheet = part(file, "xl/worksheets/sheet1.xml");
        String strings = part(file, "xl/sharedStrings.xml");
        assertThat(sheet).doesNotContain("<f>");
        assertThat(sheet + strings).contains("Delgado, &quot;Mia&quot;", "=1+1");
        assertThat(strings).containsAnyOf("Łódź", "&#");
    }

    private static String part(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
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

    @Test
    void pdf_cuts_nothing_off_however_many_columns_there_are() throws IOException {
        List<String> row =
                List.of(
                        "2026-11-22T21:31:49.123456Z",
                        "123456",
                        "7890",
                        "Lindenhall, Persephone Alexandra",
                        "4711",
                        "…0116",
                        "Juniper Vale evening",
                        "predictive",
                        "no",
                        "GATE_PREDICTIVE_NEEDS_MESSAGE_CONSENT",
                        "POLICY-PREDICTIVE-CONSENT",
                        "VOICEMAIL_LEFT",
                        "LEFT_MESSAGE",
                        "Demo Agent 12",
                        "3600");
        Sheet wide =
                new Sheet(
                        "Decisions",
                        IntStream.range(0, row.size()).mapToObj(n -> "column " + n).toList(),
                        List.of(row));
        try (PDDocument document = Loader.loadPDF(wide.as(Sheet.Format.PDF))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(false);
            String text = stripper.getText(document).replaceAll("\\s", "");
            assertThat(row).allSatisfy(cell -> assertThat(text).contains(cell.replace(" ", "")));
        }
    }
}
