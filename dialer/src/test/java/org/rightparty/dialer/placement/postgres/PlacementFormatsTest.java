package org.rightparty.dialer.placement.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rightparty.schema.generated.Tables.ACCOUNT;
import static org.rightparty.schema.generated.Tables.ADDRESS;
import static org.rightparty.schema.generated.Tables.CONSUMER;
import static org.rightparty.schema.generated.Tables.PHONE;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.database.Database;
import org.rightparty.database.TestDatabase;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.Sample;
import org.rightparty.dialer.placement.file.ImportReport;
import org.rightparty.dialer.placement.file.ImportRequest;
import org.rightparty.dialer.placement.file.MappingJson;
import org.rightparty.dialer.placement.file.PlacementImport.Progress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The same row in every form a client may send it in becomes the same account.
final class PlacementFormatsTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-15T12:00:00Z"));
    private final Sample row =
            Sample.row()
                    .with("family_name", "Peña-Smith, Jr.")
                    .with("address1", "1 \"Old\" Rd; #2");

    @TempDir Path directory;
    private final Database database = TestDatabase.fresh();
    private final TestOffice office = new TestOffice(database, CLOCK);

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            quoteCharacter = '"',
            textBlock =
                    """
                    charset,      delimiter, line end
                    UTF-8,        ",",       LF
                    UTF-8,        ;,         CRLF
                    windows-1252, ",",       CRLF
                    windows-1252, ;,         LF
                    windows-1252, |,         LF
                    UTF-8,        TAB,       CRLF
                    UTF-8,        ^,         LF
                    UTF-16LE,     ~,         CRLF
                    """)
    void of_delimited_text(String charset, String delimiter, String lineEnd) throws IOException {
        String between = delimiter.equals("TAB") ? "\t" : delimiter;
        String end = lineEnd.equals("LF") ? "\n" : "\r\n";
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        String text = mark + line(row.header(), between) + end + line(row.cells(), between) + end;
        Path file = write("placement.csv", text.getBytes(Charset.forName(charset)));

        assertPlaced(office.imports().run(request(file), Progress.UNHEARD));
    }

    private static String line(List<String> cells, String between) {
        return String.join(
                between,
                cells.stream().map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"").toList());
    }

    @Test
    void of_a_workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("June");
            for (int i = 0; i < row.header().size(); i++) {
                sheet.value(0, i, row.header().get(i));
                sheet.value(1, i, row.cells().get(i));
            }
        }
        Path file = write("placement.xlsx", bytes.toByteArray());

        assertPlaced(office.imports().run(request(file), Progress.UNHEARD));
    }

    @Test
    void of_fixed_width_lines() throws IOException {
        int width = 30;
        StringBuilder columns = new StringBuilder("{\"format\": \"fixed\", \"columns\": {");
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.header().size(); i++) {
            columns.append(i == 0 ? "" : ", ")
                    .append('"' + row.header().get(i) + '"')
                    .append(": [" + (i * width + 1) + ", " + (i + 1) * width + "]");
            line.append(("%-" + width + "s").formatted(row.cells().get(i)));
        }
        Mapping mapping = MappingJson.read(columns.append("}}").toString());
        byte[] bytes = line.append("\r\n").toString().getBytes(Charset.forName("windows-1252"));
        Path file = write("placement.txt", bytes);

        assertPlaced(office.imports().run(request(file).with(mapping), Progress.UNHEARD));
    }

    private static ImportRequest request(Path file) {
        return ImportRequest.of(file, "First Example Bank").ofPractice().withNewClient();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    private void assertPlaced(ImportReport report) {
        assertThat(report.tally().rejected()).isZero();
        assertThat(report.tally().accepted()).isEqualTo(1);
        List<Object> placed =
                database.transact(tx ->
                        List.of(
                                tx.fetchSingle(ACCOUNT).getBalanceMinor(),
                                tx.fetchSingle(CONSUMER).getFamilyName(),
                                tx.fetchSingle(ADDRESS).getLine1(),
                                tx.fetchSingle(PHONE).getE164()));
        assertThat(placed)
                .containsExactly(11_000L, "Peña-Smith, Jr.", "1 \"Old\" Rd; #2", "+16145550101");
    }
}
