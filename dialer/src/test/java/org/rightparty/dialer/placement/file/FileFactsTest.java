package org.rightparty.dialer.placement.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rightparty.dialer.placement.Mapping;
import org.rightparty.dialer.placement.Mapping.Format;
import org.rightparty.dialer.placement.Mapping.Layout;
import org.rightparty.dialer.placement.SourceRow;
import org.rightparty.dialer.placement.UnusableFile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class FileFactsTest {
    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plain ascii   | UTF-8        | US-ASCII
                    Zoë, Peña     | UTF-8        | UTF-8
                    Zoë, Peña     | windows-1252 | windows-1252
                    “quoted” €    | windows-1252 | windows-1252
                    \uFEFFZoë     | UTF-8        | UTF-8
                    \uFEFFZoë     | UTF-16LE     | UTF-16LE
                    \uFEFFZoë     | UTF-16BE     | UTF-16BE
                    """)
    void detects_how_a_text_is_encoded(String text, String detected, String written)
            throws IOException {
        Path file = file(text.getBytes(Charset.forName(written)));

        FileFacts facts = FileFacts.of(file);

        assertThat(facts.charset()).isEqualTo(Charset.forName(detected));
        assertThat(facts.kind()).isEqualTo(FileFacts.Kind.TEXT);
    }

    @Test
    void a_character_across_two_blocks_is_still_utf_8() throws IOException {
        String text = "a".repeat((1 << 16) - 1) + "ë" + "b".repeat(1 << 16) + "é";
        assertThat(FileFacts.of(file(text.getBytes(StandardCharsets.UTF_8))).charset())
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void a_text_that_ends_within_a_character_is_not_utf_8() throws IOException {
        byte[] bytes = {'a', (byte) 0xC3};
        assertThat(FileFacts.of(file(bytes)).charset()).isEqualTo(Charset.forName("windows-1252"));
    }

    @Test
    void hashes_the_bytes() throws IOException {
        assertThat(FileFacts.of(file("abc".getBytes(StandardCharsets.US_ASCII))).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void refuses_what_is_no_table() throws IOException {
        assertRefused(file(new byte[0]), "the file is empty");
        assertRefused(file(new byte[] {'a', 0, 'b', 1}), "neither text nor");
        assertRefused(
                file(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}), "an old or");
        assertRefused(directory.resolve("missing.csv"), "no such file");
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> FileFacts.of(file))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    'a,b,c~1,2,3' ! ','
                    'a;b;c~1,5;2,5;3,5' ! ';'
                    'a|b|c~1|2|3' ! '|'
                    'a^b^c~1^2^3' ! '^'
                    'a,b~"x;y;z",1~"p;q",2' ! ','
                    'one' ! ','
                    """)
    void sniffs_the_delimiter(String lines, char delimiter) {
        assertThat(Delimiters.sniff(List.of(lines.split("~")), '"')).isEqualTo(delimiter);
    }

    @Test
    void sniffs_tabs() {
        assertThat(Delimiters.sniff(List.of("a\tb", "1,5\t2"), '"')).isEqualTo('\t');
    }

    @Test
    void reads_quotes_line_breaks_and_blank_lines() throws IOException {
        List<SourceRow> rows = csv("a,b\r\n\"x \"\"y\"\"\",\"two\nlines\"\r\n\r\n , \r\np,q\r\n");

        assertThat(rows)
                .extracting(SourceRow::cells)
                .containsExactly(List.of("x \"y\"", "two\nlines"), List.of("p", "q"));
        assertThat(rows).extracting(SourceRow::number).containsExactly(2L, 5L);
    }

    @Test
    void complains_of_ragged_rows_but_not_of_padding() throws IOException {
        List<SourceRow> rows = csv("a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,,\n");

        assertThat(rows)
                .extracting(SourceRow::complaint)
                .containsExactly(
                        "has 2 cells where the header has 3",
                        "",
                        "has 4 cells where the header has 3",
                        "");
    }

    @Test
    void says_where_quotes_go_wrong() {
        assertThatThrownBy(() -> csv("a,b\n1,2\n\"3,4\n5,6\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("row 3 cannot be read");
        assertThatThrownBy(() -> csv("a,b\n1,2\n\"3\"x,4\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("row 3 cannot be read");
    }

    @Test
    void a_cell_of_ten_megabytes_does_not_fill_the_memory() {
        assertThatThrownBy(() -> csv("a,b\n1," + "x".repeat(10 << 20) + "\n"))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("row 2 cannot be read");
    }

    private List<SourceRow> csv(String text) throws IOException {
        Path file = file(text.getBytes(StandardCharsets.UTF_8));
        try (CsvTable table = CsvTable.open(file, FileFacts.of(file), Layout.SNIFFED)) {
            List<SourceRow> rows = new ArrayList<>();
            table.rows().forEachRemaining(rows::add);
            return rows;
        }
    }

    @Test
    void cuts_fixed_width_lines() throws IOException {
        Mapping mapping =
                MappingJson.read(
                        """
                        {"format": "fixed",
                         "columns": {"account_number": [1, 5], "balance": [6, 12],
                                     "state": [13, 14]}}
                        """);
        assertThat(mapping.layout().format()).isEqualTo(Format.FIXED);
        Path file =
                file(
                        "A-001 123.45OH\r\nA-002   1.00\r\n\nA-003   2.00NY"
                                .getBytes(StandardCharsets.US_ASCII));
        List<SourceRow> rows = new ArrayList<>();
        try (FixedTable table = FixedTable.open(file, FileFacts.of(file), mapping)) {
            table.rows().forEachRemaining(rows::add);
        }

        assertThat(rows.get(0).cells()).containsExactly("A-001", " 123.45", "OH");
        assertThat(rows.get(1).complaint()).contains("12 signs long").contains("begins at 13");
        assertThat(rows.get(2).number()).isEqualTo(4);
        assertThat(rows.get(2).cells()).containsExactly("A-003", "   2.00", "NY");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(directory, "placement", ".csv"), bytes);
    }
}
