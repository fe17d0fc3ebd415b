package org.rightparty.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rightparty.compliance.audit.Audit;
import org.rightparty.console.fakes.FakeAudit;
import org.rightparty.console.sheets.LongSheet;
import org.rightparty.console.sheets.Sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipFile;

/// An export holds all that a search finds, or says that it does not.
class AuditExportTest {
    private static final Instant NOW = Instant.parse("2026-11-18T17:41:58.201Z");

    @TempDir Path directory;

    private AuditExport.Written exported(long calls, Sheet.Format format) {
        Audit.Query all = Audit.Query.all(NOW.minusSeconds(86_400), NOW);
        return new AuditExport(new FakeAudit(calls), directory).write(all, format, NOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {4_999, 5_000, 5_001, 12_345})
    void csv_holds_every_row_once(long calls) throws IOException {
        AuditExport.Written written = exported(calls, Sheet.Format.CSV);
        List<String> lines = Files.readAllLines(written.file());
        assertThat(written.rows()).isEqualTo(calls);
        assertThat(lines).hasSize((int) calls + 1).doesNotHaveDuplicates();
        assertThat(lines.getLast()).contains("\"Delgado, Maria\"", "-" + calls);
    }

    @Test
    void xlsx_holds_every_row() throws IOException {
        AuditExport.Written written = exported(12_345, Sheet.Format.XLSX);
        assertThat(written.rows()).isEqualTo(12_345);
        try (ZipFile zip = new ZipFile(written.file().toFile());
                InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sheet.split("<row ", -1)).hasSize(12_345 + 2);
            assertThat(sheet).contains("-12345", "time (UTC)").doesNotContain("<f>");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000, 10_001})
    void paper_says_that_it_does_not_hold_every_row(long calls) throws IOException {
        AuditExport.Written written = exported(calls, Sheet.Format.PDF);
        assertThat(written.rows()).isEqualTo(LongSheet.PAPER_ROWS_MAX);
        try (PDDocument document = Loader.loadPDF(written.file().toFile())) {
            PDFTextStripper text = new PDFTextStripper();
            text.setEndPage(1);
            assertThat(text.getText(document).contains("the first 10,000 of more rows"))
                    .isEqualTo(calls > LongSheet.PAPER_ROWS_MAX);
        }
    }

    @Test
    void paper_is_in_words_where_programs_read_codes() throws IOException {
        Path csv = exported(0, Sheet.Format.CSV).file();
        assertThat(Files.readString(csv)).contains(",FREQUENCY_LIMIT,", ",ANSWERED,");
        Path pdf = exported(0, Sheet.Format.PDF).file();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Seven calls", "answered")
                    .doesNotContain("FREQUENCY", "ANSWERED");
        }
    }
}
