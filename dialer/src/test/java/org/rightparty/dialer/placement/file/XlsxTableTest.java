package org.rightparty.dialer.placement.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rightparty.dialer.placement.Mapping.Format;
import org.rightparty.dialer.placement.Mapping.Layout;
import org.rightparty.dialer.placement.SourceRow;
import org.rightparty.dialer.placement.UnusableFile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

final class XlsxTableTest {
    private static final String SHEET =
            """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Account</t></is></c>
            <c r="B1" t="inlineStr"><is><t>Balance</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>A-1</t></is></c>
            <c r="B2"><v>12.5</v></c></row></sheetData></worksheet>
            """;

    @TempDir Path directory;

    @Test
    void reads_dates_numbers_and_gaps_of_any_sheet() throws IOException {
        Path file = workbook("Placements June");

        try (XlsxTable table = XlsxTable.open(file, Layout.SNIFFED)) {
            assertThat(table.header()).containsExactly("Account", "Opened", "Balance", "Zip");
            List<SourceRow> rows = new ArrayList<>();
            table.rows().forEachRemaining(rows::add);
            assertThat(rows.get(0).cells()).containsExactly("A-1", "2026-03-02", "1234.56", "2134");
            assertThat(rows.get(1).cells()).startsWith("A-2", "");
            assertThat(rows.get(1).number()).isEqualTo(4);
        }
    }

    @Test
    void names_the_sheets_when_the_wanted_one_is_missing() throws IOException {
        Layout layout = new Layout(Format.XLSX, "", "\"", "", "Sheet1", true);
        Path file = workbook("June");

        assertThatThrownBy(() -> XlsxTable.open(file, layout))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("it has: June");
    }

    @Test
    void refuses_a_zip_that_is_no_workbook() throws IOException {
        Path file = directory.resolve("broken.xlsx");
        Files.write(file, "PK\u0003\u0004 nothing".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> XlsxTable.open(file, Layout.SNIFFED))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("not a readable .xlsx workbook");
    }

    @Test
    void reads_a_workbook_without_the_optional_part_of_styles() throws IOException {
        Path file = directory.resolve("plain.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(
                    zip,
                    "[Content_Types].xml",
                    """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels"
                     ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType=
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType=
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                    </Types>
                    """);
            part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                     xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="June" sheetId="1" r:id="rId1"/></sheets></workbook>
                    """);
            part(zip, "xl/worksheets/sheet1.xml", SHEET);
        }
        try (XlsxTable table = XlsxTable.open(file, Layout.SNIFFED)) {
            assertThat(table.header()).containsExactly("Account", "Balance");
            assertThat(table.rows().next().cells()).containsExactly("A-1", "12.5");
        }
    }

    private static String relation(String kind, String target) {
        return """
        <Relationships
         xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Target="%s" Type=
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"/>
        </Relationships>
        """
                .formatted(target, kind);
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private Path workbook(String sheetName) throws IOException {
        Path file = directory.resolve("placements.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sheetName);
            List<String> header = List.of("Account", "Opened", "Balance", "Zip");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(1, 0, "A-1");
            sheet.value(1, 1, LocalDate.of(2026, 3, 2));
            sheet.style(1, 1).format("mm/dd/yyyy").set();
            sheet.value(1, 2, 1234.56);
            sheet.style(1, 2).format("#,##0.00 [Red]").set();
            sheet.value(1, 3, 2134);
            sheet.value(3, 0, "A-2");
            sheet.value(3, 2, 5);
        }
        return file;
    }
}
